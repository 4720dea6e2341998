import QtQuick
import QtQuick.Layouts

/// Why the store must not be opened, and that nothing was changed.
ColumnLayout {
    id: root

    required property string message
    required property string code
    required property string place

    spacing: Theme.space(4)

    Icon { Layout.alignment: Qt.AlignHCenter; name: "lock"; size: Theme.sp(64); tone: Theme.Tone.Warning }
    AppText {
        objectName: "refused.message"
        Layout.fillWidth: true
        Layout.maximumWidth: Theme.dp(640)
        Layout.alignment: Qt.AlignHCenter
        text: root.message
        size: AppText.Size.Page
        horizontalAlignment: Text.AlignHCenter
        wrapMode: Text.Wrap
    }
    AppText {
        Layout.fillWidth: true
        Layout.maximumWidth: Theme.dp(640)
        Layout.alignment: Qt.AlignHCenter
        text: qsTr("本机数据没有改动，未传送的检查都还在。\n%1\n%2").arg(root.place).arg(root.code)
        size: AppText.Size.Second
        horizontalAlignment: Text.AlignHCenter
        wrapMode: Text.Wrap
    }
}
