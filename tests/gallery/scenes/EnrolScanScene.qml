import QtQuick
import Xuncun.Gallery
import Xuncun.Ui

Item {
    InspectorStage { id: stage }
    EnrolPage {
        anchors.fill: parent
        enrol: stage.enrol
        scan: stage.scan
        scanning: true
    }
}
