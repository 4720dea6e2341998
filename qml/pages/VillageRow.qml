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
    required property int checksDone
    required property int checksTotal
    required property double distanceM
    required property bool sentBack

    /// How many checks are done instead of which.
    property bool compact: false

    objectName: "today.village." + root.villageCode
    width: ListView.view ? ListView.view.width : implicitWidth
    title: root.name
    titleLines: 2
    subtitle: root.distanceM < 0 ? root.town
            : root.distanceM < 1000 ? qsTr("%1 · %2 m").arg(root.town).arg(Math.round(root.distanceM / 10) * 10)
            : qsTr("%1 · %2 km").arg(root.town).arg((root.distanceM / 1000).toFixed(1))
    chevron: !root.compact
    subtitleTone: root.compact && root.sentBack ? Theme.Tone.Deduction : Theme.Tone.Neutral

    // As many chips as there are checks; a row that shows another village keeps them.
    Row {
        spacing: Theme.space(3)
        visible: !root.compact

        Repeater {
            model: root.compact ? 0 : root.checks.length

            // Where there is room the chips of all villages stand in columns.
            Item {
                id: cell

                required property int index
                readonly property var check: root.checks[cell.index]
                readonly property bool roomy: root.width >= Theme.wideFrom

                width: cell.roomy ? Math.max(Theme.sp(132), chip.implicitWidth) : chip.implicitWidth
                height: chip.implicitHeight

                CheckChip {
                    id: chip
                    anchors.right: parent.right
                    checkState: cell.check?.state ?? 0
                    refused: cell.check?.refused ?? false
                    name: !cell.check ? "" : cell.roomy ? cell.check.title : cell.check.title.slice(0, 2)
                    points: cell.check?.points ?? ""
                }
            }
        }
    }
    Icon {
        visible: root.compact && root.sentBack
        name: "reply"
        tone: Theme.Tone.Deduction
        Accessible.role: Accessible.StaticText
        Accessible.name: qsTr("退回")
    }
    AppText {
        visible: root.compact
        text: root.checksDone + " / " + root.checksTotal
        color: root.checksDone === root.checksTotal ? Theme.primary : Theme.second
        strong: root.checksDone === root.checksTotal
    }
}
