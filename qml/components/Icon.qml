import QtQuick

/// One picture of the Material icon font by its name there ("check_circle"). Says nothing to a screen reader:
/// the word beside it does.
Text {
    id: root

    property string name
    property int size: Theme.sizeIcon
    property int tone: Theme.Tone.Neutral

    text: root.name
    width: root.size
    height: root.size
    color: root.tone === Theme.Tone.Neutral ? Theme.second : Theme.toneColor(root.tone)
    font.family: Theme.iconFamily
    font.pixelSize: root.size
    horizontalAlignment: Text.AlignHCenter
    verticalAlignment: Text.AlignVCenter
    textFormat: Text.PlainText
    Accessible.ignored: true
}
