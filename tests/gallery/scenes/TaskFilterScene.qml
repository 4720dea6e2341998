import QtQuick
import Xuncun.Gallery
import Xuncun.Ui

Rectangle {
    color: Theme.surface

    SupervisorStage { id: stage }
    TaskFilterSheet {
        id: sheet
        filter: stage.tasks.filter
    }
    Timer { running: true; interval: 1; onTriggered: sheet.open() }
}
