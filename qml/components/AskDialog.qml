import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T

/// Asks before something leaves the tablet for good (submit, publish), and only then. What can be undone is not asked.
T.Dialog {
    id: root

    property string text
    property string confirmText: qsTr("确定")
    property bool danger: false
    default property alias content: slot.data
    property bool confirmEnabled: true

    anchors.centerIn: T.Overlay.overlay
    width: Math.min(Theme.dp(520), (parent ? (parent as Item).width : Theme.dp(520)) - 2 * Theme.margin)
    implicitHeight: implicitContentHeight + topPadding + bottomPadding
    padding: Theme.margin
    modal: true
    dim: true
    focus: true

    contentItem: ColumnLayout {
        spacing: Theme.space(4)

        AppText {
            Layout.fillWidth: true
            text: root.title
            size: AppText.Size.Title
            strong: true
            wrapMode: Text.Wrap
        }
        AppText {
            Layout.fillWidth: true
            visible: root.text !== ""
            text: root.text
            wrapMode: Text.Wrap
        }
        ColumnLayout {
            id: slot
            Layout.fillWidth: true
            visible: children.length > 0
            spacing: Theme.space(3)
        }
        RowLayout {
            Layout.fillWidth: true
            Layout.topMargin: Theme.space(2)
            spacing: Theme.betweenOpposites

            SecondaryButton {
                objectName: "dialog.cancel"
                Layout.fillWidth: true
                text: qsTr("取消")
                onClicked: root.reject()
            }
            AppButton {
                objectName: "dialog.confirm"
                Layout.fillWidth: true
                kind: root.danger ? AppButton.Kind.Danger : AppButton.Kind.Primary
                text: root.confirmText
                enabled: root.confirmEnabled
                onClicked: root.accept()
            }
        }
    }
    background: Rectangle {
        radius: Theme.radius + Theme.dp(4)
        color: Theme.raised
        border.width: Theme.sunlight ? Theme.lineWidth : 0
        border.color: Theme.line
    }
    T.Overlay.modal: Rectangle { color: Theme.scrim }
}
