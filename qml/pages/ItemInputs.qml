pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Xuncun.ViewModels

/// Everything that can be counted, ticked or measured in the open item, rule by rule.
ColumnLayout {
    id: root

    required property ItemModel item
    required property string itemCode

    spacing: Theme.space(3)

    // A positioner: a layout would keep pointers to the delegates that another item's inputs destroyed.
    Flow {
        id: inputs

        readonly property int columns: Math.max(2, Math.floor(root.width / Theme.sp(124)))
        readonly property real householdWidth: Math.floor((root.width - (columns - 1) * spacing) / columns)

        Layout.fillWidth: true
        spacing: Theme.space(3)

        Repeater {
            model: root.item.inputs

            ItemInput {
                width: household > 0 ? inputs.householdWidth : root.width
                name: index === 0 ? "item." + root.itemCode : "item." + root.itemCode + "." + index
                onIncremented: root.item.add(index)
                onDecremented: root.item.remove(index)
                onToggled: root.item.toggle(index)
                onMeasured: measured => root.item.measure(index, measured)
            }
        }
    }
    RowLayout {
        visible: root.item.sampleHouseholds > 0
        Layout.fillWidth: true
        spacing: Theme.space(4)

        AppText {
            Layout.fillWidth: true
            text: qsTr("走访 %1 户（计划 %2 户），点选不合格的户").arg(root.item.householdsVisited).arg(root.item.sampleHouseholds)
            size: AppText.Size.Second
            wrapMode: Text.Wrap
        }
        IconButton {
            objectName: "item." + root.itemCode + ".fewer"
            icon.name: "remove"
            label: qsTr("少走访一户")
            filled: true
            visible: root.enabled
            onClicked: root.item.setHouseholdsVisited(root.item.householdsVisited - 1)
        }
        IconButton {
            objectName: "item." + root.itemCode + ".more"
            icon.name: "add"
            label: qsTr("多走访一户")
            filled: true
            visible: root.enabled
            onClicked: root.item.setHouseholdsVisited(root.item.householdsVisited + 1)
        }
    }
}
