pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Xuncun.ViewModels

/// What is to be put right, where, and until when; what is overdue stands first.
PageFrame {
    id: root

    required property RectificationListModel tasks
    /// Closing is offered among what is to be checked, issuing elsewhere.
    readonly property bool closing: root.tasks.show === RectificationListModel.ToCheck && root.tasks.closable > 0
    readonly property bool issuing: !root.closing && root.tasks.supervises && root.tasks.counts[RectificationListModel.Waiting] > 0
    readonly property string rate: root.tasks.percentDone < 0 ? ""
        : qsTr("整改率 %1%，按期 %2 / %3").arg(root.tasks.percentDone).arg(root.tasks.onTime).arg(root.tasks.done)

    signal taskChosen(string findingId)

    title: qsTr("整改")
    context: root.rate + (root.tasks.filter.words !== "" && root.rate !== "" ? " · " : "") + root.tasks.filter.words

    actions: [
        QuietButton {
            objectName: "tasks.filter"
            icon.name: "filter_list"
            text: qsTr("筛选")
            onClicked: filterSheet.open()
        },
        QuietButton {
            objectName: "tasks.towns"
            visible: root.tasks.supervises
            icon.name: "leaderboard"
            text: qsTr("各镇街")
            onClicked: figures.open()
        }
    ]

    TownFiguresSheet {
        id: figures
        objectName: "tasks.figures"
        towns: root.tasks.towns
    }
    TaskFilterSheet {
        id: filterSheet
        objectName: "tasks.filterSheet"
        filter: root.tasks.filter
    }
    ColumnLayout {
        anchors.fill: parent
        spacing: Theme.space(2)

        Banner {
            Layout.fillWidth: true
            Layout.leftMargin: Theme.margin
            Layout.rightMargin: Theme.margin
            visible: root.tasks.error !== ""
            kind: Banner.Kind.Error
            text: root.tasks.error
        }
        FilterChips {
            objectName: "tasks.show"
            Layout.fillWidth: true
            Layout.leftMargin: Theme.margin
            Layout.rightMargin: Theme.margin
            options: [qsTr("待下发"), qsTr("村里整改"), qsTr("待复查"), qsTr("逾期"), qsTr("已销号"), qsTr("全部")]
            counts: root.tasks.counts
            currentIndex: root.tasks.show
            onChosen: index => root.tasks.show = index
        }
        ListView {
            id: list
            objectName: "tasks.list"
            Layout.fillWidth: true
            Layout.fillHeight: true
            clip: true
            T.ScrollIndicator.vertical: ScrollLine {}
            model: root.tasks
            boundsBehavior: Flickable.StopAtBounds
            reuseItems: true
            delegate: ListRow {
                id: row

                required property int index
                required property string findingId
                required property string village
                required property string town
                required property string item
                required property string place
                required property int severity
                required property int taskState
                required property double dueAtMs
                required property bool overdue
                required property bool repeat

                objectName: "tasks.row." + row.index
                width: ListView.view ? ListView.view.width : implicitWidth
                title: row.item
                titleLines: 2
                subtitleLines: 2
                subtitle: (row.dueAtMs > 0 ? qsTr("限 %1").arg(Qt.formatDateTime(new Date(row.dueAtMs), "MM-dd HH:mm")) + " · " : "")
                    + (row.repeat ? qsTr("上期未整改") + " · " : "")
                    + row.village + " · " + row.town + (row.place === "" ? "" : " · " + row.place)
                subtitleTone: row.overdue ? Theme.Tone.Deduction : Theme.Tone.Neutral
                chevron: true
                leading: SeverityText { severity: row.severity; size: AppText.Size.Second; inColumn: true }
                onClicked: root.taskChosen(row.findingId)

                TaskChip { taskState: row.taskState; overdue: row.overdue }
            }

            EmptyState {
                anchors.centerIn: parent
                width: Math.min(parent.width - 2 * Theme.margin, Theme.dp(480))
                visible: list.count === 0
                iconName: "task_alt"
                title: qsTr("这里没有要整改的问题")
                text: qsTr("审核通过的扣分，凡要求整改的都会到这里。")
            }
        }
    }
    bottomBar: BottomBar {
        Layout.fillWidth: true
        visible: root.closing || root.issuing

        GridLayout {
            Layout.fillWidth: true
            visible: root.issuing
            columns: root.wide ? 2 : 1
            columnSpacing: Theme.space(3)
            rowSpacing: Theme.space(2)

            Field {
                id: number
                objectName: "tasks.number"
                Layout.fillWidth: true
                label: qsTr("通知单文号（必填）")
                placeholder: qsTr("如 整改〔2026〕3号")
            }
            Field {
                id: responsible
                objectName: "tasks.responsible"
                Layout.fillWidth: true
                label: qsTr("责任单位")
                placeholder: qsTr("不填为各村")
            }
        }
        Item { Layout.fillWidth: true; visible: root.closing }
        PrimaryButton {
            objectName: "tasks.issue"
            visible: root.issuing
            icon.name: "send"
            text: qsTr("下发 %1 项").arg(root.tasks.counts[RectificationListModel.Waiting])
            enabled: number.text.trim() !== ""
            onClicked: root.tasks.issueAll(number.text, responsible.text)
        }
        PrimaryButton {
            objectName: "tasks.close"
            visible: root.closing
            icon.name: "done_all"
            text: qsTr("销号 %1 项").arg(root.tasks.closable)
            onClicked: root.tasks.closeAll()
        }
    }
}
