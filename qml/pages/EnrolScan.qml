import QtQuick
import QtMultimedia
import Xuncun.ViewModels

/// What the camera sees; while it is visible the code of the office is looked for.
Rectangle {
    id: root

    required property ScanModel scan

    signal found(string text)
    signal cancelled

    function look() {
        if (root.visible)
            root.scan.begin(view)
        else
            root.scan.end()
    }

    color: "#000000"
    onVisibleChanged: root.look()
    Component.onCompleted: root.look()
    Component.onDestruction: root.scan.end()

    VideoOutput {
        id: view
        anchors.fill: parent
        visible: root.scan.hasViewfinder
        fillMode: VideoOutput.PreserveAspectFit
    }
    Icon {
        anchors.centerIn: parent
        visible: !root.scan.hasViewfinder
        name: "photo_camera"
        size: Theme.dp(56)
        color: "#E8EDE9"
    }
    Banner {
        objectName: "scan.hint"
        anchors { left: parent.left; right: parent.right; top: parent.top; margins: Theme.margin }
        kind: root.scan.sawOther ? Banner.Kind.Warning : Banner.Kind.Info
        text: root.scan.sawOther ? qsTr("这个二维码不是登记用的，请对准办公室给的登记二维码。")
                                 : qsTr("对准办公室给的登记二维码，认出后自动登记。")
    }
    SecondaryButton {
        objectName: "scan.cancel"
        anchors { right: parent.right; bottom: parent.bottom; margins: Theme.margin }
        text: qsTr("取消")
        onClicked: root.cancelled()
    }
    Connections {
        target: root.scan
        function onFound(text) { root.found(text) }
    }
}
