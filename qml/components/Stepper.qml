import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T

/// Counts findings: one tap on the large plus is one more. Shows only `count`; its owner changes it.
/// Disabled it only tells the count.
RowLayout {
    id: root

    required property int count
    property string unit  ///< empty: 处
    readonly property string unitWord: root.unit !== "" ? root.unit : qsTr("处")
    property int maximum: 200

    signal incremented()
    signal decremented()

    spacing: Theme.betweenOpposites

    TextMetrics { id: most; font.family: Theme.family; font.pixelSize: Theme.sizePage; font.weight: Theme.strong; text: "99" }
    IconButton {
        objectName: root.objectName + ".minus"
        visible: root.enabled
        icon.name: "remove"
        label: qsTr("减一处")
        filled: true
        enabled: root.count > 0
        onClicked: root.decremented()
    }
    Item {
        // So wide that the buttons stay where they are from none to 99.
        implicitWidth: Math.max(Theme.sp(76), row.spacing + Math.ceil(unit.implicitWidth) + Math.max(Math.ceil(most.advanceWidth), Math.ceil(number.implicitWidth)))
        implicitHeight: row.implicitHeight
        Accessible.role: Accessible.StaticText
        Accessible.name: root.count + " " + root.unitWord

        Row {
            id: row
            anchors.centerIn: parent
            spacing: Theme.space(1.5)

            AppText { id: number; text: root.count; size: AppText.Size.Page; strong: root.count > 0; Accessible.ignored: true }
            AppText { id: unit; anchors.baseline: number.baseline; text: root.unitWord; Accessible.ignored: true }
        }
    }
    T.Button {
        id: plus

        objectName: root.objectName + ".plus"
        visible: root.enabled
        implicitWidth: Math.max(Theme.dp(120), Theme.touch * 1.8)
        implicitHeight: Math.max(Theme.dp(56), Theme.touch)
        enabled: root.count < root.maximum
        focusPolicy: Qt.StrongFocus
        Accessible.name: qsTr("加一处")
        onClicked: root.incremented()

        contentItem: Item {
            Icon {
                anchors.centerIn: parent
                name: "add"
                size: Theme.dp(32)
                color: plus.enabled ? Theme.inkOnPrimary : Theme.disabledInk
            }
        }
        background: Rectangle {
            radius: Theme.radius
            color: plus.enabled ? Theme.primary : Theme.sunken
            border.width: Theme.sunlight && !plus.enabled ? 1 : 0
            border.color: Theme.disabledInk
            Rectangle {
                anchors.fill: parent
                radius: parent.radius
                color: "#FFFFFF"
                opacity: plus.down ? 0.18 : 0
            }
            FocusRing { shown: plus.visualFocus }
        }
    }
}
