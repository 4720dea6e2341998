import QtQuick
import Xuncun.Gallery
import Xuncun.Ui

Item {
    NastyStage { id: stage }
    FinishPage {
        anchors.fill: parent
        anchors.bottomMargin: Theme.stateBar
        finish: stage.finish
    }
    StateBar {
        anchors { left: parent.left; right: parent.right; bottom: parent.bottom }
        status: stage.status
    }
}
