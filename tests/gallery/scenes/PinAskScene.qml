import QtQuick
import Xuncun.Gallery
import Xuncun.Ui

Item {
    InspectorStage {
        id: stage
        Component.onCompleted: stage.askForPin()
    }
    PinPage {
        anchors.fill: parent
        pin: stage.pin
    }
}
