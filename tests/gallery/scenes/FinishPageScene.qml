import QtQuick
import Xuncun.Gallery
import Xuncun.Ui

Item {
    InspectorStage { id: stage }
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
