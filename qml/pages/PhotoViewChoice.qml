import QtQuick
import QtQuick.Layouts
import Xuncun.ViewModels

/// Says whether the next photo shows the surroundings or the thing itself, over the picture of the camera.
Rectangle {
    id: root

    required property CaptureModel capture

    implicitWidth: column.implicitWidth + 2 * Theme.space(3)
    implicitHeight: column.implicitHeight + 2 * Theme.space(3)
    radius: Theme.radius
    color: Theme.surface
    border.width: Theme.sunlight ? Theme.lineWidth : 0
    border.color: Theme.line

    ColumnLayout {
        id: column
        anchors { fill: parent; margins: Theme.space(3) }
        spacing: Theme.space(2)

        AppText {
            objectName: "camera.cue"
            Layout.fillWidth: true
            text: root.capture.view === CaptureModel.WideView ? qsTr("远景：带上周围，看得出在哪里")
                : root.capture.view === CaptureModel.CloseView ? qsTr("近景：问题本身，拍清楚")
                                                               : qsTr("照片够了；再拍请先选")
            wrapMode: Text.Wrap
        }
        Segments {
            objectName: "camera.view"
            Layout.fillWidth: true
            label: qsTr("下一张拍的是")
            options: [qsTr("远景"), qsTr("近景")]
            icons: ["landscape", "center_focus_strong"]
            currentIndex: root.capture.view === CaptureModel.WideView ? 0 : root.capture.view === CaptureModel.CloseView ? 1 : -1
            onChosen: index => root.capture.chooseView(index === 0 ? CaptureModel.WideView : CaptureModel.CloseView)
        }
    }
}
