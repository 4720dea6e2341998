import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T

/// A sheet over the page for one short task: from the right on wide windows, from below on narrow ones.
T.Drawer {
    id: root

    required property string title
    default property alias content: slot.data
    property alias footerActions: footerSlot.data
    readonly property Item window: T.Overlay.overlay
    readonly property bool fromRight: root.window ? root.window.width >= Theme.wideFrom : true

    parent: T.Overlay.overlay  // of the whole window: below a page's title it would stand that much too low
    edge: root.fromRight ? Qt.RightEdge : Qt.BottomEdge
    width: !root.window ? Theme.dp(440) : root.fromRight ? Math.min(Theme.dp(520), root.window.width * 0.5) : root.window.width
    height: !root.window ? Theme.dp(600) : root.fromRight ? root.window.height : Math.min(root.window.height * 0.85, column.implicitHeight + Theme.margin)
    interactive: opened
    modal: true
    dim: true
    focus: true

    enter: Transition { NumberAnimation { property: "position"; to: 1; duration: Theme.motion; easing.type: Easing.OutQuad } }
    exit: Transition { NumberAnimation { property: "position"; to: 0; duration: Theme.motion; easing.type: Easing.OutQuad } }

    contentItem: Item {
        ColumnLayout {
            id: column
            anchors.fill: parent
            spacing: Theme.space(2)

            RowLayout {
                Layout.fillWidth: true
                Layout.leftMargin: Theme.margin
                Layout.rightMargin: Theme.space(2)
                Layout.topMargin: Theme.space(2)

                AppText {
                    Layout.fillWidth: true
                    text: root.title
                    size: AppText.Size.Title
                    strong: true
                    wrapMode: Text.Wrap
                    maximumLineCount: 4
                }
                IconButton {
                    objectName: "sheet.close"
                    icon.name: "close"
                    label: qsTr("关闭")
                    onClicked: root.close()
                }
            }
            Flickable {
                id: scroll
                Layout.fillWidth: true
                Layout.fillHeight: true
                implicitHeight: slot.implicitHeight
                contentWidth: width
                contentHeight: slot.implicitHeight
                clip: true
                boundsBehavior: Flickable.StopAtBounds
                T.ScrollIndicator.vertical: ScrollLine {}

                ColumnLayout {
                    id: slot
                    x: Theme.margin
                    width: parent.width - 2 * Theme.margin
                    spacing: Theme.space(3)
                }
            }
            // Side by side, or where the words need the room one below the other.
            GridLayout {
                id: footerSlot

                function neededWidth(): real {
                    let sum = (footerSlot.children.length - 1) * columnSpacing
                    for (let i = 0; i < footerSlot.children.length; ++i)
                        sum += footerSlot.children[i].implicitWidth
                    return sum
                }

                Layout.fillWidth: true
                Layout.margins: Theme.margin
                visible: children.length > 0
                columns: footerSlot.neededWidth() <= root.width - 2 * Theme.margin ? 2 : 1
                columnSpacing: Theme.betweenOpposites
                rowSpacing: Theme.betweenOpposites
            }
        }
        Divider {
            y: scroll.y + scroll.height
            width: parent.width
            visible: footerSlot.visible && scroll.contentHeight > scroll.height
        }
    }
    background: Rectangle {
        color: Theme.raised
        Divider {
            anchors { left: parent.left; top: parent.top }
            width: root.fromRight ? Theme.lineWidth : parent.width
            height: root.fromRight ? parent.height : Theme.lineWidth
        }
    }
    T.Overlay.modal: Rectangle { color: Theme.scrim }
}
