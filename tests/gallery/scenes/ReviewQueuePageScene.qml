import QtQuick
import Xuncun.Gallery
import Xuncun.Ui

Item {
    SupervisorStage { id: stage }
    ReviewQueuePage {
        anchors.fill: parent
        anchors.bottomMargin: bar.height
        queue: stage.queue
    }
    StateBar {
        id: bar
        anchors { left: parent.left; right: parent.right; bottom: parent.bottom }
        status: stage.status
        inField: false
    }
}
