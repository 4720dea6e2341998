import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T

/// The one row of every list: title, a second line, something before and something after.
/// Items put inside go to the right end; `leading` takes one to the left.
T.ItemDelegate {
    id: root

    required property string title
    property string subtitle
    property int subtitleTone: Theme.Tone.Neutral
    /// A sentence under it that is never cut off.
    property string note
    property int noteTone: Theme.Tone.Deduction
    property bool chevron: false
    property bool divider: true
    property int titleSize: AppText.Size.Title
    /// More than one where names must not be cut.
    property int titleLines: 1
    property int subtitleLines: 1
    property alias leading: leadingSlot.data
    default property alias trailing: trailingSlot.data

    implicitWidth: parent ? (parent as Item).width : 0
    implicitHeight: Math.max(Theme.touch, Theme.dp(68), implicitContentHeight + topPadding + bottomPadding)
    leftPadding: Theme.margin
    rightPadding: Theme.margin
    topPadding: Theme.space(2.5)
    bottomPadding: Theme.space(2.5)
    focusPolicy: Qt.StrongFocus
    Accessible.role: Accessible.ListItem
    Accessible.name: root.title + (root.subtitle === "" ? "" : ", " + root.subtitle) + (root.note === "" ? "" : ", " + root.note)

    contentItem: RowLayout {
        spacing: Theme.space(4)

        RowLayout {
            id: leadingSlot
            visible: children.length > 0
        }
        ColumnLayout {
            Layout.fillWidth: true
            spacing: Theme.space(0.5)

            AppText {
                Layout.fillWidth: true
                text: root.title
                size: root.titleSize
                wrapMode: root.titleLines > 1 ? Text.Wrap : Text.NoWrap
                maximumLineCount: root.titleLines
                strong: root.highlighted
            }
            AppText {
                Layout.fillWidth: true
                visible: root.subtitle !== ""
                text: root.subtitle
                size: AppText.Size.Second
                tone: root.subtitleTone
                wrapMode: root.subtitleLines > 1 ? Text.Wrap : Text.NoWrap
                maximumLineCount: root.subtitleLines
            }
            AppText {
                Layout.fillWidth: true
                visible: root.note !== ""
                text: root.note
                size: AppText.Size.Second
                tone: root.noteTone
                wrapMode: Text.Wrap
            }
        }
        RowLayout {
            id: trailingSlot
            spacing: Theme.space(3)
        }
        Icon {
            visible: root.chevron
            name: "chevron_right"
        }
    }

    background: Rectangle {
        color: root.highlighted ? Theme.primarySoft : root.down ? Theme.pressed : "transparent"
        Behavior on color { ColorAnimation { duration: Theme.motion } }

        Rectangle {
            visible: root.highlighted
            width: Theme.dp(4)
            height: parent.height
            color: Theme.primary
        }
        Divider {
            visible: root.divider
            anchors { left: parent.left; right: parent.right; bottom: parent.bottom; leftMargin: root.leftPadding }
        }
        FocusRing { shown: root.visualFocus; anchors.margins: Theme.dp(2); radius: Theme.radiusSmall }
    }
}
