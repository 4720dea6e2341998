import QtQuick
import Xuncun.Gallery
import Xuncun.Ui

Item {
    SupervisorStage { id: stage }
    // Once the page stands: a list without height would scroll the two worst items away.
    Timer { running: true; interval: 50; onTriggered: stage.review.goTo(2) }
    ReviewPage {
        anchors.fill: parent
        anchors.bottomMargin: bar.height
        besideLast: true
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
