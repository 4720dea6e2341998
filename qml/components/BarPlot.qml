pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T
import Xuncun.ViewModels

/// A plot of bars, one line each with its number; a line opens what is behind it.
Column {
    id: root

    required property string title
    required property OverviewBarModel model
    property int tone: Theme.Tone.Primary
    property string emptyText
    readonly property real nameWidth: root.width * 0.42
    readonly property real numberWidth: Theme.dp(92) * Theme.textScale

    signal chosen(string key, string name)

    spacing: Theme.space(1)

    AppText { width: root.width; text: root.title; size: AppText.Size.Title; strong: true; wrapMode: Text.Wrap }
    AppText { width: root.width; visible: bars.count === 0; text: root.emptyText; color: Theme.second; wrapMode: Text.Wrap }
    Repeater {
        id: bars
        model: root.model

        T.ItemDelegate {
            id: bar

            required property int index
            required property string key
            required property string name
            required property int number
            required property int outOf

            objectName: root.objectName + "." + bar.index
            width: root.width
            implicitHeight: Math.max(Theme.touch, name.implicitHeight + Theme.space(3))
            focusPolicy: Qt.StrongFocus
            Accessible.name: bar.name + " " + words.text
            onClicked: root.chosen(bar.key, bar.name)

            contentItem: Item {
                AppText {
                    id: name
                    anchors.verticalCenter: parent.verticalCenter
                    width: root.nameWidth
                    text: bar.name
                    wrapMode: Text.Wrap
                    maximumLineCount: 2
                    elide: Text.ElideRight
                }
                Item {
                    id: field
                    x: root.nameWidth + Theme.space(3)
                    anchors.verticalCenter: parent.verticalCenter
                    width: parent.width - root.nameWidth - root.numberWidth - 2 * Theme.space(3)
                    height: Theme.dp(18)

                    Rectangle {
                        width: field.width * bar.outOf / Math.max(1, root.model.longest)
                        height: parent.height
                        color: Theme.sunken
                        border.color: Theme.line
                        border.width: Theme.lineWidth
                    }
                    Rectangle {
                        width: field.width * bar.number / Math.max(1, root.model.longest)
                        height: parent.height
                        color: Theme.toneColor(root.tone)
                    }
                }
                AppText {
                    id: words
                    anchors { right: parent.right; verticalCenter: parent.verticalCenter }
                    width: root.numberWidth
                    horizontalAlignment: Text.AlignRight
                    text: bar.outOf > 0 ? bar.number + " / " + bar.outOf : bar.number
                }
            }
            background: Rectangle {
                color: bar.down ? Theme.pressed : "transparent"
                FocusRing { shown: bar.visualFocus; radius: Theme.radiusSmall }
            }
        }
    }
}
