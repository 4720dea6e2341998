pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Xuncun.ViewModels

/// A short list of the ranking: the best or the worst.
/// A Column: a layout that is hidden keeps pointers to delegates that a new model destroyed.
Column {
    id: root

    required property string heading
    required property RankListModel model
    property bool worst: false
    property bool gains: false  ///< the points are what was gained since last time
    property string selected
    readonly property list<string> noteWords: ["", qsTr("并列"), qsTr("末位并列"), qsTr("一票否决列入"), qsTr("有一票否决")]

    signal opened(string villageCode)

    AppText {
        leftPadding: Theme.space(3)
        bottomPadding: Theme.space(2)
        text: root.heading
        size: AppText.Size.Title
        strong: true
        Accessible.role: Accessible.Heading
        Accessible.name: text
    }
    Repeater {
        model: root.model

        T.ItemDelegate {
            id: row

            required property int index
            required property int place
            required property string villageCode
            required property string village
            required property string town
            required property string points
            required property bool hasLast
            required property int change
            required property int note
            required property bool hangsOnOne

            objectName: root.objectName + "." + row.index
            width: root.width
            implicitHeight: Math.max(Theme.touch, Theme.dp(52), implicitContentHeight + Theme.space(3))
            leftPadding: Theme.space(3)
            rightPadding: Theme.space(3)
            focusPolicy: Qt.StrongFocus
            Accessible.role: Accessible.ListItem
            Accessible.name: row.place + " " + row.village + " " + row.town + " " + row.points
            onClicked: root.opened(row.villageCode)

            contentItem: RowLayout {
                spacing: Theme.space(3)

                AppText {
                    Layout.preferredWidth: Theme.sp(40)
                    horizontalAlignment: Text.AlignRight
                    text: row.place
                    size: AppText.Size.Title
                    color: root.worst ? Theme.deduction : row.place <= 3 ? Theme.primary : Theme.second
                    strong: row.place <= 3 || root.worst
                }
                ColumnLayout {
                    Layout.fillWidth: true
                    spacing: 0
                    AppText { Layout.fillWidth: true; text: row.village; wrapMode: Text.Wrap; maximumLineCount: 2 }
                    AppText {
                        Layout.fillWidth: true
                        text: row.town + (row.note === Ranked.Note.None ? "" : " · " + root.noteWords[row.note])
                            + (row.hangsOnOne ? " · " + qsTr("取决于一人") : "")
                        size: AppText.Size.Second
                        wrapMode: Text.Wrap
                        maximumLineCount: 2
                    }
                }
                RankChange { hasLast: row.hasLast; change: row.change }
                AppText {
                    Layout.minimumWidth: Theme.sp(64)
                    horizontalAlignment: Text.AlignRight
                    text: root.gains ? "+" + row.points : row.points
                    size: AppText.Size.Title
                    strong: true
                }
            }
            background: Rectangle {
                radius: Theme.radiusSmall
                color: root.selected === row.villageCode ? Theme.primarySoft : row.down ? Theme.pressed : "transparent"
                FocusRing { shown: row.visualFocus; radius: Theme.radiusSmall }
            }
        }
    }
    Repeater {
        model: root.model.leftOut

        AppText {
            required property string modelData
            width: root.width
            leftPadding: Theme.space(3)
            rightPadding: Theme.space(3)
            topPadding: Theme.space(2)
            text: modelData
            size: AppText.Size.Second
            wrapMode: Text.Wrap
        }
    }
    AppText {
        leftPadding: Theme.space(3)
        visible: root.model.count === 0
        text: qsTr("还没有")
        color: Theme.second
    }
}
