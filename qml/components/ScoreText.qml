import QtQuick
import QtQuick.Layouts

/// A score with what it is out of and what was lost: "86.5 / 100  −13.5". Texts come from the view-model as they are.
RowLayout {
    id: root

    required property string points
    property string outOf
    property string lost
    property bool large: false

    spacing: Theme.space(1.5)
    baselineOffset: figure.y + figure.baselineOffset
    Accessible.role: Accessible.StaticText
    Accessible.name: qsTr("%1 分").arg(root.points) + (root.lost === "" ? "" : qsTr("，扣 %1").arg(root.lost))

    AppText {
        id: figure
        text: root.points
        size: root.large ? AppText.Size.Score : AppText.Size.Title
        strong: !root.large
        Layout.alignment: Qt.AlignBaseline
    }
    AppText {
        text: root.outOf === "" ? qsTr("分") : "/ " + root.outOf
        size: root.large ? AppText.Size.Body : AppText.Size.Second
        color: Theme.second
        Layout.alignment: Qt.AlignBaseline
    }
    AppText {
        visible: root.lost !== "" && root.lost !== "0"
        text: "−" + root.lost
        size: root.large ? AppText.Size.Title : AppText.Size.Body
        tone: Theme.Tone.Deduction
        Layout.alignment: Qt.AlignBaseline
    }
}
