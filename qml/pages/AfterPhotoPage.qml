pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Dialogs
import QtQuick.Layouts
import QtMultimedia
import Xuncun.ViewModels

/// Takes the after-photo from the same spot: the photo before lies half-transparent over the camera picture, and the
/// line above says how far and in which direction it was taken.
PageFrame {
    id: root

    required property RectificationModel task
    property bool overlaid: true
    readonly property list<string> winds: [qsTr("北"), qsTr("东北"), qsTr("东"), qsTr("东南"), qsTr("南"), qsTr("西南"), qsTr("西"), qsTr("西北")]

    canGoBack: true
    title: qsTr("拍整改后照片")
    context: root.task.distanceM < 0 ? root.task.placeKnown ? qsTr("本机还没有定位，按画面对准") : qsTr("原照片没有位置，按画面对准")
        : root.task.distanceM <= 10 ? qsTr("就在原位置附近（%1 米）").arg(root.task.distanceM)
        : qsTr("原位置在%1方 %2 米").arg(root.winds[Math.round(root.task.bearingDeg / 45) % 8]).arg(root.task.distanceM)
    Component.onCompleted: root.task.showOn(view)
    Component.onDestruction: root.task.endCamera()

    Rectangle {
        anchors.fill: parent
        color: "#000000"

        VideoOutput {
            id: view
            anchors.fill: parent
            visible: root.task.hasViewfinder
            fillMode: VideoOutput.PreserveAspectFit
        }
        Image {
            objectName: "after.overlay"
            anchors.fill: parent
            source: root.task.before.length > 0 ? root.task.before[0] : ""
            sourceSize.width: 1600
            opacity: !root.overlaid ? 0 : root.task.hasViewfinder ? 0.5 : 1
            fillMode: Image.PreserveAspectFit
            asynchronous: true
            autoTransform: true
        }
        Banner {
            anchors { left: parent.left; right: parent.right; top: parent.top; margins: Theme.margin }
            visible: root.task.error !== ""
            kind: Banner.Kind.Error
            text: root.task.error
        }
    }
    bottomBar: BottomBar {
        Layout.fillWidth: true

        AppText {
            objectName: "after.taken"
            Layout.fillWidth: true
            text: root.task.waiting > 0 ? qsTr("正在保存 %1 张").arg(root.task.waiting)
                : root.task.drafted > 0 ? qsTr("已存 %1 张").arg(root.task.drafted)
                : root.task.hasCamera ? qsTr("对准原照片，拍同一位置") : qsTr("从相册选同一位置的整改后照片")
            color: Theme.second
            wrapMode: Text.Wrap
            maximumLineCount: 3
        }
        SecondaryButton {
            objectName: "after.overlayToggle"
            icon.name: "layers"
            text: root.overlaid ? qsTr("隐藏原照片") : qsTr("显示原照片")
            onClicked: root.overlaid = !root.overlaid
        }
        SecondaryButton {
            objectName: "after.files"
            visible: !root.task.hasCamera
            icon.name: "photo_library"
            text: qsTr("相册")
            onClicked: files.open()
        }
        PrimaryButton {
            objectName: "after.take"
            visible: root.task.hasCamera
            large: true
            icon.name: "photo_camera"
            text: qsTr("拍照")
            onClicked: root.task.take()
        }
        SecondaryButton {
            objectName: "after.done"
            text: qsTr("完成")
            onClicked: root.backRequested()
        }
    }
    FileDialog {
        id: files
        title: qsTr("选择照片")
        fileMode: FileDialog.OpenFiles
        nameFilters: [qsTr("照片 (*.jpg *.jpeg *.JPG *.JPEG)")]
        onAccepted: root.task.addFiles(files.selectedFiles)
    }
}
