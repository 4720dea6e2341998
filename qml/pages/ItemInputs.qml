pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Xuncun.ViewModels

/// Everything that can be counted, ticked or measured in the open item, rule by rule.
Flow {
    id: root

    required property ItemModel item
    required property string itemCode

    spacing: Theme.space(3)

    Repeater {
        model: root.item.inputs

        Loader {
            id: input

            required property int index
            required property int control
            required property string text
            required property string price
            required property string unit
            required property int count
            required property bool on
            required property bool earns
            required property string value
            required property bool firstOfRule
            required property string ruleCode
            required property string ruleText
            required property bool veto
            required property int household
            readonly property string name: "item." + root.itemCode + (input.index === 0 ? "" : "." + input.index)

            width: input.control === InputListModel.Toggle && input.household > 0 ? implicitWidth : root.width
            sourceComponent: input.control === InputListModel.Stepper ? stepper
                : input.control === InputListModel.Number ? number : toggle

            Component {
                id: stepper

                RowLayout {
                    spacing: Theme.space(4)

                    AppText {
                        Layout.fillWidth: true
                        text: input.ruleText
                        color: Theme.second
                        wrapMode: Text.Wrap
                    }
                    Stepper {
                        objectName: input.name
                        count: input.count
                        onIncremented: root.item.add(input.index)
                        onDecremented: root.item.remove(input.index)
                    }
                }
            }
            Component {
                id: toggle

                ToggleChip {
                    objectName: input.name + ".toggle"
                    text: input.household > 0 ? qsTr("户 %1").arg(input.household) : input.text
                    note: input.price === "" ? "" : input.earns ? qsTr("+%1").arg(input.price) : qsTr("−%1").arg(input.price)
                    on: input.on
                    good: input.earns
                    onTapped: root.item.toggle(input.index)
                }
            }
            Component {
                id: number

                Field {
                    objectName: input.name + ".value"
                    label: input.unit === "" ? input.ruleText : qsTr("%1（%2）").arg(input.ruleText).arg(input.unit)
                    text: input.value
                    input.inputMethodHints: Qt.ImhFormattedNumbersOnly
                    onAccepted: root.item.measure(input.index, text)
                    input.onEditingFinished: root.item.measure(input.index, text)
                }
            }
        }
    }
    RowLayout {
        visible: root.item.sampleHouseholds > 0
        width: root.width
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
            onClicked: root.item.setHouseholdsVisited(root.item.householdsVisited - 1)
        }
        IconButton {
            objectName: "item." + root.itemCode + ".more"
            icon.name: "add"
            label: qsTr("多走访一户")
            filled: true
            onClicked: root.item.setHouseholdsVisited(root.item.householdsVisited + 1)
        }
    }
}
