pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts

/// A finding of last time that nobody put right: where it was, and the one tap that says it is still there.
ColumnLayout {
    id: root

    required property int index
    required property string findingId
    required property string what
    required property string note
    required property bool again
    required property bool countable
    required property bool readOnly

    signal foundAgain()

    spacing: Theme.space(0.5)

    RowLayout {
        Layout.fillWidth: true
        Layout.topMargin: Theme.space(1)
        Layout.bottomMargin: Theme.space(1)
        Layout.minimumHeight: Theme.touch
        spacing: Theme.space(2)

        ColumnLayout {
            Layout.fillWidth: true
            spacing: 0

            AppText {
                Layout.fillWidth: true
                text: root.what
                wrapMode: Text.Wrap
                maximumLineCount: 3
            }
            AppText {
                Layout.fillWidth: true
                visible: text !== ""
                text: root.countable ? root.note : qsTr("现行的检查表没有这一条，仍有问题请在现行条款里记")
                size: AppText.Size.Second
                tone: root.countable ? Theme.Tone.Neutral : Theme.Tone.Info
                wrapMode: Text.Wrap
            }
        }
        StateChip {
            Layout.minimumWidth: implicitWidth
            visible: root.again
            kind: StateChip.Kind.Overdue
            word: qsTr("再次")
        }
        SecondaryButton {
            Layout.minimumWidth: implicitWidth
            objectName: "item.again." + root.index
            visible: root.countable && !root.again && !root.readOnly
            icon.name: "replay"
            text: qsTr("再次发现")
            Accessible.name: text + " " + root.what
            onClicked: root.foundAgain()
        }
    }
    Divider { Layout.fillWidth: true }
}
