pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Xuncun.ViewModels

/// The lock before the pages: asks for the PIN, or for a new one.
PageFrame {
    id: root

    required property PinModel pin
    readonly property bool choosing: root.pin.stage === PinModel.Stage.Choose

    function submit() {
        if (root.choosing)
            root.pin.choose(first.text, again.text)
        else
            root.pin.enter(first.text)
        first.text = ""
        again.text = ""
    }

    title: root.choosing ? qsTr("设置密码") : root.pin.changing ? qsTr("输入现在的密码") : qsTr("输入密码")
    canGoBack: root.pin.changing
    onBackRequested: root.pin.back()
    Component.onCompleted: first.input.forceActiveFocus()

    // The keyboard on the screen leaves little room.
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
                visible: root.choosing
                text: qsTr("4 到 12 位数字。打开应用时、十分钟没有操作后要输入；忘了要向办公室要新的注册码。")
                wrapMode: Text.Wrap
                color: Theme.second
            }
            Field {
                id: first
                objectName: "pin.first"
                Layout.fillWidth: true
                label: qsTr("密码")
                error: root.choosing ? "" : root.pin.error !== "" ? root.pin.error
                     : root.pin.waitS > 0 ? qsTr("输错次数太多，%1 秒后再试").arg(root.pin.waitS)
                     : root.pin.wrong ? qsTr("密码不对，请再试") : ""
                input.echoMode: TextInput.Password
                input.inputMethodHints: Qt.ImhDigitsOnly | Qt.ImhSensitiveData
                onAccepted: root.choosing ? again.input.forceActiveFocus() : root.submit()
            }
            Field {
                id: again
                objectName: "pin.again"
                Layout.fillWidth: true
                visible: root.choosing
                label: qsTr("再输一遍")
                error: root.pin.error
                input.echoMode: TextInput.Password
                input.inputMethodHints: Qt.ImhDigitsOnly | Qt.ImhSensitiveData
                onAccepted: root.submit()
            }
            PrimaryButton {
                objectName: "pin.submit"
                Layout.fillWidth: true
                large: true
                text: root.choosing ? qsTr("设为密码") : root.pin.changing ? qsTr("下一步") : qsTr("解锁")
                enabled: !root.pin.busy && root.pin.waitS === 0
                onClicked: root.submit()
            }
            QuietButton {
                objectName: root.choosing ? "pin.later" : "pin.forgot"
                Layout.alignment: Qt.AlignHCenter
                text: root.choosing ? qsTr("以后再设") : qsTr("忘记密码")
                onClicked: root.choosing ? root.pin.later() : root.pin.forgot()
            }
        }
    }
}
