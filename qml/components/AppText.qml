import QtQuick

/// Text in one of the five sizes of the type scale; long text ends in an ellipsis instead of running out of its place.
Text {
    id: root

    enum Size { Second, Body, Title, Page, Score }

    property int size: AppText.Size.Body
    property bool strong: false
    property int tone: Theme.Tone.Neutral

    color: root.tone !== Theme.Tone.Neutral ? Theme.toneColor(root.tone)
         : root.size === AppText.Size.Second ? Theme.second : Theme.text
    font.family: Theme.family
    font.pixelSize: [Theme.sizeSecond, Theme.sizeBody, Theme.sizeTitle, Theme.sizePage, Theme.sizeScore][root.size]
    font.weight: root.strong || (Theme.sunlight && root.tone === Theme.Tone.Deduction) ? Theme.strong : Font.Normal
    elide: root.wrapMode === Text.NoWrap || root.maximumLineCount < 100 ? Text.ElideRight : Text.ElideNone
    verticalAlignment: Text.AlignVCenter
    textFormat: Text.PlainText
}
