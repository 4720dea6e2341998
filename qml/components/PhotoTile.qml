import QtQuick
import QtQuick.Templates as T

/// One photo as a square to tap, loaded off the UI thread at the size it is shown.
T.AbstractButton {
    id: root

    required property url source
    property string badge
    property string label: qsTr("照片")
    /// It is the one shown large elsewhere.
    property bool current: false

    implicitWidth: Theme.dp(96)
    implicitHeight: implicitWidth
    focusPolicy: Qt.StrongFocus
    Accessible.name: root.badge === "" ? root.label : root.label + " " + root.badge

    Rectangle {
        anchors.fill: parent
        color: Theme.sunken

        Icon {
            anchors.centerIn: parent
            visible: image.status !== Image.Ready
            name: image.status === Image.Error || image.status === Image.Null ? "image_not_supported" : "image"
        }
        Image {
            id: image
            anchors.fill: parent
            source: root.source
            sourceSize { width: root.implicitWidth; height: root.implicitHeight }
            asynchronous: true
            autoTransform: true
            fillMode: Image.PreserveAspectCrop
            clip: true
        }
    }
    Rectangle {
        anchors.fill: parent
        color: "transparent"
        border.width: Theme.sunlight ? Theme.lineWidth : 0
        border.color: Theme.line
    }
    Rectangle {
        visible: root.badge !== ""
        anchors { left: parent.left; right: parent.right; bottom: parent.bottom }
        height: badgeText.implicitHeight + Theme.space(1)
        color: "#B3000000"
        AppText {
            id: badgeText
            anchors { fill: parent; leftMargin: Theme.space(1.5); rightMargin: Theme.space(1.5) }
            text: root.badge
            size: AppText.Size.Second
            color: "#FFFFFF"
        }
    }
    // Inside its own edge: the line of photos cuts off what stands out of it.
    Rectangle {
        anchors.fill: parent
        visible: root.current
        color: "transparent"
        border.width: Theme.dp(4)
        border.color: Theme.primary
    }
    FocusRing { shown: root.visualFocus; anchors.margins: 0; radius: 0 }
}
