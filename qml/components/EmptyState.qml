import QtQuick
import QtQuick.Layouts

/// What a list says when there is nothing in it, and what can be done about that.
ColumnLayout {
    id: root

    required property string title
    property string text
    property string iconName: "inbox"
    property string actionText

    signal actionRequested()

    spacing: Theme.space(2)

    Icon {
        Layout.alignment: Qt.AlignHCenter
        name: root.iconName
        size: Theme.dp(56)
        opacity: 0.7
    }
    AppText {
        Layout.alignment: Qt.AlignHCenter
        Layout.maximumWidth: Theme.dp(480)
        text: root.title
        size: AppText.Size.Title
        wrapMode: Text.Wrap
        horizontalAlignment: Text.AlignHCenter
    }
    AppText {
        Layout.alignment: Qt.AlignHCenter
        Layout.maximumWidth: Theme.dp(480)
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
