pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Dialogs
import QtQuick.Layouts
import Xuncun.ViewModels

/// Unsent work without a network: out as one sealed file on a stick, or another tablet's file taken along.
SideSheet {
    id: root

    required property OutboxModel outbox
    property url file
    property string fileName

    title: qsTr("没有网络时")
    onClosed: root.outbox.forgetRescue()

    AppText {
        Layout.fillWidth: true
        text: qsTr("未上传的工作可以导出成一个加密文件，用U盘带到另一台平板或服务器。本机照常保留，之后自己传上去也只算一次。")
        wrapMode: Text.Wrap
    }
    PrimaryButton {
        objectName: "rescue.write"
        Layout.fillWidth: true
        text: root.outbox.handingOver ? qsTr("请稍候…") : qsTr("导出未传的工作")
        enabled: !root.outbox.handingOver && root.outbox.records + root.outbox.photos > 0
        onClicked: folderDialog.open()
    }
    Banner {
        objectName: "rescue.result"
        Layout.fillWidth: true
        visible: text !== ""
        kind: root.outbox.rescueFailed ? Banner.Kind.Error : Banner.Kind.Info
        text: root.outbox.rescueText
    }
    AppText {
        objectName: "rescue.code"
        Layout.fillWidth: true
        visible: text !== ""
        text: root.outbox.rescueCode
        size: AppText.Size.Title
        strong: true
        horizontalAlignment: Text.AlignHCenter
        Accessible.name: qsTr("口令 %1").arg(text)
    }
    Divider { Layout.fillWidth: true }
    SecondaryButton {
        objectName: "rescue.choose"
        Layout.fillWidth: true
        text: root.fileName === "" ? qsTr("收下别人的文件…") : root.fileName
        enabled: !root.outbox.handingOver
        onClicked: fileDialog.open()
    }
    Field {
        id: code
        objectName: "rescue.enterCode"
        Layout.fillWidth: true
        visible: root.fileName !== ""
        label: qsTr("导出时显示的口令")
    }
    PrimaryButton {
        objectName: "rescue.carry"
        Layout.fillWidth: true
        visible: root.fileName !== ""
        text: qsTr("收下，随本机上传")
        enabled: !root.outbox.handingOver && code.text.length >= 16
        onClicked: root.outbox.carry(root.file, code.text)
    }

    FolderDialog {
        id: folderDialog
        title: qsTr("导出到")
        onAccepted: root.outbox.rescueTo(selectedFolder)
    }
    FileDialog {
        id: fileDialog
        title: qsTr("救援文件")
        nameFilters: ["*.xcr"]
        onAccepted: {
            root.file = selectedFile
            root.fileName = decodeURIComponent(String(selectedFile)).split("/").pop()
        }
    }
}
