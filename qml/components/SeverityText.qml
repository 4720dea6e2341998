import QtQuick
import QtQuick.Layouts

/// How grave what is to be put right is, in the words of sheets and notices.
AppText {
    id: root

    required property int severity
    /// As wide as the widest word, so that what stands after it in a list stands in a column.
    property bool inColumn: false
    readonly property list<string> words: [qsTr("一般"), qsTr("重大"), qsTr("立即")]

    Layout.minimumWidth: root.inColumn ? Math.ceil(Math.max(first.advanceWidth, second.advanceWidth, third.advanceWidth)) : -1
    text: root.words[root.severity]
    strong: root.severity > 0
    tone: [Theme.Tone.Neutral, Theme.Tone.Warning, Theme.Tone.Deduction][root.severity]

    component Word: TextMetrics { font.family: Theme.family; font.weight: Theme.strong }

    Word { id: first; font.pixelSize: root.font.pixelSize; text: root.words[0] }
    Word { id: second; font.pixelSize: root.font.pixelSize; text: root.words[1] }
    Word { id: third; font.pixelSize: root.font.pixelSize; text: root.words[2] }
}
