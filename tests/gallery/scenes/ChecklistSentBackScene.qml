import QtQuick
import Xuncun.Gallery
import Xuncun.Ui

/// A check that was sent back: what the judge wrote, and where.
Item {
    InspectorStage { id: stage; Component.onCompleted: stage.openSentBack() }
    ChecklistPage {
        anchors.fill: parent
        checklist: stage.checklist
    }
}
