import QtQuick
import Xuncun.Gallery
import Xuncun.Ui

Item {
    NastyStage { id: stage }
    FinishPage {
        anchors.fill: parent
        anchors.bottomMargin: bar.height
        finish: stage.finish
    }
    StateBar {
        id: bar
        anchors { left: parent.left; right: parent.right; bottom: parent.bottom }
        status: stage.status
    }
}
