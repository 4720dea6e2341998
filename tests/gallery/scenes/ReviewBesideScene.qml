import QtQuick
import Xuncun.Gallery
import Xuncun.Ui

Item {
    SupervisorStage { id: stage }
    ReviewPage {
        anchors.fill: parent
        anchors.bottomMargin: Theme.stateBar
        besideLast: true
        review: stage.review
        appeal: stage.appeal
    }
    StateBar {
        anchors { left: parent.left; right: parent.right; bottom: parent.bottom }
        status: stage.status
        inField: false
    }
}
