import QtQuick
import Xuncun.Gallery
import Xuncun.Ui

Rectangle {
    color: Theme.surface

    SupervisorStage { id: stage }
    AppealSheet {
        id: sheet
        appeal: stage.appeal
    }
    Timer { running: true; interval: 1; onTriggered: sheet.ask(AppealSheet.What.Grant, "MV03 村口、文化礼堂、广场、停车场脏乱，设施损坏", "a1") }
}
