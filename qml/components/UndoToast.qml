import QtQuick
import QtQuick.Layouts

/// Says what was just done and offers to take it back, for some seconds, without covering the page's actions.
Rectangle {
    id: root

    property string text
    property int forMs: 6000
    property bool canUndo: true

    signal undoRequested()

    function show(what: string) {
        root.text = what
        root.opacity = 1
        timer.restart()
    }
    function hide() {
        timer.stop()
        root.opacity = 0
    }

    implicitWidth: row.implicitWidth + row.anchors.leftMargin + row.anchors.rightMargin
    implicitHeight: Math.max(Theme.touch, Theme.dp(52))
    radius: Theme.radius
    color: Theme.dark ? "#E8EDE9" : Theme.sunlight ? "#000000" : "#26312B"
    opacity: 0
    visible: opacity > 0
    Accessible.role: Accessible.AlertMessage
    Accessible.name: root.text

    Behavior on opacity { NumberAnimation { duration: Theme.motion; easing.type: Easing.OutQuad } }
    Timer {
        id: timer
        interval: root.forMs
        onTriggered: root.hide()
    }
    RowLayout {
        id: row
        anchors { fill: parent; leftMargin: Theme.space(5); rightMargin: Theme.space(root.canUndo ? 2 : 5) }
        spacing: Theme.space(3)

        AppText {
            Layout.fillWidth: true
            text: root.text
            color: Theme.dark ? "#16201B" : "#FFFFFF"
        }
        AppButton {
            objectName: root.objectName + ".undo"
            visible: root.canUndo
            kind: AppButton.Kind.Quiet
            ink: Theme.dark ? "#1B6B4F" : "#9BE3C3"
            text: qsTr("撤销")
            onClicked: {
                root.hide()
                root.undoRequested()
            }
        }
    }
}
