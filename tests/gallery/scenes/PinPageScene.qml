import QtQuick
import Xuncun.Gallery
import Xuncun.Ui

Item {
    InspectorStage { id: stage }
    PinPage {
        anchors.fill: parent
        pin: stage.pin
    }
}
