import QtQuick
import QtQuick.Layouts
import Xuncun.Ui

/// What is said when something is wrong, empty, on its way, done, or to be signed.
PageFrame {
    title: qsTranslate("FinishPage", "提交")

    Flickable {
        anchors.fill: parent
        contentHeight: column.implicitHeight
        ColumnLayout {
            id: column
            x: Theme.margin
            width: parent.width - 2 * Theme.margin
            spacing: Theme.space(4)

            Banner { Layout.fillWidth: true; text: qsTranslate("ErrorWords", "连不上服务器：请检查网络；数据都在平板上，稍后自动重试") }
            Banner { Layout.fillWidth: true; kind: Banner.Kind.Warning; text: "LJ07 有 2 处扣分没有照片"; actionText: "去拍照" }
            Banner { Layout.fillWidth: true; kind: Banner.Kind.Error; text: qsTranslate("ErrorWords", "未保存：存储空间已满，请先清理空间再试"); actionText: "腾出空间" }
            AppSwitch { text: "强光下用高对比"; hint: "黑白粗线，没有动画"; checked: true }
            AppSwitch { text: "只在 Wi-Fi 下传照片" }
            RowLayout {
                spacing: Theme.space(4)
                ProgressLine { Layout.fillWidth: true; value: 0.63 }
                AppText { text: "248 / 390" }
            }
            RowLayout {
                spacing: Theme.space(4)
                SignaturePad { Layout.fillWidth: true; strokesSvg: "M100 200L180 90L240 250L330 110M400 180L520 160L610 220" }
                SignaturePad { Layout.fillWidth: true; label: qsTranslate("VillageSignature", "村干部签名") }
            }
            EmptyState {
                Layout.fillWidth: true
                Layout.topMargin: Theme.space(4)
                iconName: "done_all"
                title: qsTranslate("OutboxPage", "全部已送达")
                text: qsTranslate("OutboxPage", "有新的检查时会自动上传。")
                actionText: "回到今日"
            }
            UndoToast { opacity: 1; text: "「设施」6 项标为合格" }
        }
    }
}
