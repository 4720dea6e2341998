import QtQuick
import Xuncun.Gallery
import Xuncun.Ui

Item {
    NastyStage {
        id: stage
        Component.onCompleted: stage.checklist.goTo("XX04")
    }
    ChecklistPage {
        anchors.fill: parent
        anchors.bottomMargin: Theme.stateBar
        checklist: stage.checklist
    }
    StateBar {
        anchors { left: parent.left; right: parent.right; bottom: parent.bottom }
        status: stage.status
    }
}
