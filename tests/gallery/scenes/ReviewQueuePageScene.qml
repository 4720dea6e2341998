import QtQuick
import Xuncun.Gallery
import Xuncun.Ui

Item {
    SupervisorStage { id: stage }
    ReviewQueuePage {
        anchors.fill: parent
        anchors.bottomMargin: Theme.stateBar
        queue: stage.queue
    }
    StateBar {
        anchors { left: parent.left; right: parent.right; bottom: parent.bottom }
        status: stage.status
        inField: false
    }
}
