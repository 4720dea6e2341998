import QtQuick
import Xuncun.Gallery
import Xuncun.Ui

Item {
    SupervisorStage { id: stage }
    ReviewPage {
        anchors.fill: parent
        anchors.bottomMargin: bar.height
        review: stage.review
        appeal: stage.appeal
    }
    StateBar {
        id: bar
        anchors { left: parent.left; right: parent.right; bottom: parent.bottom }
        status: stage.status
        inField: false
    }
}
