import QtQuick
import Xuncun.Gallery
import Xuncun.Ui

Item {
    InspectorStage { id: stage }
    SettingsPage {
        anchors.fill: parent
        anchors.bottomMargin: bar.height
        settings: stage.settings
    }
    StateBar {
        id: bar
        anchors { left: parent.left; right: parent.right; bottom: parent.bottom }
        status: stage.status
    }
}
