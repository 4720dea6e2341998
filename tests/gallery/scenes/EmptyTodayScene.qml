import QtQuick
import Xuncun.Gallery
import Xuncun.Ui

Item {
    NastyStage { id: stage }
    TodayPage {
        anchors.fill: parent
        anchors.bottomMargin: bar.height
        today: stage.emptyToday
        status: stage.emptyStatus
    }
    StateBar {
        id: bar
        anchors { left: parent.left; right: parent.right; bottom: parent.bottom }
        status: stage.emptyStatus
    }
}
