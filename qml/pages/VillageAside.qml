pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T
import Xuncun.ViewModels

/// The list of today beside the village that is open, for tablets held across: another village is one tap away.
Item {
    id: root

    required property TodayModel today
    required property string villageCode

    signal villageChosen(string villageCode)

    function showOpenOne() {
        const row = root.today.rowOf(root.villageCode)
        if (row >= 0)
            list.positionViewAtIndex(row, ListView.Contain)
    }

    ListView {
        id: list

        objectName: "village.list"
        anchors { fill: parent; rightMargin: Theme.lineWidth }
        clip: true
        T.ScrollIndicator.vertical: ScrollLine {}
        model: root.today
        reuseItems: true
        boundsBehavior: Flickable.StopAtBounds
        delegate: VillageRow {
            compact: true
            highlighted: villageCode === root.villageCode
            onClicked: root.villageChosen(villageCode)
        }
    }
    Divider {
        anchors.right: parent.right
        width: Theme.lineWidth
        height: parent.height
    }
    // Later: the list is still being laid out.
    Timer {
        running: root.visible
        interval: 0
        onTriggered: root.showOpenOne()
    }
}
