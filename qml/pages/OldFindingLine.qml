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

    implicitHeight: Math.max(words.height, end.height, Theme.touch) + 2 * Theme.space(1) + Theme.lineWidth

    // Positioners: layouts inside layouts keep a height that was right before the words wrapped.
    Column {
        id: words
        anchors { left: parent.left; verticalCenter: parent.verticalCenter }
        width: root.width - (end.width > 0 ? end.width + Theme.space(2) : 0)

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
        anchors { right: parent.right; verticalCenter: parent.verticalCenter }

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
