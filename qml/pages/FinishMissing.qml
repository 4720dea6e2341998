pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Xuncun.ViewModels

/// What is missing or worth a look before submitting; a tap goes there.
ColumnLayout {
    id: root

    required property FinishModel finish

    signal itemChosen(string itemCode)

    spacing: 0
    visible: lines.count > 0

    AppText {
        Layout.leftMargin: Theme.margin
        text: qsTr("还缺这些，点一下就过去")
        strong: true
    }
    Repeater {
        id: lines
        model: root.finish.missing

        ListRow {
            id: line

            required property int index
            required property string problem
            required property string itemCode
            required property bool blocks

            objectName: "finish.missing." + line.index
            Layout.fillWidth: true
            title: line.problem
            titleSize: AppText.Size.Body
            chevron: true
            leading: Icon {
                name: line.blocks ? "error_outline" : "info"
                tone: line.blocks ? Theme.Tone.Warning : Theme.Tone.Info
            }
            onClicked: root.itemChosen(line.itemCode)
        }
    }
}
