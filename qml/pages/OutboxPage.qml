pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Xuncun.ViewModels

/// Is it sent? Every record and photo that the hub does not have yet, and what to do where it is stuck.
PageFrame {
    id: root

    required property OutboxModel outbox
    readonly property string size: Qt.locale().formattedDataSize(root.outbox.bytes, 1, Locale.DataSizeSIFormat)

    function recoveredWords(): string {
        const found = root.outbox.photosRecovered > 0
            ? qsTr("上次没存完的 %1 张照片已找回，在各自的检查里。").arg(root.outbox.photosRecovered) : ""
        return root.outbox.filesAside > 0
            ? found + qsTr("有 %1 个照片文件不知属于哪一处，另放在平板的 media/strangers 文件夹，没有删除。").arg(root.outbox.filesAside) : found
    }

    title: qsTr("待传")
    context: root.outbox.lastSuccessMs > 0
        ? qsTr("上次传完 %1").arg(new Date(root.outbox.lastSuccessMs).toLocaleString(Qt.locale(), "MM-dd HH:mm")) : ""

    ColumnLayout {
        anchors.fill: parent
        spacing: 0

        Banner {
            objectName: "outbox.problem"
            Layout.fillWidth: true
            Layout.leftMargin: Theme.margin
            Layout.rightMargin: Theme.margin
            Layout.bottomMargin: Theme.space(3)
            visible: text !== ""
            kind: root.outbox.error !== "" ? Banner.Kind.Error : Banner.Kind.Info
            text: root.outbox.error !== "" ? root.outbox.error
                : root.outbox.problem === "" ? "" : root.outbox.retryInS > 0
                ? qsTr("%1（%2 秒后自动再试）").arg(root.outbox.problem).arg(root.outbox.retryInS) : root.outbox.problem
        }
        Banner {
            objectName: "outbox.recovered"
            Layout.fillWidth: true
            Layout.leftMargin: Theme.margin
            Layout.rightMargin: Theme.margin
            Layout.bottomMargin: Theme.space(3)
            visible: root.outbox.photosRecovered > 0 || root.outbox.filesAside > 0
            kind: root.outbox.filesAside > 0 ? Banner.Kind.Warning : Banner.Kind.Info
            text: root.recoveredWords()
            actionText: qsTr("知道了")
            onActionRequested: root.outbox.dismissRecovered()
        }
        ListView {
            id: list

            objectName: "outbox.list"
            Layout.fillWidth: true
            Layout.fillHeight: true
            clip: true
            T.ScrollIndicator.vertical: ScrollLine {}
            model: root.outbox
            boundsBehavior: Flickable.StopAtBounds
            reuseItems: true
            delegate: OutboxLine {}

            EmptyState {
                objectName: "outbox.empty"
                anchors.centerIn: parent
                width: Math.min(parent.width - 2 * Theme.margin, Theme.dp(480))
                visible: list.count === 0 && root.outbox.loaded && root.outbox.error === ""
                iconName: "cloud_done"
                title: qsTr("全部已送达")
                text: qsTr("有新的检查时会自动上传。")
            }
            LoadingLine {
                anchors.centerIn: parent
                running: !root.outbox.loaded && root.outbox.error === ""
            }
        }
    }
    bottomBar: BottomBar {
        Layout.fillWidth: true

        AppText {
            objectName: "outbox.left"
            Layout.fillWidth: true
            text: list.count === 0 ? "" : root.outbox.refused > 0
                ? qsTr("%1 条 · %2 张 · %3 · 未送达 %4").arg(root.outbox.records).arg(root.outbox.photos).arg(root.size).arg(root.outbox.refused)
                : qsTr("%1 条 · %2 张 · %3").arg(root.outbox.records).arg(root.outbox.photos).arg(root.size)
            strong: true
            wrapMode: Text.Wrap
        }
        SecondaryButton {
            objectName: "outbox.rescue"
            text: qsTr("没有网络时…")
            onClicked: rescue.open()
        }
        PrimaryButton {
            objectName: "outbox.sync"
            icon.name: "sync"
            text: root.outbox.running ? qsTr("正在同步…") : qsTr("现在同步")
            enabled: !root.outbox.running
            onClicked: root.outbox.syncNow()
        }
    }

    RescueSheet {
        id: rescue
        outbox: root.outbox
    }
}
