import QtQuick
import QtQuick.Layouts
import Xuncun.Gallery
import Xuncun.Ui

Rectangle {
    color: Theme.surface

    NastyStage { id: stage }
    SideSheet {
        id: sheet
        title: stage.checklist.item.title

        ItemSide {
            Layout.fillWidth: true
            item: stage.checklist.item
            readOnly: false
        }
    }
    Timer { running: true; interval: 1; onTriggered: sheet.open() }
}
