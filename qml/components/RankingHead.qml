pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Xuncun.ViewModels

/// Above the full table: how much was covered, the best and the worst, and the table's head.
ColumnLayout {
    id: root

    required property RankingModel ranking
    required property bool wide

    signal villageOpened(string villageCode)

    spacing: Theme.space(4)

    AppText {
        objectName: "ranking.coverage"
        Layout.fillWidth: true
        Layout.leftMargin: Theme.margin
        Layout.rightMargin: Theme.margin
        text: qsTr("已审齐 %1 / %2 村，待审 %3，退回 %4，未查齐 %5").arg(root.ranking.approved).arg(root.ranking.participants)
            .arg(root.ranking.waiting).arg(root.ranking.sentBack).arg(root.ranking.unchecked)
        wrapMode: Text.Wrap
    }
    ProgressLine {
        Layout.fillWidth: true
        Layout.leftMargin: Theme.margin
        Layout.rightMargin: Theme.margin
        value: root.ranking.participants > 0 ? root.ranking.approved / root.ranking.participants : 0
    }
    Segments {
        objectName: "ranking.classes"
        Layout.fillWidth: true
        Layout.leftMargin: Theme.margin
        Layout.rightMargin: Theme.margin
        visible: root.ranking.classes.length > 0
        label: qsTr("分组")
        options: [...root.ranking.classes]
        currentIndex: root.ranking.board
        onChosen: index => root.ranking.board = index
    }
    GridLayout {
        Layout.fillWidth: true
        Layout.leftMargin: Theme.space(3)
        Layout.rightMargin: Theme.space(3)
        columns: root.width >= Theme.dp(720) * Theme.textScale ? 2 : 1
        columnSpacing: Theme.space(6)
        rowSpacing: Theme.space(6)

        RankColumn {
            objectName: "ranking.best"
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            Layout.alignment: Qt.AlignTop
            heading: root.ranking.bestCount === 10 ? qsTr("十佳") : qsTr("前 %1 名").arg(root.ranking.bestCount)
            model: root.ranking.best
            onOpened: villageCode => root.villageOpened(villageCode)
        }
        RankColumn {
            objectName: "ranking.worst"
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            Layout.alignment: Qt.AlignTop
            heading: root.ranking.worstCount === 10 ? qsTr("十差") : qsTr("后 %1 名").arg(root.ranking.worstCount)
            worst: true
            model: root.ranking.worst
            onOpened: villageCode => root.villageOpened(villageCode)
        }
    }
    RankColumn {
        objectName: "ranking.improved"
        Layout.fillWidth: true
        Layout.leftMargin: Theme.space(3)
        Layout.rightMargin: Theme.space(3)
        visible: root.ranking.improved.count > 0
        heading: (root.ranking.previous === "" ? qsTr("进步最快") : qsTr("进步最快，比%1").arg(root.ranking.previous))
            + (root.ranking.classes.length > 0 ? qsTr("（全部分组）") : "")
        gains: true
        model: root.ranking.improved
        onOpened: villageCode => root.villageOpened(villageCode)
    }
    AppText {
        Layout.leftMargin: Theme.margin
        Layout.topMargin: Theme.space(4)
        text: qsTr("全部 %1 村").arg(root.ranking.all.count)
        size: AppText.Size.Title
        strong: true
    }
    RowLayout {
        Layout.fillWidth: true
        Layout.leftMargin: Theme.margin
        Layout.rightMargin: Theme.margin
        spacing: Theme.space(3)

        component Head: T.AbstractButton {
            id: head

            required property int column
            property bool alignRight: false
            readonly property bool on: root.ranking.sortColumn === head.column

            implicitHeight: Theme.touch
            implicitWidth: implicitContentWidth
            focusPolicy: Qt.StrongFocus
            Accessible.name: qsTr("按%1排序").arg(head.text)
            onClicked: root.ranking.sortBy(head.column)

            contentItem: RowLayout {
                spacing: 0
                layoutDirection: head.alignRight ? Qt.RightToLeft : Qt.LeftToRight
                AppText { text: head.text; size: AppText.Size.Second; strong: head.on }
                Icon {
                    opacity: head.on ? 1 : 0
                    name: root.ranking.descending ? "arrow_drop_down" : "arrow_drop_up"
                    size: Theme.sp(20)
                }
                Item { Layout.fillWidth: true }
            }
            background: FocusRing { shown: head.visualFocus; radius: Theme.radiusSmall }
        }

        Head { objectName: "ranking.sort.place"; Layout.preferredWidth: Math.max(Theme.touch, Theme.sp(56)); text: qsTr("名次"); column: Ranked.Key.Place }
        Head { objectName: "ranking.sort.village"; Layout.fillWidth: true; text: qsTr("村"); column: Ranked.Key.Village }
        Row {
            visible: root.wide
            spacing: Theme.space(3)
            Repeater {
                model: root.ranking.checks
                AppText {
                    required property string modelData
                    width: Theme.sp(96)
                    horizontalAlignment: Text.AlignRight
                    text: modelData
                    size: AppText.Size.Second
                }
            }
        }
        Head { objectName: "ranking.sort.change"; Layout.leftMargin: Theme.space(3); Layout.preferredWidth: Theme.sp(72); text: qsTr("变化"); column: Ranked.Key.Change }
        Head { objectName: "ranking.sort.points"; Layout.preferredWidth: Theme.sp(76); text: qsTr("总分"); alignRight: true; column: Ranked.Key.Points }
    }
}
