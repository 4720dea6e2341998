import QtQuick

/// Shows which control the keyboard is on. Lies over the control's background.
Rectangle {
    required property bool shown

    anchors.fill: parent
    anchors.margins: -Theme.dp(3)
    visible: shown
    color: "transparent"
    border.width: Theme.dp(2)
    border.color: Theme.primary
    radius: Theme.radius + Theme.dp(3)
}
