pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Xuncun.ViewModels

/// Points at what the photo shows: an arrow, a circle, words. One drag is one stroke and is saved when the finger
/// is lifted; the photo itself stays as it is.
PageFrame {
    id: root

    required property DrawingModel drawing
    readonly property bool writes: root.drawing.tool === DrawingModel.Text

    title: qsTr("标注照片")
    context: root.drawing.count > 0 ? qsTr("%1 笔，原图不变").arg(root.drawing.count) : qsTr("原图不变")
    canGoBack: true
    Component.onDestruction: root.drawing.close()

    Rectangle {
        anchors.fill: parent
        color: "#000000"

        MarkedPhoto {
            id: photo
            anchors.fill: parent
            fullUrl: root.drawing.fullUrl
            marks: root.drawing.marks
        }
        MouseArea {
            id: pen
            objectName: "draw.picture"
            x: photo.picture.x
            y: photo.picture.y
            width: photo.picture.width
            height: photo.picture.height
            preventStealing: true
            Accessible.role: Accessible.Canvas
            Accessible.name: qsTr("照片，拖动手指画箭头或圈")
            onPressed: mouse => root.drawing.press(mouse.x / pen.width, mouse.y / pen.height)
            onPositionChanged: mouse => root.drawing.moveTo(mouse.x / pen.width, mouse.y / pen.height)
            onReleased: root.drawing.lift()
            onCanceled: root.drawing.cancel()
        }
        Banner {
            objectName: "draw.error"
            anchors { left: parent.left; right: parent.right; top: parent.top; margins: Theme.margin }
            visible: root.drawing.error !== ""
            kind: Banner.Kind.Error
            text: root.drawing.error
        }
    }
    bottomBar: ColumnLayout {
        Layout.fillWidth: true
        spacing: 0

        Rectangle {
            Layout.fillWidth: true
            visible: root.writes
            implicitHeight: words.implicitHeight + Theme.space(4)
            color: Theme.raised

            Field {
                id: words
                objectName: "draw.words"
                anchors { left: parent.left; right: parent.right; verticalCenter: parent.verticalCenter; leftMargin: Theme.margin; rightMargin: Theme.margin }
                placeholder: qsTr("先写文字，再点照片上的位置")
                clearable: true
                text: root.drawing.words
                onEdited: text => root.drawing.words = text
            }
        }
        BottomBar {
            Layout.fillWidth: true

            Segments {
                objectName: "draw.tool"
                Layout.fillWidth: true
                Layout.maximumWidth: Theme.dp(480)
                label: qsTr("画什么")
                options: [qsTr("箭头"), qsTr("圈"), qsTr("文字")]
                icons: ["call_made", "radio_button_unchecked", "title"]
                currentIndex: root.drawing.tool
                onChosen: index => root.drawing.tool = index
            }
            Item { Layout.fillWidth: true }
            SecondaryButton {
                objectName: "draw.undo"
                icon.name: "undo"
                text: qsTr("撤销")
                enabled: root.drawing.canUndo
                onClicked: root.drawing.undo()
            }
            PrimaryButton {
                objectName: "draw.done"
                icon.name: "check"
                text: qsTr("完成")
                onClicked: root.backRequested()
            }
        }
    }
}
