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

    IconButton {
        objectName: root.objectName + ".minus"
        visible: root.enabled
        icon.name: "remove"
        label: qsTr("减一处")
        filled: true
        enabled: root.count > 0
        onClicked: root.decremented()
    }
    AppText {
        Layout.minimumWidth: Theme.sp(76)
        horizontalAlignment: Text.AlignHCenter
        text: root.count + " " + root.unitWord
        size: AppText.Size.Page
        strong: root.count > 0
        Accessible.name: text
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
                color: plus.enabled ? Theme.inkOnPrimary : Theme.second
            }
        }
        background: Rectangle {
            radius: Theme.radius
            color: plus.enabled ? Theme.primary : Theme.sunken
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
