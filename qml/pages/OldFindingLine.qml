pragma ComponentBehavior: Bound

import QtQuick

/// A finding of last time that nobody put right: where it was, and the one tap that says it is still there.
Item {
    id: root

    required property int index
    required property string findingId
    required property string what
    required property string note
    required property bool again
    required property bool countable
    required property bool readOnly

    signal foundAgain()

    /// What can be said of it below its words, where both in one line leave the words no room.
    readonly property bool stacked: end.width > 0 && root.width - end.width - Theme.space(2) < Theme.sp(160)

    implicitHeight: (root.stacked ? words.height + Theme.space(1) + end.height : Math.max(words.height, end.height, Theme.touch))
        + 2 * Theme.space(1) + Theme.lineWidth

    // Positioners: layouts inside layouts keep a height that was right before the words wrapped.
    Column {
        id: words
        y: root.stacked ? Theme.space(1) : (root.height - height) / 2
        width: root.width - (end.width > 0 && !root.stacked ? end.width + Theme.space(2) : 0)

        AppText {
            width: parent.width
            text: root.what
            wrapMode: Text.Wrap
            maximumLineCount: 6
        }
        AppText {
            width: parent.width
            visible: text !== ""
            text: root.countable ? root.note : qsTr("现行的检查表没有这一条，仍有问题请在现行条款里记")
            size: AppText.Size.Second
            tone: root.countable ? Theme.Tone.Neutral : Theme.Tone.Info
            wrapMode: Text.Wrap
        }
    }
    Row {
        id: end
        x: root.stacked ? 0 : root.width - width
        y: root.stacked ? words.y + words.height + Theme.space(1) : (root.height - height) / 2

        StateChip {
            visible: root.again
            kind: StateChip.Kind.Overdue
            word: qsTr("再次")
        }
        SecondaryButton {
            objectName: "item.again." + root.index
            visible: root.countable && !root.again && !root.readOnly
            icon.name: "replay"
            text: qsTr("再次发现")
            Accessible.name: text + " " + root.what
            onClicked: root.foundAgain()
        }
    }
    Divider { anchors { left: parent.left; right: parent.right; bottom: parent.bottom } }
}
