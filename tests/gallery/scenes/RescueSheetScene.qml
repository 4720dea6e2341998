import QtQuick
import Xuncun.Gallery
import Xuncun.Ui

Item {
    InspectorStage { id: stage }
    OutboxPage {
        anchors.fill: parent
        outbox: stage.outbox
    }
    RescueSheet {
        id: sheet
        outbox: stage.outbox
    }
    Timer {  // a sheet needs its window
        interval: 1
        running: true
        onTriggered: sheet.open()
    }
}
