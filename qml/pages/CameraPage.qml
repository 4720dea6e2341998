pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Dialogs
import QtQuick.Layouts
import QtMultimedia
import Xuncun.ViewModels

/// Takes photos of the open item, one tap each; opens over the item and goes back to it.
PageFrame {
    id: root

    required property CaptureModel capture

    signal photoChosen(int index)

    title: qsTr("拍照")
    context: qsTr("%1 %2").arg(root.capture.itemCode).arg(root.capture.itemTitle)
    canGoBack: true
    Component.onCompleted: root.capture.showOn(view)
    Component.onDestruction: root.capture.end()

    Rectangle {
        anchors.fill: parent
        color: "#000000"

        VideoOutput {
            id: view
            anchors.fill: parent
            visible: root.capture.hasViewfinder
            fillMode: VideoOutput.PreserveAspectFit
        }
        ColumnLayout {
            anchors.centerIn: parent
            width: Math.min(parent.width - 2 * Theme.margin, Theme.dp(520))
            visible: !root.capture.hasViewfinder
            spacing: Theme.space(3)

            Icon {
                Layout.alignment: Qt.AlignHCenter
                name: root.capture.hasCamera ? "photo_camera" : "no_photography"
                size: Theme.dp(56)
                color: "#E8EDE9"
            }
            AppText {
                Layout.fillWidth: true
                horizontalAlignment: Text.AlignHCenter
                wrapMode: Text.Wrap
                color: "#E8EDE9"
                text: root.capture.hasCamera ? qsTr("没有取景画面：按“拍照”取下一张。")
                    : root.capture.galleryAllowed ? qsTr("这台平板没有取景画面，可以从相册选照片。")
                                                  : qsTr("这一项只收应用内拍摄的照片。")
            }
        }
        Banner {
            objectName: "camera.error"
            anchors { left: parent.left; right: parent.right; top: parent.top; margins: Theme.margin }
            visible: root.capture.error !== ""
            kind: Banner.Kind.Error
            text: root.capture.error
            actionText: qsTr("知道了")
            onActionRequested: root.capture.dismissError()
        }
        GridLayout {
            anchors { left: parent.left; right: parent.right; bottom: parent.bottom; margins: Theme.space(3) }
            columns: root.wide ? 2 : 1
            columnSpacing: Theme.space(3)
            rowSpacing: Theme.space(3)

            PhotoStrip {
                objectName: "camera.photo"
                Layout.fillWidth: true
                Layout.alignment: Qt.AlignBottom
                model: root.capture.photos
                onOpened: index => root.photoChosen(index)
            }
            PhotoViewChoice {
                Layout.alignment: Qt.AlignRight | Qt.AlignBottom
                Layout.preferredWidth: Math.min(Theme.dp(400), root.width - 2 * Theme.space(3))
                visible: root.capture.viewsAsked
                capture: root.capture
            }
        }
    }
    bottomBar: BottomBar {
        Layout.fillWidth: true

        AppText {
            objectName: "camera.taken"
            Layout.fillWidth: true
            text: root.capture.waiting > 0 ? qsTr("正在保存 %1 张").arg(root.capture.waiting)
                : root.capture.taken > 0 ? qsTr("已存 %1 张").arg(root.capture.taken)
                : root.capture.viewsAsked ? qsTr("每处远景、近景各一张") : qsTr("每处问题至少一张")
            color: Theme.second
            wrapMode: Text.Wrap
            maximumLineCount: 2
        }
        SecondaryButton {
            objectName: "camera.gallery"
            visible: root.capture.galleryAllowed
            icon.name: "photo_library"
            text: qsTr("相册")
            onClicked: files.open()
        }
        PrimaryButton {
            objectName: "camera.take"
            visible: root.capture.hasCamera
            large: true
            icon.name: "photo_camera"
            text: qsTr("拍照")
            onClicked: root.capture.take()
        }
        SecondaryButton {
            objectName: "camera.done"
            text: qsTr("完成")
            onClicked: root.backRequested()
        }
    }
    FileDialog {
        id: files
        title: qsTr("选择照片")
        fileMode: FileDialog.OpenFiles
        nameFilters: [qsTr("照片 (*.jpg *.jpeg *.JPG *.JPEG)")]
        onAccepted: root.capture.addFiles(files.selectedFiles)
    }
}
