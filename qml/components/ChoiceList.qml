pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T

/// One of many names, in a list under its label. Shows only `currentIndex`; its owner changes it.
/// A Column: a layout that is hidden keeps pointers to delegates that a new model destroyed.
Column {
    id: root

    required property string label
    required property var options
    property int currentIndex: 0

    signal chosen(int index)

    AppText {
        text: root.label
        size: AppText.Size.Second
        bottomPadding: Theme.space(1)
    }
    Repeater {
        model: root.options

        T.AbstractButton {
            id: option

            required property int index
            required property string modelData
            readonly property bool on: root.currentIndex === option.index

            objectName: root.objectName + "." + option.index
            width: root.width
            implicitHeight: Math.max(Theme.dp(48), Theme.touch, implicitContentHeight + Theme.space(3))
            focusPolicy: Qt.StrongFocus
            Accessible.role: Accessible.RadioButton
            Accessible.name: option.modelData
            Accessible.checked: option.on
            onClicked: root.chosen(option.index)

            contentItem: RowLayout {
                spacing: Theme.space(3)
                Icon {
                    name: option.on ? "radio_button_checked" : "radio_button_unchecked"
                    tone: option.on ? Theme.Tone.Primary : Theme.Tone.Neutral
                }
                AppText {
                    Layout.fillWidth: true
                    text: option.modelData
                    strong: option.on
                    wrapMode: Text.Wrap
                }
            }
            background: Rectangle {
                radius: Theme.radiusSmall
                color: option.down ? Theme.pressed : "transparent"
                FocusRing { shown: option.visualFocus; radius: Theme.radiusSmall }
            }
        }
    }
}
