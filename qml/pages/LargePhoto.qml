import QtQuick

/// A photo in full with what is drawn on it, and its facts under it.
Item {
    id: root

    required property url thumbUrl
    required property url fullUrl
    required property string takenAt
    required property double accuracyM
    required property double latitude
    required property double longitude
    required property bool timeDoubtful
    required property bool fromGallery
    /// 远景, 近景, or nothing.
    required property string badge
    required property var marks
    property bool watermark: false

    Rectangle {
        anchors.fill: parent
        color: "#000000"
    }
    MarkedPhoto {
        anchors { left: parent.left; right: parent.right; top: parent.top; bottom: facts.top }
        thumbUrl: root.thumbUrl
        fullUrl: root.fullUrl
        marks: root.marks
        watermark: root.watermark
    }
    Flow {
        id: facts
        anchors { left: parent.left; right: parent.right; bottom: parent.bottom; margins: Theme.space(3) }
        spacing: Theme.space(4)

        AppText {
            text: root.takenAt
            color: "#E8EDE9"
        }
        AppText {
            text: root.accuracyM < 0 ? qsTr("无定位") : qsTr("E%1 N%2 ±%3 m").arg(root.longitude.toFixed(6))
                .arg(root.latitude.toFixed(6)).arg(Math.round(root.accuracyM))
            color: "#E8EDE9"
        }
        AppText {
            visible: root.badge !== ""
            text: root.badge
            strong: true
            color: "#E8EDE9"
        }
        AppText {
            visible: root.fromGallery
            text: qsTr("来自相册")
            color: "#FFC76B"
        }
        AppText {
            visible: root.timeDoubtful
            text: qsTr("时间存疑")
            color: "#FFC76B"
        }
    }
}
