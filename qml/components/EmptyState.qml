import QtQuick
import QtQuick.Layouts

/// What a list says when there is nothing in it, and what can be done about that.
Item {
    id: root

    required property string title
    property string text
    property string iconName: "inbox"
    property string actionText

    signal actionRequested()

    implicitWidth: Theme.dp(320)
    implicitHeight: column.implicitHeight

    ColumnLayout {
        id: column
        anchors.centerIn: parent
        width: Math.min(root.width, Theme.dp(480))
        spacing: Theme.space(2)

        Icon {
            Layout.alignment: Qt.AlignHCenter
            name: root.iconName
            size: Theme.dp(56)
            opacity: 0.7
        }
        AppText {
            Layout.fillWidth: true
            text: root.title
            size: AppText.Size.Title
            wrapMode: Text.Wrap
            horizontalAlignment: Text.AlignHCenter
        }
        AppText {
            Layout.fillWidth: true
            visible: root.text !== ""
            text: root.text
            color: Theme.second
            wrapMode: Text.Wrap
            horizontalAlignment: Text.AlignHCenter
        }
        SecondaryButton {
            objectName: root.objectName + ".action"
            Layout.alignment: Qt.AlignHCenter
            Layout.topMargin: Theme.space(3)
            visible: root.actionText !== ""
            text: root.actionText
            onClicked: root.actionRequested()
        }
    }
}
