import QtQuick
import Xuncun.Gallery
import Xuncun.Ui

Rectangle {
    color: Theme.raised

    SupervisorStage { id: stage }
    Flickable {
        anchors.fill: parent
        contentHeight: list.implicitHeight

        FairnessList {
            id: list
            x: Theme.margin
            width: Math.min(Theme.dp(520), parent.width - 2 * Theme.margin)
            fairness: stage.ranking.fairness
        }
    }
}
