pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Xuncun.ViewModels

/// One photo as large as it goes, with when and where it was taken and what is drawn on it; swipe for the others
/// of the item.
PageFrame {
    id: root

    required property PhotoViewModel photo

    signal drawingWanted(string photoId)

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
        onMovementEnded: root.photo.current = currentIndex  // only a swipe says so itself
        Component.onCompleted: followModel()

        function followModel() {
            if (!moving)
                currentIndex = root.photo.current
        }
        delegate: LargePhoto {
            width: list.width
            height: list.height
            watermark: root.photo.watermark
        }
    }
    Connections {
        target: root.photo
        function onChanged() { list.followModel() }
    }
    Banner {
        objectName: "photo.told"
        anchors { left: parent.left; right: parent.right; top: parent.top; margins: Theme.margin }
        visible: text !== ""
        kind: root.photo.error !== "" ? Banner.Kind.Error : Banner.Kind.Info
        text: root.photo.error !== "" ? root.photo.error
            : root.photo.exportedTo !== "" ? qsTr("已导出：%1").arg(root.photo.exportedTo) : ""
    }
    bottomBar: BottomBar {
        Layout.fillWidth: true

        IconButton {
            objectName: "photo.previous"
            visible: root.wide  // held upright there is no room for them: swipe
            icon.name: "chevron_left"
            label: qsTr("上一张")
            filled: true
            enabled: root.photo.current > 0
            onClicked: root.photo.current = root.photo.current - 1
        }
        IconButton {
            objectName: "photo.next"
            visible: root.wide
            icon.name: "chevron_right"
            label: qsTr("下一张")
            filled: true
            enabled: root.photo.current < root.photo.photos.count - 1
            onClicked: root.photo.current = root.photo.current + 1
        }
        ToggleChip {
            objectName: "photo.watermark"
            text: qsTr("水印")
            good: true
            on: root.photo.watermark
            onTapped: root.photo.watermark = !root.photo.watermark
        }
        SecondaryButton {
            objectName: "photo.export"
            icon.name: "save_alt"
            text: root.wide || Theme.textScale < 1.3 ? qsTr("导出") : ""
            Accessible.name: qsTr("导出")
            onClicked: root.photo.exportCurrent()
        }
        Item {
            Layout.fillWidth: true
            Layout.leftMargin: -Theme.space(3)  // one gap, not one on each side
        }
        DangerButton {
            objectName: "photo.remove"
            visible: root.photo.removable
            icon.name: "delete"
            text: qsTr("去掉")
            Accessible.name: qsTr("去掉这张")
            onClicked: root.photo.remove()
        }
        PrimaryButton {
            objectName: "photo.draw"
            Layout.leftMargin: Theme.betweenOpposites - Theme.space(3)
            visible: root.photo.removable
            icon.name: "edit"
            text: qsTr("标注")
            onClicked: root.drawingWanted(root.photo.currentId)
        }
    }
}
