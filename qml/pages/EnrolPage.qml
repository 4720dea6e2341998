pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Xuncun.ViewModels

/// Makes this tablet somebody's: address of the hub and the one-time code from the office.
PageFrame {
    id: root

    required property EnrolModel enrol

    title: qsTr("登记这台平板")

    Flickable {
        anchors.fill: parent
        contentHeight: form.implicitHeight + 2 * Theme.margin
        clip: true
        boundsBehavior: Flickable.StopAtBounds

        ColumnLayout {
            id: form
            anchors { top: parent.top; topMargin: Theme.space(6); horizontalCenter: parent.horizontalCenter }
            width: Math.min(parent.width - 2 * Theme.margin, Theme.dp(560))
            spacing: Theme.space(5)

            AppText {
                Layout.fillWidth: true
                text: qsTr("向办公室要一次性注册码，在有网络的地方登记一次；以后没有信号也能检查。")
                wrapMode: Text.Wrap
                color: Theme.second
            }
            Field {
                id: address
                objectName: "enrol.hub"
                Layout.fillWidth: true
                label: qsTr("服务器地址")
                placeholder: "https://"
                text: root.enrol.hubAddress
                input.inputMethodHints: Qt.ImhUrlCharactersOnly | Qt.ImhNoAutoUppercase
            }
            Field {
                id: code
                objectName: "enrol.code"
                Layout.fillWidth: true
                label: qsTr("一次性注册码")
                error: root.enrol.error
                input.inputMethodHints: Qt.ImhNoPredictiveText | Qt.ImhNoAutoUppercase
                onAccepted: root.enrol.enrol(address.text, code.text)
            }
            PrimaryButton {
                objectName: "enrol.submit"
                Layout.fillWidth: true
                large: true
                text: root.enrol.busy ? qsTr("正在登记…") : qsTr("登记")
                enabled: !root.enrol.busy
                onClicked: root.enrol.enrol(address.text, code.text)
            }
            LoadingLine {
                running: root.enrol.busy
                text: qsTr("正在连接服务器…")
            }
        }
    }
}
