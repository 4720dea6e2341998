import QtQuick

/// One check of a village in few letters: its kind, and its points or where it stands.
StateChip {
    id: root

    required property int checkState
    property string kindCode
    property string points
    readonly property string stateWord: words[root.kind]

    kind: [StateChip.Kind.NotStarted, StateChip.Kind.Draft, StateChip.Kind.Submitted, StateChip.Kind.SentBack,
        StateChip.Kind.Approved, StateChip.Kind.Voided][root.checkState]
    word: root.kindCode === "" ? root.stateWord
        : root.points !== "" ? qsTr("%1 %2").arg(root.kindCode).arg(root.points)
        : root.kindCode
    Accessible.name: root.kindCode + " " + root.stateWord + " " + root.points
}
