import QtQuick

/// Two photos of one spot, the later over the earlier, with a line between that is dragged; the arrow keys move it too.
Item {
    id: root

    property url before
    property url after
    property real split: 0.5
    /// Where the line stands: at the right edge as long as there is no later photo to compare with.
    readonly property int line: Math.round(root.width * (String(root.after) === "" ? 1 : root.split))

    activeFocusOnTab: true
    Accessible.role: Accessible.Slider
    Accessible.name: qsTr("整改前后对照")
    Keys.onLeftPressed: root.split = Math.max(0, root.split - 0.05)
    Keys.onRightPressed: root.split = Math.min(1, root.split + 0.05)

    component Tag: Rectangle {
        property alias text: words.text
        implicitWidth: words.implicitWidth + Theme.space(4)
        implicitHeight: words.implicitHeight + Theme.space(2)
        color: Theme.raised
        radius: Theme.dp(4)
        border.width: Theme.sunlight ? Theme.lineWidth : 0
        border.color: Theme.line
        AppText { id: words; anchors.centerIn: parent; size: AppText.Size.Second; strong: true }
    }

    Rectangle { anchors.fill: parent; color: Theme.sunken }
    Image {
        id: earlier
        anchors.fill: parent
        source: root.before
        sourceSize.width: 1600
        fillMode: Image.PreserveAspectFit
        asynchronous: true
        autoTransform: true
    }
    Item {
        x: root.line
        width: root.width - x
        height: root.height
        clip: true

        Rectangle { anchors.fill: parent; color: Theme.sunken }
        Image {
            x: -parent.x
            width: root.width
            height: root.height
            source: root.after
            sourceSize.width: 1600
            fillMode: Image.PreserveAspectFit
            asynchronous: true
            autoTransform: true
        }
    }
    AppText {
        anchors.centerIn: parent
        visible: String(root.before) === "" && String(root.after) === ""
        text: qsTr("照片还没有下载到本机，联网后会来")
    }
    Rectangle {
        x: root.line - width / 2
        width: Theme.dp(3)
        height: root.height
        color: Theme.primary
        visible: String(root.after) !== ""

        Rectangle {
            anchors.centerIn: parent
            width: Theme.touch
            height: width
            radius: width / 2
            color: Theme.primary
            Icon { anchors.centerIn: parent; name: "compare_arrows"; color: Theme.inkOnPrimary; size: Theme.dp(24) }
        }
    }
    Tag { x: Theme.space(2); y: Theme.space(2); text: qsTr("整改前") }
    Tag { anchors.right: parent.right; anchors.rightMargin: Theme.space(2); y: Theme.space(2); text: qsTr("整改后"); visible: String(root.after) !== "" }
    MouseArea {
        objectName: "compare.drag"
        anchors.fill: parent
        enabled: String(root.after) !== ""
        preventStealing: true
        onPositionChanged: mouse => root.split = Math.max(0, Math.min(1, mouse.x / root.width))
        onPressed: mouse => root.split = Math.max(0, Math.min(1, mouse.x / root.width))
    }
}
