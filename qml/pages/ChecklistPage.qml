pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Xuncun.ViewModels

/// What did I find here? Sections, items with the open one, and this time and last time of the open item.
PageFrame {
    id: root

    required property ChecklistModel checklist

    signal cameraWanted(string findingId)
    signal photoChosen(int index)
    signal lastPhotoChosen(int index)
    signal finishWanted()

    title: root.checklist.village
    context: root.checklist.subject === "" ? qsTr("%1 · %2").arg(root.checklist.town).arg(root.checklist.sheetTitle)
           : qsTr("%1 · %2 · %3").arg(root.checklist.subject).arg(root.checklist.town).arg(root.checklist.sheetTitle)
    canGoBack: true
    scoreText: root.checklist.total

    actions: [
        Icon {
            visible: root.checklist.readOnly
            name: "lock"
            size: Theme.sp(18)
            tone: Theme.Tone.Info
        },
        AppText {
            Layout.rightMargin: Theme.space(4)
            visible: root.checklist.readOnly
            text: qsTr("已提交，只能查看")
            size: AppText.Size.Second
            tone: Theme.Tone.Info
        },
        ScoreText {
            objectName: "checklist.score"
            points: root.checklist.total
            outOf: root.checklist.maximum
        }
    ]

    ColumnLayout {
        anchors.fill: parent
        spacing: 0

        Banner {
            objectName: "checklist.error"
            Layout.fillWidth: true
            Layout.margins: Theme.space(3)
            visible: root.checklist.error !== ""
            kind: Banner.Kind.Error
            text: root.checklist.error
        }
        Banner {
            objectName: "checklist.sentBack"
            Layout.fillWidth: true
            Layout.margins: Theme.space(3)
            visible: root.checklist.sentBackBy !== ""
            kind: Banner.Kind.Warning
            text: root.checklist.sentBackComment === "" ? qsTr("%1 退回，有 %2 项要改").arg(root.checklist.sentBackBy).arg(root.checklist.asked)
                : root.checklist.asked > 0 ? qsTr("%1 退回，%2 项要改：%3").arg(root.checklist.sentBackBy).arg(root.checklist.asked)
                    .arg(root.checklist.sentBackComment)
                : qsTr("%1 退回：%2").arg(root.checklist.sentBackBy).arg(root.checklist.sentBackComment)
            actionText: root.checklist.asked > 1 ? qsTr("下一要改项") : ""
            onActionRequested: root.checklist.nextAsked()
        }
        SectionRail {
            objectName: "checklist.section"
            Layout.fillWidth: true
            visible: !root.wide && !root.checklist.empty
            horizontal: true
            model: root.checklist.sections
            currentIndex: root.checklist.currentSection
            onChosen: index => root.checklist.goToSection(index)
        }
        Divider {
            Layout.fillWidth: true
            visible: !root.wide && !root.checklist.empty
        }
        RestOkButton {
            id: restOk
            Layout.alignment: Qt.AlignRight
            visible: !root.wide && wanted
            checklist: root.checklist
        }
        Divider {
            Layout.fillWidth: true
            visible: restOk.visible
        }
        RowLayout {
            Layout.fillWidth: true
            Layout.fillHeight: true
            spacing: 0

            SectionRail {
                objectName: "checklist.section"
                Layout.fillHeight: true
                visible: root.wide && !root.checklist.empty
                model: root.checklist.sections
                currentIndex: root.checklist.currentSection
                onChosen: index => root.checklist.goToSection(index)
            }
            Divider {
                Layout.fillHeight: true
                implicitWidth: Theme.lineWidth
                visible: root.wide && !root.checklist.empty
            }
            ChecklistItems {
                objectName: "checklist.items"
                Layout.fillWidth: true
                Layout.fillHeight: true
                checklist: root.checklist
                showPhotos: !root.wide
                onCameraWanted: root.cameraWanted("")
                onPhotoChosen: index => root.photoChosen(index)
                onDetailsWanted: sheet.open()
            }
            Divider {
                Layout.fillHeight: true
                implicitWidth: Theme.lineWidth
                visible: root.wide && !root.checklist.empty
            }
            Flickable {
                Layout.fillHeight: true
                Layout.preferredWidth: Math.min(Theme.dp(380) * Math.max(1, Theme.textScale), root.width * 0.3)
                visible: root.wide && !root.checklist.empty
                contentHeight: side.implicitHeight + Theme.space(4)
                clip: true
                boundsBehavior: Flickable.StopAtBounds
                T.ScrollIndicator.vertical: ScrollLine {}

                Column {
                    id: side
                    width: parent.width

                    Repeater {
                        model: root.wide ? 1 : 0

                        ItemSide {
                            width: side.width
                            item: root.checklist.item
                            readOnly: root.checklist.readOnly
                            onCameraWanted: findingId => root.cameraWanted(findingId)
                            onPhotoChosen: index => root.photoChosen(index)
                            onLastPhotoChosen: index => root.lastPhotoChosen(index)
                        }
                    }
                }
            }
        }
    }
    bottomBar: ChecklistBar {
        Layout.fillWidth: true
        checklist: root.checklist
        onFinishWanted: root.finishWanted()
    }

    SideSheet {
        id: sheet
        title: root.checklist.item.title

        // Made when the sheet is opened, so that a tap moves one list of findings only.
        Column {
            id: details
            Layout.fillWidth: true

            Repeater {
                model: sheet.visible ? 1 : 0

                ItemSide {
                    width: details.width
                    item: root.checklist.item
                    readOnly: root.checklist.readOnly
                    // The page that comes would lie under the sheet.
                    onCameraWanted: findingId => {
                        sheet.close()
                        root.cameraWanted(findingId)
                    }
                    onPhotoChosen: index => {
                        sheet.close()
                        root.photoChosen(index)
                    }
                    onLastPhotoChosen: index => {
                        sheet.close()
                        root.lastPhotoChosen(index)
                    }
                }
            }
        }
    }
}
