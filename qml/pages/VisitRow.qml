import QtQuick

/// One earlier inspection of a village.
ListRow {
    id: root

    required property string inspector
    required property double submittedAtMs
    required property int checkState
    required property bool refused
    required property string points
    required property int findings

    subtitle: qsTr("%1 · %2 · %3 处问题").arg(new Date(root.submittedAtMs).toLocaleDateString(Qt.locale(), "yyyy-MM-dd"))
        .arg(root.inspector).arg(root.findings)
    enabled: false

    CheckChip { checkState: root.checkState; refused: root.refused }
    ScoreText { points: root.points }
}
