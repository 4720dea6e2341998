import QtQuick
import QtQuick.Layouts

/// Says that an answer is on its way; appears only after a moment, so that what is quick does not flicker.
RowLayout {
    id: root

    required property bool running
    property string text: qsTr("正在读取…")
    property bool waited: false

    visible: root.running && root.waited
    spacing: Theme.space(2)
    onRunningChanged: root.waited = false

    Timer {
        running: root.running
        interval: 300
        onTriggered: root.waited = true
    }
    Icon { name: "hourglass_empty" }
    AppText { text: root.text; color: Theme.second }
}
