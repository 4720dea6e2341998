import QtQuick
import Xuncun.Gallery
import Xuncun.Ui

Item {
    SupervisorStage { id: stage }
    OverviewPage {
        anchors.fill: parent
        anchors.bottomMargin: Theme.stateBar
        overview: stage.overview
    }
    StateBar {
        anchors { left: parent.left; right: parent.right; bottom: parent.bottom }
        status: stage.status
        inField: false
    }
}
