import QtQuick

/// Where the putting right of one finding stands, as colour, icon and word.
StateChip {
    id: root

    required property int taskState
    property bool overdue: false

    kind: root.overdue ? StateChip.Kind.Overdue
        : [StateChip.Kind.NotStarted, StateChip.Kind.Waiting, StateChip.Kind.Draft, StateChip.Kind.Submitted, StateChip.Kind.SentBack,
           StateChip.Kind.Approved, StateChip.Kind.Done, StateChip.Kind.Voided][root.taskState]
    word: root.overdue ? qsTr("逾期")
        : [qsTr("待下发"), qsTr("已下发"), qsTr("整改中"), qsTr("已反馈"), qsTr("退回"), qsTr("已复查"), qsTr("已销号"), qsTr("已撤销")][root.taskState]
}
