import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T

/// One place in the rail (wide) or the row at the bottom (narrow).
T.AbstractButton {
    id: root

    required property string iconName
    property int badge: 0

    implicitWidth: Math.max(Theme.dp(88), Theme.touch, Math.ceil(label.implicitWidth) + Theme.space(4))
    implicitHeight: Math.max(Theme.touch, Theme.dp(40) + label.implicitHeight + Theme.space(2))
    focusPolicy: Qt.StrongFocus
    Accessible.role: Accessible.PageTab
    Accessible.name: root.badge > 0 ? root.text + " " + root.badge : root.text

    contentItem: ColumnLayout {
        spacing: Theme.space(0.5)

        Item { Layout.fillHeight: true }
        Rectangle {
            Layout.alignment: Qt.AlignHCenter
            implicitWidth: Theme.dp(60)
            implicitHeight: Theme.dp(34)
            radius: height / 2
            color: root.checked ? Theme.primarySoft : root.down ? Theme.pressed : "transparent"
            border.width: Theme.sunlight && root.checked ? Theme.lineWidth : 0
            border.color: Theme.primary

            Icon {
                anchors.centerIn: parent
                name: root.iconName
                color: root.checked ? Theme.primary : Theme.second
            }
            Rectangle {
                visible: root.badge > 0
                anchors { left: parent.horizontalCenter; leftMargin: Theme.sizeIcon / 2 - Theme.dp(4); top: parent.top; topMargin: -Theme.space(1) }
                width: Math.max(height, count.implicitWidth + Theme.space(2))
                height: count.implicitHeight
                radius: height / 2
                color: Theme.info

                AppText {
                    id: count
                    anchors.centerIn: parent
                    text: root.badge > 999 ? "999+" : root.badge
                    font.pixelSize: Math.min(Theme.sp(11), Theme.dp(12))
                    color: Theme.surface
                }
            }
        }
        AppText {
            id: label
            Layout.alignment: Qt.AlignHCenter
            text: root.text
            size: AppText.Size.Second
            strong: root.checked
            color: root.checked ? Theme.primary : Theme.second
        }
        Item { Layout.fillHeight: true }
    }
    background: Item { FocusRing { shown: root.visualFocus; anchors.margins: Theme.dp(2) } }
}
