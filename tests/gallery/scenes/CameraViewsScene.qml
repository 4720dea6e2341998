import QtQuick
import Xuncun.Gallery
import Xuncun.Ui

Item {
    InspectorStage {
        id: stage
        Component.onCompleted: {
            stage.wantWideAndClose()
            stage.capture.take()
            stage.settle()
        }
    }
    CameraPage {
        anchors.fill: parent
        anchors.bottomMargin: bar.height
        capture: stage.capture
    }
    StateBar {
        id: bar
        anchors { left: parent.left; right: parent.right; bottom: parent.bottom }
        status: stage.status
    }
}
