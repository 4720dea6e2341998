pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Xuncun.ViewModels

/// One thing to count, tick or measure in the open item. Of the three controls only the one that it needs is made.
GridLayout {
    id: root

    required property int index
    required property int control
    required property string text
    required property string price
    required property string unit
    required property int count
    required property bool on
    required property bool earns
    required property string value
    required property string ruleText
    required property int household
    required property bool noneMet
    required property string name

    signal incremented()
    signal decremented()
    signal toggled()
    signal measured(string measured)

    columns: root.width < Theme.sp(520) ? 1 : 2
    columnSpacing: Theme.space(4)
    rowSpacing: Theme.space(3)

    Repeater {
        model: root.control === InputListModel.Stepper ? 1 : 0

        AppText {
            Layout.fillWidth: true
            text: root.ruleText
            color: Theme.second
            wrapMode: Text.Wrap
        }
    }
    Repeater {
        model: root.control === InputListModel.Stepper ? 1 : 0

        Stepper {
            objectName: root.name
            count: root.count
            unit: root.unit
            onIncremented: root.incremented()
            onDecremented: root.decremented()
        }
    }
    Repeater {
        model: root.control === InputListModel.Toggle ? 1 : 0

        ToggleChip {
            objectName: root.name + ".toggle"
            Layout.fillWidth: true
            text: root.household > 0 ? qsTr("户 %1").arg(root.household) : root.noneMet ? qsTr("都没做到") : root.text
            note: root.price === "" || root.household > 0 ? "" : root.earns ? qsTr("+%1").arg(root.price) : qsTr("−%1").arg(root.price)
            on: root.on
            good: root.earns
            onTapped: root.toggled()
        }
    }
    Repeater {
        model: root.control === InputListModel.Number ? 1 : 0

        Field {
            objectName: root.name + ".value"
            Layout.fillWidth: true
            label: root.unit === "" ? root.ruleText : qsTr("%1（%2）").arg(root.ruleText).arg(root.unit)
            value: root.value
            input.inputMethodHints: Qt.ImhFormattedNumbersOnly
            onCommitted: text => root.measured(text)
        }
    }
}
