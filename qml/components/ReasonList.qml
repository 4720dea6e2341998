pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Xuncun.ViewModels

/// The chain of reasons, each line opening what stands behind it; a line of an inspection leads to it.
/// A Column: a layout that is hidden keeps pointers to delegates that a new model destroyed.
Column {
    id: root

    required property ReasonListModel model
    /// Off where the inspection is what one looks at.
    property bool leadsToInspections: true

    signal inspectionOpened(string inspectionId)

    Repeater {
        model: root.model

        Item {
            id: line

            required property int index
            required property string words
            required property int depth
            required property bool hasMore
            required property bool open
            required property string inspectionId

            objectName: "reason." + line.index
            width: root.width
            implicitHeight: Math.max(line.hasMore ? Theme.touch : Theme.dp(32), row.implicitHeight + Theme.space(2))

            // What has nothing behind it is read only.
            T.AbstractButton {
                id: opener

                anchors.fill: parent
                visible: line.hasMore
                focusPolicy: Qt.StrongFocus
                Accessible.name: line.words
                onClicked: root.model.toggle(line.index)

                background: Rectangle {
                    radius: Theme.radiusSmall
                    color: opener.down ? Theme.pressed : "transparent"
                    FocusRing { shown: opener.visualFocus; radius: Theme.radiusSmall }
                }
            }
            RowLayout {
                id: row

                anchors { left: parent.left; right: parent.right; verticalCenter: parent.verticalCenter }
                spacing: Theme.space(1)

                Item { implicitWidth: Theme.space(4) * line.depth }
                Icon {
                    Layout.alignment: Qt.AlignTop
                    opacity: line.hasMore ? 1 : 0
                    name: line.open ? "expand_more" : "chevron_right"
                }
                AppText {
                    Layout.fillWidth: true
                    text: line.words
                    wrapMode: Text.Wrap
                    strong: line.depth === 0
                    color: line.depth > 3 ? Theme.second : Theme.text
                }
                QuietButton {
                    objectName: line.objectName + ".open"
                    visible: root.leadsToInspections && line.hasMore && line.inspectionId !== "" && line.depth < 4
                    text: qsTr("看检查")
                    onClicked: root.inspectionOpened(line.inspectionId)
                }
            }
        }
    }
}
