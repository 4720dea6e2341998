import QtQuick
import Xuncun.Gallery
import Xuncun.Ui

Item {
    NastyStage { id: stage }
    TodayPage {
        anchors.fill: parent
        anchors.bottomMargin: bar.height
        today: stage.today
        status: stage.status
    }
    StateBar {
        id: bar
        anchors { left: parent.left; right: parent.right; bottom: parent.bottom }
        status: stage.status
    }
}
