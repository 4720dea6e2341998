pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Dialogs
import QtQuick.Layouts
import QtQuick.Templates as T
import Xuncun.ViewModels

/// Makes this tablet somebody's: address of the hub, and the one-time code from the office or one's password.
PageFrame {
    id: root

    required property EnrolModel enrol
    required property ScanModel scan
    property bool scanning: false
    readonly property bool byPassword: root.enrol.way === EnrolModel.Way.Password

    function submit() {
        if (root.byPassword)
            root.enrol.signIn(address.text, user.text, password.text)
        else
            root.enrol.enrol(address.text, code.text)
    }

    title: root.byPassword ? qsTr("登录") : qsTr("登记这台平板")

    EnrolScan {
        anchors.fill: parent
        visible: root.scanning
        scan: root.scan
        onFound: text => {
            root.scanning = false
            root.enrol.enrol("", text)
        }
        onCancelled: root.scanning = false
    }
    Flickable {
        anchors.fill: parent
        visible: !root.scanning
        contentHeight: form.implicitHeight + form.anchors.topMargin + Theme.margin
        clip: true
        boundsBehavior: Flickable.StopAtBounds
        T.ScrollIndicator.vertical: ScrollLine {}

        ColumnLayout {
            id: form
            anchors { top: parent.top; topMargin: Theme.space(2); horizontalCenter: parent.horizontalCenter }
            width: Math.min(parent.width - 2 * Theme.margin, Theme.dp(560) * Math.max(1, Theme.textScale))
            spacing: Theme.space(4)

            AppText {
                Layout.fillWidth: true
                text: root.byPassword ? qsTr("几个人轮流用一台平板时，用自己的用户名和密码登录；以后没有信号也能检查。")
                                      : qsTr("向办公室要一次性注册码，在有网络的地方登记一次；以后没有信号也能检查。")
                wrapMode: Text.Wrap
                color: Theme.second
            }
            Segments {
                objectName: "enrol.way"
                Layout.fillWidth: true
                label: qsTr("登记方式")
                options: [qsTr("一次性注册码"), qsTr("用户名和密码")]
                currentIndex: root.enrol.way
                onChosen: index => root.enrol.way = index
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
                visible: !root.byPassword
                label: qsTr("一次性注册码，或登记链接")
                error: root.enrol.error
                input.inputMethodHints: Qt.ImhNoPredictiveText | Qt.ImhNoAutoUppercase
                onAccepted: root.submit()
            }
            Field {
                id: user
                objectName: "enrol.user"
                Layout.fillWidth: true
                visible: root.byPassword
                label: qsTr("用户名")
                input.inputMethodHints: Qt.ImhNoPredictiveText | Qt.ImhNoAutoUppercase
                onAccepted: password.input.forceActiveFocus()
            }
            Field {
                id: password
                objectName: "enrol.password"
                Layout.fillWidth: true
                visible: root.byPassword
                label: qsTr("密码")
                error: root.enrol.error
                input.echoMode: TextInput.Password
                input.inputMethodHints: Qt.ImhSensitiveData | Qt.ImhNoPredictiveText | Qt.ImhNoAutoUppercase
                onAccepted: root.submit()
            }
            PrimaryButton {
                objectName: "enrol.submit"
                Layout.fillWidth: true
                large: true
                text: root.byPassword ? root.enrol.busy ? qsTr("正在登录…") : qsTr("登录")
                    : root.enrol.busy ? qsTr("正在登记…") : qsTr("登记")
                enabled: !root.enrol.busy
                onClicked: root.submit()
            }
            SecondaryButton {
                objectName: "enrol.scan"
                Layout.fillWidth: true
                visible: !root.byPassword && root.scan.hasCamera
                icon.name: "photo_camera"
                text: qsTr("扫登记二维码")
                enabled: !root.enrol.busy
                onClicked: root.scanning = true
            }
            SecondaryButton {
                objectName: "enrol.picture"
                Layout.fillWidth: true
                visible: !root.byPassword
                text: qsTr("从二维码图片登记…")
                enabled: !root.enrol.busy
                onClicked: pictureDialog.open()
            }
            LoadingLine {
                running: root.enrol.busy
                text: qsTr("正在连接服务器…")
            }
        }
    }
    FileDialog {
        id: pictureDialog
        title: qsTr("登记二维码的图片")
        nameFilters: [qsTr("图片 (*.png *.jpg *.jpeg *.svg *.PNG *.JPG *.JPEG)")]
        onAccepted: root.enrol.enrolFromPicture(selectedFile)
    }
}
