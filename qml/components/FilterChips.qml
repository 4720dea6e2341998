pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T

/// Filters in one scrolling line, each with how many it holds. Shows only `currentIndex`; its owner changes it.
Flickable {
    id: root

    required property list<string> options
    property list<int> counts
    property int currentIndex: 0

    /// How wide the sign is that there are more of them at an end.
    readonly property int edge: Theme.dp(32)

    signal chosen(int index)

    onCurrentIndexChanged: later.restart()
    onWidthChanged: later.restart()
    onContentWidthChanged: later.restart()
    implicitHeight: Math.max(Theme.dp(44), Theme.touch)
    implicitWidth: row.implicitWidth
    contentWidth: row.implicitWidth
    contentHeight: height
    clip: true
    flickableDirection: Flickable.HorizontalFlick
    boundsBehavior: Flickable.StopAtBounds

    // Brings the chosen one into view; later, because widths change also while chips are being destroyed.
    Timer {
        id: later
        interval: 0
        onTriggered: {
            const chip = chips.itemAt(root.currentIndex)
            if (chip)
                root.contentX = Math.max(0, Math.min(chip.x - root.edge, root.contentWidth - root.width,
                                                     Math.max(root.contentX, chip.x + chip.width + root.edge - root.width)))
        }
    }
    component More: Rectangle {
        id: more

        property bool atEnd: false

        objectName: root.objectName + (more.atEnd ? ".after" : ".before")
        parent: root
        x: more.atEnd ? root.width - width : 0
        z: 1
        width: root.edge
        height: root.height
        gradient: Gradient {
            orientation: Gradient.Horizontal
            GradientStop { position: more.atEnd ? 0 : 1; color: Qt.rgba(Theme.surface.r, Theme.surface.g, Theme.surface.b, 0) }
            GradientStop { position: 0.5; color: Theme.surface }
        }
        Icon {
            anchors.verticalCenter: parent.verticalCenter
            x: more.atEnd ? parent.width - width : 0
            name: more.atEnd ? "chevron_right" : "chevron_left"
            size: Theme.dp(20)
            color: Theme.text
        }
    }
    More { visible: !root.atXBeginning }
    More { visible: !root.atXEnd; atEnd: true }
    Row {
        id: row
        height: root.height
        spacing: Theme.space(2)

        Repeater {
            id: chips
            model: root.options

            T.Button {
                id: chip

                required property int index
                required property string modelData
                readonly property bool on: root.currentIndex === chip.index

                objectName: root.objectName + "." + chip.index
                implicitWidth: Math.max(Theme.touch, implicitContentWidth + Theme.space(8))
                implicitHeight: root.height
                Accessible.name: chip.modelData
                Accessible.role: Accessible.RadioButton
                Accessible.checked: chip.on
                focusPolicy: Qt.StrongFocus
                onClicked: root.chosen(chip.index)

                contentItem: Item {
                    implicitWidth: words.implicitWidth
                    implicitHeight: words.implicitHeight

                    Row {
                        id: words
                        anchors.centerIn: parent
                        spacing: Theme.space(1.5)

                        AppText {
                            text: chip.modelData
                            strong: chip.on
                            color: chip.on ? Theme.inkOnPrimary : Theme.text
                        }
                        AppText {
                            anchors.verticalCenter: parent.verticalCenter
                            visible: root.counts.length > chip.index
                            text: root.counts.length > chip.index ? root.counts[chip.index] : ""
                            size: AppText.Size.Second
                            color: chip.on ? Theme.inkOnPrimary : Theme.second
                        }
                    }
                }
                background: Item {
                    Rectangle {
                        anchors { left: parent.left; right: parent.right; verticalCenter: parent.verticalCenter }
                        height: Math.min(parent.height, Theme.dp(40) * Math.max(1, Theme.textScale * 0.9))
                        radius: height / 2
                        color: chip.on ? Theme.primary : chip.down ? Theme.pressed : Theme.sunken
                        border.width: Theme.sunlight ? Theme.lineWidth : 0
                        border.color: Theme.line
                        FocusRing { shown: chip.visualFocus; radius: height / 2 }
                    }
                }
            }
        }
    }
}
