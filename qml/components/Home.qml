pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts

/// The places of one role: a rail at the left on wide windows, a row below on narrow ones, and beside it
/// the page of the place that is on. A page stays as it was when one comes back to it.
Item {
    id: root

    required property list<NavEntry> entries
    property int currentIndex: 0
    readonly property bool wide: width >= Theme.wideFrom
    /// What the place that is on shows; the window asks it for its score.
    readonly property PageFrame currentPage: (pages.itemAt(root.currentIndex) as PageSlot)?.currentItem as PageFrame

    function goTo(name: string) {
        for (let i = 0; i < root.entries.length; ++i)
            if (root.entries[i].name === name)
                root.currentIndex = i
    }

    GridLayout {
        anchors.fill: parent
        columns: root.wide ? 2 : 1
        columnSpacing: 0
        rowSpacing: 0

        Rectangle {
            Layout.row: root.wide ? 0 : 1
            Layout.column: 0
            Layout.fillHeight: root.wide
            Layout.fillWidth: !root.wide
            implicitWidth: items.implicitWidth + Theme.space(2)
            implicitHeight: items.implicitHeight + Theme.space(2)
            color: root.wide ? Theme.surface : Theme.raised

            Divider {
                x: root.wide ? parent.width - width : 0
                width: root.wide ? Theme.lineWidth : parent.width
                height: root.wide ? parent.height : Theme.lineWidth
            }
            GridLayout {
                id: items
                anchors { left: parent.left; right: parent.right; top: parent.top; margins: Theme.space(1); topMargin: root.wide ? Theme.space(4) : Theme.space(1) }
                flow: root.wide ? GridLayout.TopToBottom : GridLayout.LeftToRight
                rows: root.wide ? -1 : 1
                columns: root.wide ? 1 : -1
                rowSpacing: Theme.space(2)
                columnSpacing: 0

                Repeater {
                    model: root.entries.length

                    NavItem {
                        required property int index
                        readonly property NavEntry entry: root.entries[index]

                        objectName: "nav." + entry.name
                        Layout.fillWidth: true
                        visible: entry.shown
                        text: entry.title
                        iconName: entry.iconName
                        badge: entry.badge
                        checked: root.currentIndex === index
                        onClicked: root.currentIndex = index
                    }
                }
            }
        }
        Item {
            Layout.row: 0
            Layout.column: root.wide ? 1 : 0
            Layout.fillWidth: true
            Layout.fillHeight: true

            Repeater {
                id: pages
                model: root.entries.length

                PageSlot {
                    id: place

                    required property int index
                    property bool visited: false
                    readonly property bool on: root.currentIndex === place.index

                    anchors.fill: parent
                    visible: place.on
                    page: place.on || place.visited ? root.entries[place.index].page : null
                    onCurrentItemChanged: place.visited = true
                }
            }
        }
    }
}
