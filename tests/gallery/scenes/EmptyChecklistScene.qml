import QtQuick
import Xuncun.Gallery
import Xuncun.Ui

Item {
    NastyStage { id: stage }
    ChecklistPage {
        anchors.fill: parent
        anchors.bottomMargin: bar.height
        checklist: stage.emptyChecklist
    }
    StateBar {
        id: bar
        anchors { left: parent.left; right: parent.right; bottom: parent.bottom }
        status: stage.emptyStatus
    }
}
