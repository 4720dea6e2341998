import QtQuick
import Xuncun.Gallery
import Xuncun.Ui

Item {
    NastyStage {
        id: stage
        Component.onCompleted: stage.checklist.goTo("XX05")
    }
    ChecklistPage {
        anchors.fill: parent
        anchors.bottomMargin: bar.height
        checklist: stage.checklist
    }
    StateBar {
        id: bar
        anchors { left: parent.left; right: parent.right; bottom: parent.bottom }
        status: stage.status
    }
}
