import QtQuick
import QtQuick.Layouts
import Xuncun.ViewModels

/// How far the check is and the way on, under the thumb.
BottomBar {
    id: root

    required property ChecklistModel checklist
    readonly property bool roomy: width >= Theme.wideFrom

    signal finishWanted()

    ColumnLayout {
        spacing: 0

        AppText {
            objectName: "checklist.answered"
            text: qsTr("已查 %1/%2").arg(root.checklist.answered).arg(root.checklist.itemCount)
            strong: true
        }
        AppText {
            visible: root.checklist.photosMissing > 0
            text: qsTr("缺照片 %1").arg(root.checklist.photosMissing)
            size: AppText.Size.Second
            tone: Theme.Tone.Warning
        }
        AppText {
            objectName: "checklist.asked"
            visible: root.checklist.asked > 0
            text: qsTr("退回要改 %1 项").arg(root.checklist.asked)
            size: AppText.Size.Second
            tone: Theme.Tone.Warning
        }
    }
    Item { Layout.fillWidth: true }
    IconButton {
        objectName: "checklist.undo"
        visible: !root.checklist.readOnly
        enabled: root.checklist.canUndo
        icon.name: "undo"
        label: qsTr("撤销上一步")
        onClicked: root.checklist.undo()
    }
    AppButton {
        objectName: "checklist.deducted"
        Layout.fillWidth: true
        Layout.minimumWidth: Theme.touch
        Layout.maximumWidth: implicitWidth
        kind: root.checklist.deductedOnly ? AppButton.Kind.Secondary : AppButton.Kind.Quiet
        icon.name: "filter_list"
        text: root.roomy || root.checklist.readOnly ? qsTr("只看扣分") : qsTr("扣分")
        Accessible.name: qsTr("只看扣分")
        onClicked: root.checklist.deductedOnly = !root.checklist.deductedOnly
    }
    RestOkButton {
        visible: root.roomy && wanted
        checklist: root.checklist
    }
    SecondaryButton {
        objectName: "checklist.next"
        Layout.fillWidth: true
        Layout.minimumWidth: Theme.touch
        Layout.maximumWidth: implicitWidth
        visible: root.checklist.answered < root.checklist.itemCount && !root.checklist.readOnly
        text: root.roomy ? qsTr("下一未查项") : qsTr("下一项")
        onClicked: root.checklist.nextUnanswered()
    }
    PrimaryButton {
        objectName: "checklist.finish"
        visible: !root.checklist.readOnly
        enabled: !root.checklist.empty
        text: qsTr("完成检查")
        onClicked: root.finishWanted()
    }
}
