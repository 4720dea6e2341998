import QtQuick
import Xuncun.Gallery
import Xuncun.Ui

Item {
    SupervisorStage { id: stage; Component.onCompleted: stage.rankByClass() }
    RankingPage {
        anchors.fill: parent
        anchors.bottomMargin: bar.height
        ranking: stage.ranking
        publishing: stage.publishing
    }
    StateBar {
        id: bar
        anchors { left: parent.left; right: parent.right; bottom: parent.bottom }
        status: stage.status
        inField: false
    }
}
