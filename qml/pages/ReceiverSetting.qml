import QtQuick
import QtQuick.Layouts
import Xuncun.ViewModels

/// Where positions come from: the tablet's own receiver, or one outside on a serial line or in the network.
ColumnLayout {
    id: root

    required property SettingsModel settings
    /// What is being chosen; a receiver outside counts once its address is given.
    property int chosen: root.settings.receiver

    spacing: Theme.space(2)

    Segments {
        objectName: "settings.receiver"
        Layout.fillWidth: true
        label: qsTr("定位来源")
        options: [qsTr("本机"), qsTr("外接（串口）"), qsTr("外接（网络）")]
        currentIndex: root.chosen
        onChosen: index => {
            root.chosen = index
            address.text = ""
            if (index === SettingsModel.Receiver.Tablet)
                root.settings.setReceiver(index, "")
        }
    }
    RowLayout {
        visible: root.chosen !== SettingsModel.Receiver.Tablet
        spacing: Theme.space(3)

        Field {
            id: address
            objectName: "settings.receiverAddress"
            Layout.fillWidth: true
            label: root.chosen === SettingsModel.Receiver.Serial ? qsTr("串口和波特率") : qsTr("主机和端口")
            placeholder: root.chosen === SettingsModel.Receiver.Serial ? "/dev/ttyUSB0@9600" : "192.168.1.5:10110"
            text: root.settings.receiverAddress
            onAccepted: use.clicked()
        }
        SecondaryButton {
            id: use
            objectName: "settings.receiverUse"
            Layout.alignment: Qt.AlignBottom
            text: qsTr("使用")
            onClicked: root.settings.setReceiver(root.chosen, address.text)
        }
    }
}
