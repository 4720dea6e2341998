pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Xuncun.ViewModels

/// One photo as large as it goes, with when and where it was taken; swipe for the others of the item.
PageFrame {
    id: root

    required property PhotoViewModel photo

    title: qsTr("照片 %1 / %2").arg(root.photo.current + 1).arg(root.photo.photos.count)
    context: qsTr("%1 %2").arg(root.photo.itemCode).arg(root.photo.itemTitle)
    canGoBack: true
    Component.onDestruction: root.photo.close()

    ListView {
        id: list

        objectName: "photo.list"
        anchors.fill: parent
        orientation: ListView.Horizontal
        snapMode: ListView.SnapOneItem
        highlightRangeMode: ListView.StrictlyEnforceRange
        highlightMoveDuration: Theme.motion
        boundsBehavior: Flickable.StopAtBounds
        clip: true
        model: root.photo.photos
        currentIndex: root.photo.current
        onCurrentIndexChanged: root.photo.current = currentIndex
        delegate: LargePhoto {
            width: list.width
            height: list.height
        }
    }
    bottomBar: BottomBar {
        Layout.fillWidth: true

        SecondaryButton {
            objectName: "photo.previous"
            icon.name: "chevron_left"
            text: qsTr("上一张")
            enabled: root.photo.current > 0
            onClicked: root.photo.current = root.photo.current - 1
        }
        SecondaryButton {
            objectName: "photo.next"
            icon.name: "chevron_right"
            text: qsTr("下一张")
            enabled: root.photo.current < root.photo.photos.count - 1
            onClicked: root.photo.current = root.photo.current + 1
        }
        AppText {
            Layout.fillWidth: true
            text: root.photo.error
            tone: Theme.Tone.Deduction
            wrapMode: Text.Wrap
        }
        DangerButton {
            objectName: "photo.remove"
            visible: root.photo.removable
            icon.name: "delete"
            text: qsTr("去掉这张")
            onClicked: root.photo.remove()
        }
    }
}
