pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Xuncun.ViewModels

/// One finding that is put right: before and after in one frame, until when, and the step that is next.
PageFrame {
    id: root

    required property RectificationModel task
    required property AppealModel appeal

    signal cameraWanted()

    canGoBack: true
    title: root.task.village
    context: root.task.item
    actions: [
        TaskChip { visible: root.task.loaded; taskState: root.task.taskState; overdue: root.task.overdue }
    ]

    component Sentence: AppText {
        width: column.width
        visible: text !== ""
        wrapMode: Text.Wrap
    }

    GridLayout {
        anchors { fill: parent; leftMargin: Theme.margin; rightMargin: Theme.margin; bottomMargin: Theme.space(3) }
        columns: root.wide ? 2 : 1
        columnSpacing: Theme.space(5)
        rowSpacing: Theme.space(3)

        ComparePairs {
            objectName: "task.compare"
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.preferredWidth: Theme.dp(700)
            Layout.minimumHeight: Theme.dp(260)
            before: root.task.before
            after: root.task.after
        }
        Flickable {
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.preferredWidth: Theme.dp(380)
            Layout.preferredHeight: Theme.dp(320)
            contentHeight: column.implicitHeight
            clip: true
            boundsBehavior: Flickable.StopAtBounds
            T.ScrollIndicator.vertical: ScrollLine {}

            // A Column: a layout does not follow what changes its height with its width.
            Column {
                id: column
                width: parent.width - Theme.space(3)
                spacing: Theme.space(2)

                Banner {
                    width: column.width
                    visible: root.task.error !== ""
                    kind: Banner.Kind.Error
                    text: root.task.error
                }
                Banner {
                    width: column.width
                    visible: root.task.lastComment !== ""
                    kind: Banner.Kind.Error
                    text: qsTr("退回：%1").arg(root.task.lastComment)
                }
                Sentence { text: root.task.item; size: AppText.Size.Title; strong: true }
                Sentence { text: root.task.place }
                Sentence { text: root.task.note; color: Theme.second }
                Column { id: appealToAnswer; width: column.width }
                Sentence {
                    visible: root.task.repeat
                    text: qsTr("上期未整改，再次发现")
                    tone: Theme.Tone.Deduction
                }
                SeverityText { visible: root.task.loaded; severity: root.task.severity }
                Sentence {
                    visible: root.task.dueAtMs > 0
                    text: qsTr("限 %1 前整改").arg(Qt.formatDateTime(new Date(root.task.dueAtMs), "yyyy-MM-dd HH:mm"))
                    tone: root.task.overdue ? Theme.Tone.Deduction : Theme.Tone.Neutral
                    strong: root.task.overdue
                }
                Sentence {
                    visible: root.task.loaded && root.task.dueAtMs <= 0
                    text: qsTr("还没有下发；下发后开始计期限")
                }
                Sentence { text: root.task.responsible === "" ? "" : qsTr("责任单位：%1").arg(root.task.responsible) }
                Sentence { text: root.task.number; color: Theme.second }
                Sentence {
                    text: root.task.photosMissing > 0 ? qsTr("还有 %1 张整改照片没有到齐").arg(root.task.photosMissing) : ""
                    tone: Theme.Tone.Warning
                }
                Column { id: appealWaiting; width: column.width }
                NoteField {
                    id: words
                    objectName: "task.words"
                    width: column.width
                    visible: root.task.mayReport
                    label: qsTr("怎么整改的（可不写）")
                    lines: 2
                }
                Column { id: appealsOver; width: column.width }
                // What waits for an answer is not below the fold of whom it waits for.
                AppealPanel {
                    parent: !root.appeal.waits ? appealsOver : root.appeal.mayAnswer ? appealToAnswer : appealWaiting
                    width: column.width
                    topPadding: Theme.space(3)
                    appeal: root.appeal
                    onRaiseWanted: appealSheet.ask(AppealSheet.What.Raise, root.task.item, "")
                    onAnswerWanted: (appealId, item, grant) => appealSheet.ask(grant ? AppealSheet.What.Grant : AppealSheet.What.Uphold, item, appealId)
                }
                AppText { topPadding: Theme.space(3); visible: root.task.history.length > 0; text: qsTr("经过"); size: AppText.Size.Second }
                Repeater {
                    model: root.task.history
                    Sentence { required property string modelData; text: modelData }
                }
            }
        }
    }
    AppealSheet {
        id: appealSheet
        objectName: "task.appealSheet"
        appeal: root.appeal
    }
    bottomBar: BottomBar {
        Layout.fillWidth: true
        visible: root.task.mayReport || root.task.mayCheck || root.task.mayClose

        DangerButton {
            objectName: "task.sendBack"
            visible: root.task.mayCheck
            text: qsTr("退回")
            enabled: reason.text.trim() !== ""
            onClicked: root.task.sendBack(reason.text)
        }
        NoteField {
            id: reason
            objectName: "task.reason"
            Layout.fillWidth: true
            visible: root.task.mayCheck
            label: qsTr("退回的原因（退回时必填）")
            lines: 1
        }
        Item { Layout.fillWidth: true; visible: !root.task.mayCheck }
        SecondaryButton {
            objectName: "task.start"
            visible: root.task.mayStart
            icon.name: "play_arrow"
            text: qsTr("开始整改")
            onClicked: root.task.start()
        }
        SecondaryButton {
            objectName: "task.camera"
            visible: root.task.mayReport
            icon.name: "photo_camera"
            text: root.task.drafted > 0 ? qsTr("再拍一张（已有 %1）").arg(root.task.drafted) : qsTr("拍整改后照片")
            onClicked: root.cameraWanted()
        }
        PrimaryButton {
            objectName: "task.report"
            visible: root.task.mayReport
            text: qsTr("反馈")
            enabled: root.task.drafted > 0
            onClicked: root.task.report(words.text)
        }
        PrimaryButton {
            objectName: "task.accept"
            visible: root.task.mayCheck
            text: qsTr("复查通过")
            enabled: root.task.photosMissing === 0
            onClicked: root.task.accept()
        }
        PrimaryButton {
            objectName: "task.close"
            visible: root.task.mayClose
            text: qsTr("销号")
            onClicked: root.task.close()
        }
    }
}
