import QtQuick
import QtQuick.Layouts

/// The page's actions, within reach of the thumb. Items put inside stand in one row; give one Layout.fillWidth
/// to push the rest to the right.
Rectangle {
    id: root

    default property alias actions: row.data

    implicitHeight: row.implicitHeight + Theme.space(5)
    implicitWidth: row.implicitWidth + 2 * Theme.margin
    color: Theme.raised

    Divider { anchors { left: parent.left; right: parent.right; top: parent.top } }
    RowLayout {
        id: row
        anchors { fill: parent; leftMargin: Theme.margin; rightMargin: Theme.margin; topMargin: Theme.space(2.5); bottomMargin: Theme.space(2.5) }
        spacing: Theme.space(3)
    }
}
