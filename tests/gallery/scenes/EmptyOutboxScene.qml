import QtQuick
import Xuncun.Gallery
import Xuncun.Ui

Item {
    NastyStage { id: stage }
    OutboxPage {
        anchors.fill: parent
        anchors.bottomMargin: Theme.stateBar
        outbox: stage.emptyOutbox
    }
    StateBar {
        anchors { left: parent.left; right: parent.right; bottom: parent.bottom }
        status: stage.status
    }
}
