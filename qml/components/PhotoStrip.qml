pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T

/// Photos in one scrolling line, with a place at the end to take the next.
/// The model has the roles `thumbUrl` (url) and `badge` (string, may be empty).
ListView {
    id: root

    property bool canAdd: false
    property string addLabel: qsTr("拍照")
    property int tile: Math.max(Theme.dp(96), Theme.touch)

    signal opened(int index)
    signal addRequested()

    implicitHeight: root.tile
    orientation: ListView.Horizontal
    spacing: Theme.space(2)
    clip: true
    boundsBehavior: Flickable.StopAtBounds
    cacheBuffer: Theme.dp(400)

    delegate: PhotoTile {
        id: photo

        required property int index
        required property url thumbUrl

        objectName: root.objectName + "." + photo.index
        source: photo.thumbUrl
        width: root.tile
        height: root.tile
        current: root.currentIndex === photo.index && root.highlightFollowsCurrentItem && root.activeFocus
        label: qsTr("照片 %1").arg(photo.index + 1)
        onTapped: root.opened(photo.index)
    }

    rightMargin: root.canAdd ? root.tile + root.spacing : 0

    T.Button {
        id: add

        // In the scrolled content after the photos, and over the last of them where they need more than the line:
        // it is always in reach. A footer of a bound file is made by no Qt 6.4.
        parent: root.contentItem
        z: 2
        x: Math.min(root.originX + root.contentWidth + (root.count > 0 ? root.spacing : 0), root.contentX + root.width - width)
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
