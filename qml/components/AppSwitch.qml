import QtQuick
import QtQuick.Templates as T

/// A setting that is on or off, with its words on the left and a target as wide as the row.
T.Switch {
    id: root

    property string hint

    implicitWidth: parent ? (parent as Item).width : Theme.dp(320)
    implicitHeight: Math.max(Theme.touch, Theme.dp(56), implicitContentHeight + Theme.space(4))
    focusPolicy: Qt.StrongFocus
    Accessible.name: root.text

    contentItem: Item {
        implicitHeight: words.implicitHeight

        Column {
            id: words
            anchors { left: parent.left; right: parent.right; rightMargin: Theme.dp(72); verticalCenter: parent.verticalCenter }
            spacing: Theme.space(0.5)

            AppText { width: parent.width; text: root.text }
            AppText {
                visible: root.hint !== ""
                width: parent.width
                text: root.hint
                size: AppText.Size.Second
                wrapMode: Text.Wrap
            }
        }
    }
    indicator: Rectangle {
        x: root.width - width
        anchors.verticalCenter: root.verticalCenter
        width: Theme.dp(56)
        height: Theme.dp(32)
        radius: height / 2
        color: root.checked ? Theme.primary : Theme.sunken
        border.width: root.checked ? 0 : Math.max(1, Theme.lineWidth)
        border.color: Theme.sunlight ? Theme.line : Theme.second

        Rectangle {
            x: root.checked ? parent.width - width - Theme.dp(4) : Theme.dp(4)
            anchors.verticalCenter: parent.verticalCenter
            width: Theme.dp(24)
            height: width
            radius: width / 2
            color: root.checked ? Theme.inkOnPrimary : Theme.second
            Behavior on x { NumberAnimation { duration: Theme.motion; easing.type: Easing.OutQuad } }
        }
    }
    background: Item { FocusRing { shown: root.visualFocus } }
}
