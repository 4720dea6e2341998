import QtQuick
import Xuncun.Gallery
import Xuncun.Ui

Item {
    NastyStage { id: stage }
    TodayPage {
        anchors.fill: parent
        anchors.bottomMargin: Theme.stateBar
        today: stage.today
        status: stage.status
    }
    StateBar {
        anchors { left: parent.left; right: parent.right; bottom: parent.bottom }
        status: stage.status
    }
}
