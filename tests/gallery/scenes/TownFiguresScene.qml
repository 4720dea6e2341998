import QtQuick
import Xuncun.Gallery
import Xuncun.Ui

Rectangle {
    color: Theme.surface

    SupervisorStage { id: stage }
    TownFiguresSheet {
        id: sheet
        towns: stage.tasks.towns
    }
    Timer { running: true; interval: 1; onTriggered: sheet.open() }
}
