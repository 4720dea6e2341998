import QtQuick
import QtQuick.Layouts

/// A state as colour, icon and word. The first six kinds are those of Check.State in its order.
Rectangle {
    id: root

    enum Kind { NotStarted, Draft, Submitted, SentBack, Approved, Voided, Waiting, Sending, Sent, Failed, Conflict, Doubt, Overdue, Done }

    required property int kind
    property string word: words[root.kind]

    readonly property var words: [qsTr("未查"), qsTr("进行中"), qsTr("待审"), qsTr("已退回"), qsTr("已通过"), qsTr("已作废"), qsTr("待传"),
        qsTr("正在传"), qsTr("已送达"), qsTr("未送达"), qsTr("有冲突"), qsTr("存疑"), qsTr("逾期"), qsTr("完成")]
    readonly property list<string> icons: ["radio_button_unchecked", "edit", "hourglass_empty", "reply", "check_circle", "block", "schedule",
        "sync", "done_all", "error_outline", "call_split", "help_outline", "alarm", "check"]
    readonly property list<int> tones: [Theme.Tone.Neutral, Theme.Tone.Info, Theme.Tone.Info, Theme.Tone.Deduction, Theme.Tone.Primary,
        Theme.Tone.Neutral, Theme.Tone.Info, Theme.Tone.Info, Theme.Tone.Primary, Theme.Tone.Warning, Theme.Tone.Deduction,
        Theme.Tone.Warning, Theme.Tone.Deduction, Theme.Tone.Primary]
    readonly property int tone: root.tones[root.kind]

    implicitWidth: row.implicitWidth + Theme.space(5)
    implicitHeight: Math.max(Theme.dp(28), row.implicitHeight + Theme.space(1.5))
    radius: height / 2
    color: Theme.toneFill(root.tone)
    border.width: Theme.sunlight ? Theme.lineWidth : 0
    border.color: Theme.toneColor(root.tone)
    Accessible.role: Accessible.StaticText
    Accessible.name: root.word

    RowLayout {
        id: row
        anchors.centerIn: parent
        spacing: Theme.space(1)

        Icon {
            name: root.icons[root.kind]
            size: Theme.sp(16)
            color: Theme.toneColor(root.tone)
        }
        AppText {
            text: root.word
            size: AppText.Size.Second
            color: Theme.toneColor(root.tone)
        }
    }
}
