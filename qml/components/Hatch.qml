pragma ComponentBehavior: Bound

import QtQuick

/// Slanting lines that mark a warning where sunlight washes colour away.
Item {
    id: root

    property color ink: Theme.warning
    readonly property int step: Theme.dp(8)

    clip: true

    Repeater {
        model: Math.ceil((root.width + root.height) / root.step)

        Rectangle {
            id: line

            required property int index

            x: line.index * root.step - root.height
            y: root.height
            width: root.height * 1.5
            height: Theme.dp(2)
            color: root.ink
            transformOrigin: Item.TopLeft
            rotation: -45
            antialiasing: true
        }
    }
}
