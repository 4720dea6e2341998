import QtQuick
import Xuncun.Gallery
import Xuncun.Ui

Item {
    SupervisorStage { id: stage }
    RectificationListPage {
        anchors.fill: parent
        anchors.bottomMargin: Theme.stateBar
        tasks: stage.tasks
    }
    StateBar {
        anchors { left: parent.left; right: parent.right; bottom: parent.bottom }
        status: stage.status
        inField: false
    }
}
