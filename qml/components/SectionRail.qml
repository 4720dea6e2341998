pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T

/// The sections of a sheet with their points, as a column on the left or, when `horizontal`, a line on top.
/// The model has the roles `title`, `pointsText` ("21/24"), `missing` (how many items still want something),
/// `asked` (how many the judge wants put right) and `done`.
ListView {
    id: root

    property bool horizontal: false

    signal chosen(int index)

    implicitWidth: root.horizontal ? contentWidth : Theme.dp(176) * Math.max(1, Theme.textScale * 0.85)
    implicitHeight: root.horizontal ? Math.max(Theme.dp(56), Theme.touch) : contentHeight
    orientation: root.horizontal ? ListView.Horizontal : ListView.Vertical
    clip: true
    boundsBehavior: Flickable.StopAtBounds
    T.ScrollIndicator.vertical: ScrollLine {}

    delegate: T.ItemDelegate {
        id: section

        required property int index
        required property string title
        required property string pointsText
        required property int missing
        required property int asked
        required property bool done
        readonly property bool on: root.currentIndex === section.index

        objectName: root.objectName + "." + section.index
        width: root.horizontal ? implicitContentWidth + Theme.space(8) : root.width
        height: Math.max(Theme.dp(56), Theme.touch, root.horizontal ? 0 : implicitContentHeight + Theme.space(5))
        leftPadding: Theme.space(4)
        rightPadding: Theme.space(4)
        focusPolicy: Qt.StrongFocus
        Accessible.name: section.title + " " + section.pointsText
        onClicked: root.chosen(section.index)

        contentItem: RowLayout {
            spacing: Theme.space(2)

            AppText {
                Layout.fillWidth: true
                text: section.title
                wrapMode: root.horizontal ? Text.NoWrap : Text.Wrap
                maximumLineCount: root.horizontal ? 1 : 3
                strong: section.on
                color: section.on ? Theme.primary : Theme.text
            }
            AppText {
                visible: text !== ""
                text: section.pointsText
                size: AppText.Size.Second
            }
            Icon {
                size: Theme.sp(18)
                name: section.missing > 0 ? "priority_high" : section.asked > 0 ? "reply" : section.done ? "check" : "more_horiz"
                tone: section.missing > 0 || section.asked > 0 ? Theme.Tone.Warning : section.done ? Theme.Tone.Primary : Theme.Tone.Neutral
            }
        }
        background: Rectangle {
            color: section.on ? Theme.primarySoft : section.down ? Theme.pressed : "transparent"
            Rectangle {
                visible: section.on
                width: root.horizontal ? parent.width : Theme.dp(4)
                height: root.horizontal ? Theme.dp(4) : parent.height
                anchors.bottom: parent.bottom
                color: Theme.primary
            }
            FocusRing { shown: section.visualFocus; anchors.margins: Theme.dp(2); radius: Theme.radiusSmall }
        }
    }
}
