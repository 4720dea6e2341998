import QtQuick

/// One check of a village in few words: its name, and its points or where it stands.
StateChip {
    id: root

    required property int checkState
    required property bool refused  ///< submitted, and the hub did not take it
    property string name
    property string points
    readonly property string stateWord: words[root.kind]

    kind: root.refused ? StateChip.Kind.Failed : [StateChip.Kind.NotStarted, StateChip.Kind.Draft, StateChip.Kind.Submitted, StateChip.Kind.SentBack,
        StateChip.Kind.Approved, StateChip.Kind.Voided][root.checkState]
    word: root.name === "" ? root.stateWord
        : root.points !== "" ? qsTr("%1 %2").arg(root.name).arg(root.points)
        : root.name
    Accessible.name: root.name + " " + root.stateWord + " " + root.points
}
