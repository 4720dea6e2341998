import QtQuick
import QtQuick.Layouts
import Xuncun.Ui

/// Buttons, counting, choosing and typing.
PageFrame {
    title: qsTranslate("OutboxLine", "检查")
    context: "六石街道 · 东阳江镇新时代美丽乡村示范片区第一村民小组自然村 · 垃圾分类"
    canGoBack: true
    actions: [
        IconButton { icon.name: "search"; label: qsTr("搜索") },
        IconButton { icon.name: "more_vert"; label: qsTr("更多") }
    ]
    bottomBar: BottomBar {
        Layout.fillWidth: true
        AppText { text: qsTranslate("ChecklistBar", "已查 %1/%2").arg(14).arg(18); size: AppText.Size.Second }
        Item { Layout.fillWidth: true }
        SecondaryButton { text: qsTranslate("ChecklistBar", "下一未查项") }
        PrimaryButton { text: qsTranslate("ChecklistBar", "完成检查"); icon.name: "check" }
    }

    Flickable {
        anchors.fill: parent
        contentHeight: column.implicitHeight
        ColumnLayout {
            id: column
            x: Theme.margin
            width: parent.width - 2 * Theme.margin
            spacing: Theme.space(5)

            Flow {
                Layout.fillWidth: true
                spacing: Theme.space(3)
                PrimaryButton { text: qsTranslate("ReviewPage", "通过"); hint: "A"; icon.name: "check" }
                SecondaryButton { text: qsTranslate("ReviewPage", "调整") }
                QuietButton { text: qsTranslate("OpenItem", "不适用") }
                DangerButton { text: qsTranslate("ReviewPage", "退回"); icon.name: "reply" }
                PrimaryButton { text: qsTranslate("FinishPage", "提交"); enabled: false }
            }
            PrimaryButton { text: qsTranslate("CheckBlock", "开始检查"); large: true; icon.name: "play_arrow" }
            Flow {
                Layout.fillWidth: true
                spacing: Theme.space(8)
                Stepper { count: 3 }
                Stepper { count: 0 }
            }
            Flow {
                Layout.fillWidth: true
                spacing: Theme.space(8)
                ScoreText { points: "86.5"; outOf: "100"; lost: "13.5"; large: true }
                ScoreText { points: "0"; outOf: "100"; lost: "100"; large: true }
                ScoreText { points: "100"; large: true }
                ScoreText { points: "4.5"; outOf: "6"; lost: "1.5" }
            }
            Segments { Layout.fillWidth: true; options: [qsTranslate("OpenItem", "合格"), qsTranslate("OpenItem", "不适用"), qsTranslate("RevisionDiff", "有问题")]; currentIndex: 0; label: "结果" }
            GridLayout {
                columns: parent.width < Theme.dp(800) ? 1 : 2
                columnSpacing: Theme.space(4)
                SearchField { Layout.fillWidth: true }
                Field { Layout.fillWidth: true; label: "登录码"; text: "K7QM-2"; error: "登录码少了 3 位，请对照短信再输一次" }
            }
            NoteField { Layout.fillWidth: true; label: qsTranslate("FindingLine", "备注"); placeholder: "哪里、什么样、要怎么改" }
        }
    }
}
