pragma ComponentBehavior: Bound

import QtQuick

/// One village in the list of today: its checks as chips, and how far it is.
ListRow {
    id: root

    required property int index
    required property string villageCode
    required property string name
    required property string town
    required property var checks
    required property double distanceM
    required property bool sentBack

    objectName: "today.village." + root.villageCode
    width: ListView.view ? ListView.view.width : implicitWidth
    title: root.name
    subtitle: root.distanceM < 0 ? root.town
            : root.distanceM < 1000 ? qsTr("%1 · %2 m").arg(root.town).arg(Math.round(root.distanceM / 10) * 10)
            : qsTr("%1 · %2 km").arg(root.town).arg((root.distanceM / 1000).toFixed(1))
    chevron: true

    Repeater {
        model: root.checks

        CheckChip {
            required property var modelData
            checkState: modelData.state
            name: root.width >= Theme.wideFrom ? modelData.title : modelData.title.slice(0, 2)
            points: modelData.points
        }
    }
}
