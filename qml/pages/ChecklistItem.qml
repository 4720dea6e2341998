pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Xuncun.ViewModels

/// One item of the sheet: a line with its result, and when it is the current one, what can be tapped below it.
T.ItemDelegate {
    id: root

    required property string itemCode
    required property string title
    required property int answerState
    required property string maximum
    required property string points
    required property string lost
    required property int findings
    required property int photos
    required property int photosMissing
    required property int sizesMissing
    required property bool mayNotApply
    required property bool extra
    required property string asked
    required property bool current
    required property ChecklistModel checklist
    required property bool showPhotos

    signal cameraWanted()
    signal photoChosen(int index)
    signal detailsWanted()
    /// The open part is there, or has another height.
    signal grown()

    objectName: "item." + root.itemCode + ".row"
    implicitHeight: column.implicitHeight + topPadding + bottomPadding
    leftPadding: Theme.margin
    rightPadding: Theme.space(4)
    topPadding: root.current ? Theme.space(4) : 0
    bottomPadding: root.current ? Theme.space(4) : 0
    focusPolicy: Qt.StrongFocus
    Accessible.name: root.itemCode + " " + root.title
    onClicked: root.checklist.goTo(root.itemCode)

    // A positioner: a layout would keep a pointer to the open part after it is gone.
    contentItem: Column {
        id: column
        spacing: Theme.space(4)

        GridLayout {
            id: line

            /// What the open item came to below its title, where both in one line leave the title no room.
            readonly property bool broken: root.current && column.width < Theme.sp(560)

            width: column.width
            height: Math.max(implicitHeight + Theme.space(4), Theme.touch)
            columns: line.broken ? 2 : 4
            columnSpacing: Theme.space(3)
            rowSpacing: Theme.space(2)

            AppText {
                Layout.alignment: Qt.AlignBaseline
                text: root.itemCode
                size: AppText.Size.Second
            }
            AppText {
                Layout.fillWidth: true
                Layout.alignment: Qt.AlignBaseline
                text: root.title
                size: root.current ? AppText.Size.Title : AppText.Size.Body
                strong: root.current
                wrapMode: Text.Wrap
                maximumLineCount: root.current ? 8 : 2
                elide: Text.ElideRight
            }
            ItemResult {
                Layout.columnSpan: line.broken ? 2 : 1
                inColumn: !line.broken
                answerState: root.answerState
                points: root.points
                maximum: root.maximum
                lost: root.lost
                findings: root.findings
                photosMissing: root.photosMissing
                sizesMissing: root.sizesMissing
                extra: root.extra
            }
            QuietButton {
                objectName: "item." + root.itemCode + ".ok"
                Layout.rightMargin: -rightPadding
                visible: !root.current && !root.extra && root.answerState === Answer.Unanswered && !root.checklist.readOnly
                icon.name: "radio_button_unchecked"
                text: qsTr("合格")
                Accessible.name: root.title + " " + text
                onClicked: root.checklist.setOk(root.itemCode)
            }
        }
        Row {
            objectName: "item." + root.itemCode + ".asked"
            width: column.width
            bottomPadding: root.current ? 0 : Theme.space(3)
            visible: root.asked !== ""
            spacing: Theme.space(2)

            Icon { id: askedIcon; name: "reply"; size: Theme.sp(20); tone: Theme.Tone.Warning }
            AppText {
                width: parent.width - askedIcon.width - parent.spacing
                text: root.current ? qsTr("退回要求：%1").arg(root.asked) : root.asked
                tone: Theme.Tone.Warning
                wrapMode: Text.Wrap
                maximumLineCount: root.current ? 20 : 2
                elide: Text.ElideRight
            }
        }
        // Made when the item is opened: a Repeater, because a Loader in a delegate of a bound file makes nothing.
        Repeater {
            model: root.current ? 1 : 0

            OpenItem {
                width: column.width
                checklist: root.checklist
                itemCode: root.itemCode
                answerState: root.answerState
                mayNotApply: root.mayNotApply
                extra: root.extra
                photos: root.photos
                photosMissing: root.photosMissing
                showPhotos: root.showPhotos
                onCameraWanted: root.cameraWanted()
                onPhotoChosen: index => root.photoChosen(index)
                onDetailsWanted: root.detailsWanted()
                onHeightChanged: root.grown()
            }
        }
    }

    background: Rectangle {
        color: root.current ? Theme.raised : root.down ? Theme.pressed : "transparent"

        Rectangle {
            visible: root.current
            width: Theme.dp(4)
            height: parent.height
            color: Theme.primary
        }
        Divider {
            anchors { left: parent.left; right: parent.right; bottom: parent.bottom; leftMargin: root.current ? 0 : Theme.margin }
        }
        FocusRing { shown: root.visualFocus; anchors.margins: Theme.dp(2); radius: Theme.radiusSmall }
    }
}
