import QtQuick
import Xuncun.ViewModels

/// A photo as large as it goes with its marks over it. Until the file is there its thumbnail stands in.
Item {
    id: root

    required property url fullUrl
    property url thumbUrl
    /// From the model's role of this name.
    property var marks
    property bool watermark: false
    readonly property Image shown: full.status === Image.Ready ? full : thumb
    readonly property bool ready: root.shown.status === Image.Ready
    /// Where the picture is shown, for fingers that draw on it.
    readonly property rect picture: Qt.rect(overlay.x, overlay.y, overlay.width, overlay.height)

    Image {
        id: thumb
        anchors.fill: parent
        source: root.thumbUrl
        visible: full.status !== Image.Ready
        asynchronous: true
        autoTransform: true
        fillMode: Image.PreserveAspectFit
    }
    Image {
        id: full
        anchors.fill: parent
        source: root.fullUrl
        sourceSize { width: 1600; height: 1600 }
        asynchronous: true
        autoTransform: true
        fillMode: Image.PreserveAspectFit
    }
    PhotoOverlay {
        id: overlay
        anchors.centerIn: parent
        width: root.shown.paintedWidth
        height: root.shown.paintedHeight
        visible: root.ready && root.marks !== undefined
        watermark: root.watermark
        marks: root.marks
    }
}
