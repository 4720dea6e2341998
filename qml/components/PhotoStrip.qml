pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T

/// Photos in one scrolling line, and after them the place to take the next, which stays where it is while they scroll.
/// The model has the roles `thumbUrl` (url) and `badge` (string, may be empty).
Item {
    id: root

    property bool canAdd: false
    property string addLabel: qsTr("拍照")
    property int tile: Math.max(Theme.dp(96), Theme.touch)
    property alias model: photos.model
    /// The one that is shown large elsewhere; it is marked and kept in view. -1: none is.
    property int current: -1
    readonly property alias count: photos.count
    /// What the line has for photos beside the place to add.
    readonly property real room: root.canAdd ? root.width - root.tile - photos.spacing : root.width

    signal opened(int index)
    signal addRequested()

    implicitHeight: root.tile

    ListView {
        id: photos

        width: Math.max(0, Math.min(root.room, root.count * (root.tile + spacing) - spacing))
        height: root.tile
        orientation: ListView.Horizontal
        spacing: Theme.space(2)
        clip: true
        boundsBehavior: Flickable.StopAtBounds
        cacheBuffer: Theme.dp(400)
        onCountChanged: later.restart()
        currentIndex: root.current < 0 ? 0 : root.current
        highlightMoveDuration: Theme.motion

        delegate: PhotoTile {
            id: photo

            required property int index
            required property url thumbUrl
            required badge

            objectName: root.objectName + "." + photo.index
            source: photo.thumbUrl
            width: root.tile
            height: root.tile
            current: root.current === photo.index
            label: qsTr("照片 %1").arg(photo.index + 1)
            onClicked: root.opened(photo.index)
            onVisualFocusChanged: if (visualFocus) photos.positionViewAtIndex(photo.index, ListView.Contain)
        }
    }
    // The newest photo is what one wants to see; later, because the list is still being told of its rows.
    Timer {
        id: later
        interval: 0
        onTriggered: if (root.current < 0) photos.positionViewAtEnd()
    }
    T.Button {
        id: add

        x: root.count > 0 ? photos.width + photos.spacing : 0
        objectName: root.objectName + ".add"
        visible: root.canAdd
        width: root.tile
        height: root.tile
        focusPolicy: Qt.StrongFocus
        Accessible.name: root.addLabel
        onClicked: root.addRequested()

        contentItem: ColumnLayout {
            spacing: 0
            Item { Layout.fillHeight: true }
            Icon { Layout.alignment: Qt.AlignHCenter; name: "photo_camera"; size: Theme.dp(28); tone: Theme.Tone.Primary }
            AppText {
                Layout.fillWidth: true
                horizontalAlignment: Text.AlignHCenter
                text: root.addLabel
                size: AppText.Size.Second
                tone: Theme.Tone.Primary
            }
            Item { Layout.fillHeight: true }
        }
        background: Rectangle {
            radius: Theme.radiusSmall
            color: add.down ? Theme.pressed : Theme.primarySoft
            border.width: Theme.sunlight ? Theme.lineWidth : 0
            border.color: Theme.primary
            FocusRing { shown: add.visualFocus; radius: Theme.radiusSmall }
        }
    }
}
