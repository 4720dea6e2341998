pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T

/// One of a few, all visible: 合格 | 不适用, the text sizes, the themes. `currentIndex` -1 is none chosen.
/// Shows only `currentIndex`; its owner changes it.
RowLayout {
    id: root

    required property list<string> options
    property list<string> icons
    property int currentIndex: -1
    property string label

    signal chosen(int index)

    spacing: Theme.space(2)
    Accessible.role: Accessible.Grouping
    Accessible.name: root.label

    Repeater {
        model: root.options

        T.Button {
            id: option

            required property int index
            required property string modelData
            readonly property bool on: root.currentIndex === option.index
            readonly property color ink: option.on && Theme.sunlight ? Theme.inkOnPrimary
                : !option.enabled ? Theme.disabledInk : option.on ? Theme.primary : Theme.text

            objectName: root.objectName + "." + option.index
            Layout.fillWidth: true
            implicitWidth: Math.max(Theme.touch, implicitContentWidth + Theme.space(8))
            implicitHeight: Math.max(Theme.dp(48), Theme.touch)
            focusPolicy: Qt.StrongFocus
            checkable: false
            Accessible.name: option.modelData
            Accessible.role: Accessible.RadioButton
            Accessible.checked: option.on
            onClicked: root.chosen(option.index)

            contentItem: Item {
                // As wide as when it is the chosen one, so that a choice moves none of them.
                implicitWidth: Math.ceil(whenChosen.advanceWidth) + picture.size + words.spacing
                implicitHeight: words.implicitHeight

                TextMetrics { id: whenChosen; font.family: Theme.family; font.pixelSize: Theme.sizeBody; font.weight: Theme.strong; text: option.modelData }
                Row {
                    id: words
                    anchors.centerIn: parent
                    spacing: Theme.space(2)

                    Icon {
                        id: picture
                        anchors.verticalCenter: parent.verticalCenter
                        visible: name !== ""
                        name: option.on ? "check" : root.icons.length > option.index ? root.icons[option.index] : ""
                        color: option.on ? option.ink : Theme.second
                    }
                    AppText {
                        id: word
                        anchors.verticalCenter: parent.verticalCenter
                        width: Math.min(implicitWidth, option.availableWidth - (picture.visible ? picture.width + words.spacing : 0))
                        text: option.modelData
                        strong: option.on && option.enabled
                        color: option.ink
                    }
                }
            }
            background: Rectangle {
                radius: Theme.radius
                color: option.on && Theme.sunlight ? (option.enabled ? Theme.primary : Theme.disabledInk)
                    : option.on ? Theme.primarySoft : !option.enabled ? Theme.sunken : option.down ? Theme.pressed : "transparent"
                border.width: option.on ? 2 : option.enabled ? Theme.lineWidth : Theme.sunlight ? 1 : 0
                border.color: !option.enabled ? Theme.disabledInk : option.on ? Theme.primary : Theme.outline
                FocusRing { shown: option.visualFocus }
            }
        }
    }
}
