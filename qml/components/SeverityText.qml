import QtQuick

/// How grave what is to be put right is, in the words of sheets and notices.
AppText {
    id: root

    required property int severity

    text: [qsTr("一般"), qsTr("重大"), qsTr("立即")][root.severity]
    strong: root.severity > 0
    tone: [Theme.Tone.Neutral, Theme.Tone.Warning, Theme.Tone.Deduction][root.severity]
}
