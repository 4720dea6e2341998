import QtQuick

/// How much of a whole is done, 0 to 1. The words beside it say the numbers.
Rectangle {
    id: root

    required property real value

    implicitHeight: Theme.dp(6)
    implicitWidth: Theme.dp(120)
    radius: height / 2
    color: Theme.sunken
    border.width: Theme.sunlight ? 1 : 0
    border.color: Theme.line
    Accessible.role: Accessible.ProgressBar
    Accessible.name: Math.round(root.value * 100) + "%"

    Rectangle {
        width: parent.width * Math.max(0, Math.min(1, root.value))
        height: parent.height
        radius: parent.radius
        color: Theme.primary
        Behavior on width { NumberAnimation { duration: Theme.motion; easing.type: Easing.OutQuad } }
    }
}
