import QtQuick
import Xuncun.Gallery
import Xuncun.Ui

Item {
    SupervisorStage { id: stage }
    RectificationPage {
        anchors.fill: parent
        anchors.bottomMargin: Theme.stateBar
        task: stage.task
        appeal: stage.appeal
    }
    StateBar {
        anchors { left: parent.left; right: parent.right; bottom: parent.bottom }
        status: stage.status
        inField: false
    }
}
