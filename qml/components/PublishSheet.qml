pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Dialogs
import QtQuick.Layouts
import Xuncun.ViewModels

/// The chief's last step: what is covered, what was published before, and publishing it or a correction.
SideSheet {
    id: root

    required property RankingModel ranking
    required property PublishModel publishing
    readonly property bool correcting: root.publishing.next > 1
    readonly property string coverage: qsTr("已审齐 %1 / %2 村，待审 %3，退回 %4，未查齐 %5").arg(root.ranking.approved).arg(root.ranking.participants)
        .arg(root.ranking.waiting).arg(root.ranking.sentBack).arg(root.ranking.unchecked)
    property int saving: 0

    title: qsTr("发布排名")
    onOpened: root.publishing.ask()
    footerActions: PrimaryButton {
        objectName: "publish.ask"
        Layout.fillWidth: true
        icon.name: "send"
        text: root.correcting ? qsTr("发布更正") : qsTr("发布")
        enabled: root.publishing.known && !root.publishing.busy && (!root.correcting || reason.text.trim() !== "")
        onClicked: sure.open()
    }

    AppText { Layout.fillWidth: true; text: root.ranking.name; strong: true; wrapMode: Text.Wrap }
    AppText { objectName: "publish.coverage"; Layout.fillWidth: true; text: root.coverage; wrapMode: Text.Wrap }
    Banner {
        objectName: "publish.incomplete"
        Layout.fillWidth: true
        visible: root.ranking.approved < root.ranking.participants
        kind: Banner.Kind.Warning
        text: qsTr("还有村没有审完；现在发布，它们按批次的规则处理或不参加排名。")
    }
    AppText {
        Layout.fillWidth: true
        text: qsTr("发布把服务器上此刻的排名冻结成排名包，谁都能重算核对。发布后不能撤回，只能写明原因再发布更正。")
        color: Theme.second
        wrapMode: Text.Wrap
    }
    NoteField {
        id: reason
        objectName: "publish.reason"
        Layout.fillWidth: true
        visible: root.correcting
        label: qsTr("更正的原因（必填，写了才能发布）")
        lines: 2
    }
    Banner {
        objectName: "publish.error"
        Layout.fillWidth: true
        visible: root.publishing.error !== ""
        kind: Banner.Kind.Error
        text: root.publishing.error
    }
    Banner {
        objectName: "publish.saved"
        Layout.fillWidth: true
        visible: root.publishing.saved !== ""
        kind: Banner.Kind.Info
        text: qsTr("已存为 %1").arg(root.publishing.saved)
    }
    LoadingLine { Layout.fillWidth: true; running: root.publishing.busy; text: qsTr("正在和服务器联系…") }
    Column {
        id: earlier
        Layout.fillWidth: true
        spacing: Theme.space(4)

        Repeater {
            model: root.publishing.made

            Column {
                id: one

                required property int number
                required property double madeAtMs
                required property string fingerprint
                required property string reason
                required property int changedVillages

                width: earlier.width
                spacing: Theme.space(1)

                AppText {
                    objectName: "publish.made." + one.number
                    width: parent.width
                    text: qsTr("第 %1 次发布 · %2").arg(one.number).arg(Qt.formatDateTime(new Date(one.madeAtMs), "yyyy-MM-dd HH:mm"))
                    strong: true
                    wrapMode: Text.Wrap
                }
                AppText {
                    width: parent.width
                    visible: one.reason !== ""
                    text: qsTr("更正：%1（%2 个村有变化）").arg(one.reason).arg(one.changedVillages)
                    wrapMode: Text.Wrap
                }
                AppText {
                    width: parent.width
                    text: qsTr("指纹 %1").arg(one.fingerprint)
                    size: AppText.Size.Second
                    wrapMode: Text.WrapAnywhere
                }
                QuietButton {
                    objectName: "publish.save." + one.number
                    icon.name: "save"
                    text: qsTr("存排名包…")
                    enabled: !root.publishing.busy
                    onClicked: {
                        root.saving = one.number
                        folder.open()
                    }
                }
            }
        }
    }
    AskDialog {
        id: sure
        objectName: "publish.sure"
        title: root.correcting ? qsTr("发布第 %1 次，更正前一次？").arg(root.publishing.next) : qsTr("发布这个批次的排名？")
        text: qsTr("%1。发布后不能撤回。").arg(root.coverage)
        confirmText: qsTr("发布")
        onAccepted: root.publishing.publish(reason.text)
    }
    FolderDialog {
        id: folder
        title: qsTr("排名包存到")
        onAccepted: root.publishing.save(root.saving, selectedFolder)
    }
}
