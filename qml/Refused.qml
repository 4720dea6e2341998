pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls
import QtQuick.Layouts

/// Shown instead of the app when the store must not be opened: it says why, and nothing was changed.
ApplicationWindow {
    id: root

    required property string message
    required property string code
    required property string place

    width: 1280
    height: 800
    visible: true
    title: qsTr("巡村")
    color: Theme.surface

    ColumnLayout {
        anchors.centerIn: parent
        width: Math.min(root.width - 2 * Theme.margin, Theme.dp(640))
        spacing: Theme.space(4)

        Icon { Layout.alignment: Qt.AlignHCenter; name: "lock"; size: Theme.sp(64); tone: Theme.Tone.Warning }
        AppText {
            objectName: "refused.message"
            Layout.fillWidth: true
            text: root.message
            size: AppText.Size.Page
            horizontalAlignment: Text.AlignHCenter
            wrapMode: Text.Wrap
        }
        AppText {
            Layout.fillWidth: true
            text: qsTr("本机数据没有改动，未传送的检查都还在。\n%1\n%2").arg(root.place).arg(root.code)
            size: AppText.Size.Second
            horizontalAlignment: Text.AlignHCenter
            wrapMode: Text.Wrap
        }
    }
}
