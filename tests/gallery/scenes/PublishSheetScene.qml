import QtQuick
import Xuncun.Gallery
import Xuncun.Ui

Rectangle {
    color: Theme.surface

    SupervisorStage { id: stage }
    PublishSheet {
        id: sheet
        ranking: stage.ranking
        publishing: stage.publishing
    }
    Timer { running: true; interval: 1; onTriggered: sheet.open() }
}
