import QtQuick
import QtQuick.Layouts

/// A sentence in place about what is wrong or to know, with the next step as a button when there is one.
Rectangle {
    id: root

    enum Kind { Info, Warning, Error }

    required property string text
    property int kind: Banner.Kind.Info
    property string actionText
    readonly property int tone: [Theme.Tone.Info, Theme.Tone.Warning, Theme.Tone.Deduction][root.kind]

    signal actionRequested()

    implicitHeight: Math.max(Theme.touch, row.implicitHeight + Theme.space(4))
    implicitWidth: row.implicitWidth + Theme.space(8)
    radius: Theme.radius
    color: Theme.toneFill(root.tone)
    border.width: Theme.sunlight ? Theme.lineWidth : 0
    border.color: Theme.toneColor(root.tone)
    Accessible.role: Accessible.AlertMessage
    Accessible.name: root.text

    Hatch {
        visible: Theme.sunlight && root.kind === Banner.Kind.Warning
        // Below one rounded corner and above the other.
        anchors { left: parent.left; top: parent.top; bottom: parent.bottom; leftMargin: root.border.width; topMargin: root.radius; bottomMargin: root.radius }
        width: Theme.dp(12)
    }
    RowLayout {
        id: row
        anchors { fill: parent; leftMargin: Theme.space(5); rightMargin: Theme.space(root.actionText === "" ? 5 : 2); topMargin: Theme.space(2); bottomMargin: Theme.space(2) }
        spacing: Theme.space(3)

        Icon {
            name: ["info", "warning", "error"][root.kind]
            tone: root.tone
        }
        AppText {
            Layout.fillWidth: true
            text: root.text
            wrapMode: Text.Wrap
            color: Theme.text
        }
        QuietButton {
            objectName: root.objectName + ".action"
            visible: root.actionText !== ""
            text: root.actionText
            onClicked: root.actionRequested()
        }
    }
}
