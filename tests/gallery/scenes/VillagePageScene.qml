import QtQuick
import Xuncun.Gallery
import Xuncun.Ui

Item {
    InspectorStage { id: stage }
    VillagePage {
        anchors.fill: parent
        anchors.bottomMargin: bar.height
        village: stage.village
        today: stage.today
    }
    StateBar {
        id: bar
        anchors { left: parent.left; right: parent.right; bottom: parent.bottom }
        status: stage.status
    }
}
