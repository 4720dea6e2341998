import QtQuick
import QtQuick.Templates as T

/// A picture to tap, for what needs no word (back, search, close); `label` is what a screen reader says.
T.Button {
    id: root

    required property string label
    property int tone: Theme.Tone.Neutral
    property bool filled: false

    implicitWidth: Theme.touch
    implicitHeight: Theme.touch
    focusPolicy: Qt.StrongFocus
    Accessible.name: root.label

    contentItem: Item {
        Icon {
            anchors.centerIn: parent
            name: root.icon.name
            tone: root.tone
            color: root.tone === Theme.Tone.Neutral ? Theme.text : Theme.toneColor(root.tone)
            opacity: root.enabled ? 1 : 0.4
        }
    }

    background: Rectangle {
        radius: width / 2
        color: root.down ? Theme.pressed : root.filled ? Theme.sunken : "transparent"
        border.width: !Theme.sunlight || !root.filled ? 0 : root.enabled ? Theme.lineWidth : 1
        border.color: root.enabled ? Theme.line : Theme.disabledInk
        FocusRing { shown: root.visualFocus; radius: width / 2 }
    }
}
