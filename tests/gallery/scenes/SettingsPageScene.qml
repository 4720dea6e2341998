import QtQuick
import Xuncun.Gallery
import Xuncun.Ui

Item {
    InspectorStage { id: stage }
    SettingsPage {
        anchors.fill: parent
        anchors.bottomMargin: Theme.stateBar
        settings: stage.settings
    }
    StateBar {
        anchors { left: parent.left; right: parent.right; bottom: parent.bottom }
        status: stage.status
    }
}
