import Xuncun.ViewModels

/// 合格 for everything that is still open in the section, with one tap.
QuietButton {
    id: root

    required property ChecklistModel checklist
    readonly property bool wanted: !root.checklist.readOnly && root.checklist.restOfSection > 0

    objectName: "checklist.restOk"
    icon.name: "done_all"
    text: qsTr("本类其余合格 (%1)").arg(root.checklist.restOfSection)
    onClicked: root.checklist.restOfSectionOk()
}
