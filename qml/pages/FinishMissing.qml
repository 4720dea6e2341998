pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Xuncun.ViewModels

/// What is missing or worth a look before submitting; a tap goes there.
/// A Column: a layout that is hidden keeps pointers to delegates that a new model destroyed.
Column {
    id: root

    required property FinishModel finish

    signal itemChosen(string itemCode)
    /// A Missing.Place on this page.
    signal placeChosen(int place)

    /// What is mended on this page leaves its room empty: nothing moves under the finger that mends it.
    property real tallest: 0

    spacing: 0
    visible: lines.count > 0 || root.tallest > 0
    Layout.minimumHeight: root.tallest
    onImplicitHeightChanged: root.tallest = Math.max(root.tallest, root.implicitHeight)

    AppText {
        leftPadding: Theme.margin
        visible: lines.count > 0
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
            required property int place

            objectName: "finish.missing." + line.index
            width: root.width
            title: line.problem
            titleSize: AppText.Size.Body
            titleLines: 2
            chevron: true
            leading: Icon {
                name: line.blocks ? "error_outline" : "info"
                tone: line.blocks ? Theme.Tone.Warning : Theme.Tone.Info
            }
            onClicked: line.place === Missing.Item ? root.itemChosen(line.itemCode) : root.placeChosen(line.place)
        }
    }
}
