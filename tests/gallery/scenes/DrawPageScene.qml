import QtQuick
import Xuncun.Gallery
import Xuncun.Ui

Item {
    InspectorStage { id: stage }
    DrawPage {
        anchors.fill: parent
        anchors.bottomMargin: Theme.stateBar
        drawing: stage.drawing
    }
    StateBar {
        anchors { left: parent.left; right: parent.right; bottom: parent.bottom }
        status: stage.status
    }
}
