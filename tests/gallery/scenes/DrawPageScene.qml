import QtQuick
import Xuncun.Gallery
import Xuncun.Ui

Item {
    InspectorStage { id: stage }
    DrawPage {
        anchors.fill: parent
        anchors.bottomMargin: bar.height
        drawing: stage.drawing
    }
    StateBar {
        id: bar
        anchors { left: parent.left; right: parent.right; bottom: parent.bottom }
        status: stage.status
    }
}
