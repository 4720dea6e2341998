pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Xuncun.ViewModels

/// One village in the full table.
T.ItemDelegate {
    id: root

    required property int place
    required property string villageCode
    required property string village
    required property string town
    required property string points
    required property bool hasLast
    required property int change
    required property int note
    required property list<string> parts
    required property bool hangsOnOne
    required property bool wide

    implicitHeight: Math.max(Theme.touch, Theme.dp(52), implicitContentHeight + Theme.space(2))
    leftPadding: Theme.margin
    rightPadding: Theme.margin
    focusPolicy: Qt.StrongFocus
    Accessible.role: Accessible.ListItem
    Accessible.name: root.place + " " + root.village + " " + root.town + " " + root.points

    contentItem: RowLayout {
        spacing: Theme.space(3)

        AppText {
            Layout.preferredWidth: Math.max(Theme.touch, Theme.sp(56))
            text: root.place
            color: Theme.second
        }
        ColumnLayout {
            Layout.fillWidth: true
            spacing: 0
            AppText { Layout.fillWidth: true; text: root.village; wrapMode: Text.Wrap; maximumLineCount: 2 }
            AppText {
                Layout.fillWidth: true
                text: root.town + (root.note === Ranked.Note.Shared ? " · " + qsTr("并列") : root.note === Ranked.Note.Vetoed ? " · " + qsTr("有一票否决") : "")
                    + (root.hangsOnOne ? " · " + qsTr("取决于一人") : "")
                size: AppText.Size.Second
            }
        }
        // A Row: a layout that is hidden keeps pointers to delegates that a new model destroyed.
        Row {
            visible: root.wide
            spacing: Theme.space(3)
            Repeater {
                model: root.parts
                AppText {
                    required property string modelData
                    width: Theme.sp(96)
                    horizontalAlignment: Text.AlignRight
                    text: modelData === "" ? "—" : modelData
                    color: Theme.second
                }
            }
        }
        RankChange { Layout.leftMargin: Theme.space(3); Layout.preferredWidth: Theme.sp(72); hasLast: root.hasLast; change: root.change }
        AppText {
            Layout.preferredWidth: Theme.sp(76)
            horizontalAlignment: Text.AlignRight
            text: root.points
            strong: true
        }
    }
    background: Rectangle {
        color: root.down ? Theme.pressed : "transparent"
        Divider { anchors { left: parent.left; right: parent.right; bottom: parent.bottom; leftMargin: Theme.margin } }
        FocusRing { shown: root.visualFocus; anchors.margins: Theme.dp(2); radius: Theme.radiusSmall }
    }
}
