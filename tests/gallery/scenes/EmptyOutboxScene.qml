import QtQuick
import Xuncun.Gallery
import Xuncun.Ui

Item {
    NastyStage { id: stage }
    OutboxPage {
        anchors.fill: parent
        anchors.bottomMargin: bar.height
        outbox: stage.emptyOutbox
    }
    StateBar {
        id: bar
        anchors { left: parent.left; right: parent.right; bottom: parent.bottom }
        status: stage.emptyStatus
    }
}
