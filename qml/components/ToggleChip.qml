import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T

/// Something that is so or not so: a missing kind, a step, a household, a sub-point. Shows only `on`; its owner
/// changes it.
T.AbstractButton {
    id: root

    required property bool on
    property string note
    property bool good: false
    readonly property int tone: root.good ? Theme.Tone.Primary : Theme.Tone.Deduction

    signal tapped()

    implicitWidth: row.implicitWidth + leftPadding + rightPadding
    implicitHeight: Math.max(Theme.dp(48), Theme.touch, row.implicitHeight + Theme.space(3))
    leftPadding: Theme.space(4)
    rightPadding: Theme.space(4)
    focusPolicy: Qt.StrongFocus
    Accessible.role: Accessible.CheckBox
    Accessible.name: root.text
    Accessible.checked: root.on
    onClicked: root.tapped()

    contentItem: RowLayout {
        id: row
        spacing: Theme.space(2)

        Icon {
            name: !root.on ? "radio_button_unchecked" : root.good ? "check_circle" : "cancel"
            tone: root.on ? root.tone : Theme.Tone.Neutral
        }
        AppText {
            Layout.fillWidth: true
            text: root.text
            strong: root.on
            wrapMode: Text.Wrap
        }
        AppText {
            visible: root.note !== ""
            text: root.note
            size: AppText.Size.Second
            color: root.on ? Theme.toneColor(root.tone) : Theme.second
        }
    }
    background: Rectangle {
        radius: Theme.radius
        color: root.on ? Theme.toneFill(root.tone) : root.down ? Theme.pressed : "transparent"
        border.width: root.on ? 2 : Theme.lineWidth
        border.color: root.on ? Theme.toneColor(root.tone) : Theme.outline
        FocusRing { shown: root.visualFocus }
    }
}
