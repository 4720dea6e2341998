import QtQuick
import Xuncun.Gallery
import Xuncun.Ui
import Xuncun.ViewModels

Item {
    InspectorStage { id: stage }
    EnrolPage {
        anchors.fill: parent
        canGoBack: true
        enrol: stage.enrol
        scan: stage.scan
        Component.onCompleted: {
            stage.enrol.way = EnrolModel.Way.Password
            stage.enrol.signIn("https://xuncun.example.gov.cn", "王五", "?")
        }
    }
}
