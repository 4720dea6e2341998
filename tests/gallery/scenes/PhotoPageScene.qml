import QtQuick
import Xuncun.Gallery
import Xuncun.Ui

Item {
    InspectorStage { id: stage }
    PhotoPage {
        anchors.fill: parent
        anchors.bottomMargin: Theme.stateBar
        photo: stage.photo
    }
    StateBar {
        anchors { left: parent.left; right: parent.right; bottom: parent.bottom }
        status: stage.status
    }
}
