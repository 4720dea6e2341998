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
                implicitWidth: word.implicitWidth + (picture.visible ? picture.width + words.spacing : 0)
                implicitHeight: words.implicitHeight

                Row {
                    id: words
                    anchors.centerIn: parent
                    spacing: Theme.space(2)

                    Icon {
                        id: picture
                        anchors.verticalCenter: parent.verticalCenter
                        visible: name !== ""
                        name: option.on ? "check" : root.icons.length > option.index ? root.icons[option.index] : ""
                        color: option.on ? Theme.primary : Theme.second
                    }
                    AppText {
                        id: word
                        anchors.verticalCenter: parent.verticalCenter
                        width: Math.min(implicitWidth, option.availableWidth - (picture.visible ? picture.width + words.spacing : 0))
                        text: option.modelData
                        strong: option.on
                        color: !option.enabled ? Theme.second : option.on ? Theme.primary : Theme.text
                    }
                }
            }
            background: Rectangle {
                radius: Theme.radius
                color: option.on ? Theme.primarySoft : !option.enabled ? Theme.sunken : option.down ? Theme.pressed : "transparent"
                border.width: option.on ? 2 : Theme.lineWidth
                border.color: option.on ? Theme.primary : Theme.line
                FocusRing { shown: option.visualFocus }
            }
        }
    }
}
