pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Xuncun.Ui
import Xuncun.ViewModels

/// What is there to judge: by state, filtered, the doubtful first when asked.
PageFrame {
    id: root

    required property ReviewQueueModel queue

    signal opened(string inspectionId)

    title: qsTr("审核")
    context: root.queue.campaigns[root.queue.campaign] ?? ""
    actions: [
        SearchField {
            objectName: "queue.search"
            visible: root.wide
            Layout.fillWidth: false
            Layout.preferredWidth: Theme.dp(300)
            placeholder: qsTr("村名")
            value: root.queue.search
            onEdited: text => root.queue.search = text
        },
        QuietButton {
            objectName: "queue.filter"
            text: root.queue.filters > 0 ? qsTr("筛选 %1").arg(root.queue.filters) : qsTr("筛选")
            icon.name: "tune"
            onClicked: filterSheet.open()
        }
    ]

    bottomBar: BottomBar {
        Layout.fillWidth: true
        visible: root.queue.approvable > 0 && root.queue.show === ReviewQueueModel.Show.Waiting

        Item { Layout.fillWidth: true }
        PrimaryButton {
            objectName: "queue.approveUnflagged"
            icon.name: "done_all"
            text: qsTr("通过没有疑点的 %1 份").arg(root.queue.approvable)
            onClicked: root.queue.approveUnflagged()
        }
    }

    ColumnLayout {
        anchors.fill: parent
        spacing: Theme.space(1)

        SearchField {
            objectName: "queue.searchBelow"
            visible: !root.wide
            Layout.fillWidth: true
            Layout.leftMargin: Theme.margin
            Layout.rightMargin: Theme.margin
            placeholder: qsTr("村名")
            value: root.queue.search
            onEdited: text => root.queue.search = text
        }
        FilterChips {
            objectName: "queue.show"
            Layout.fillWidth: true
            Layout.leftMargin: Theme.margin
            Layout.rightMargin: Theme.margin
            options: [qsTr("待审"), qsTr("已退回"), qsTr("已通过"), qsTr("已作废"), qsTr("全部"), qsTr("申诉")]
            counts: root.queue.counts
            currentIndex: root.queue.show
            onChosen: index => root.queue.show = index
        }
        Banner {
            Layout.fillWidth: true
            Layout.leftMargin: Theme.margin
            Layout.rightMargin: Theme.margin
            visible: root.queue.error !== ""
            kind: Banner.Kind.Error
            text: root.queue.error
            actionText: qsTr("再读一次")
            onActionRequested: root.queue.refresh()
        }
        ListView {
            id: list

            objectName: "queue.list"
            Layout.fillWidth: true
            Layout.fillHeight: true
            clip: true
            T.ScrollIndicator.vertical: ScrollLine {}
            model: root.queue
            reuseItems: true
            boundsBehavior: Flickable.StopAtBounds

            delegate: ListRow {
                id: row

                required property int index
                required property string inspectionId
                required property string village
                required property string town
                required property string sheetTitle
                required property string inspector
                required property double submittedAtMs
                required property int checkState
                required property string score
                required property int flags
                required property bool decidedHere

                objectName: "queue.row." + row.index
                title: row.village
                subtitleLines: 2
                subtitle: row.town + " · " + row.sheetTitle + " · " + row.inspector + " · " + Qt.formatDateTime(new Date(row.submittedAtMs), "MM-dd\u00a0HH:mm")
                chevron: true
                onClicked: root.opened(row.inspectionId)

                FlagChips {
                    visible: row.flags > 0
                    flags: row.flags
                    compact: !root.wide
                }
                StateChip {
                    visible: row.decidedHere || root.queue.show === ReviewQueueModel.Show.All
                    kind: row.decidedHere ? StateChip.Kind.Waiting : row.checkState
                }
                // As wide in every row, so that what stands before it does not shift.
                Item {
                    implicitWidth: Math.max(Theme.sp(88), score.implicitWidth)
                    implicitHeight: score.implicitHeight
                    ScoreText {
                        id: score
                        anchors { right: parent.right; verticalCenter: parent.verticalCenter }
                        points: row.score === "" ? "·" : row.score
                    }
                }
            }
            EmptyState {
                anchors.centerIn: parent
                width: parent.width
                visible: root.queue.loaded && list.count === 0
                iconName: root.queue.filters > 0 || root.queue.search !== "" ? "filter_alt_off" : "done_all"
                title: root.queue.filters > 0 || root.queue.search !== "" ? qsTr("没有符合筛选的检查") : qsTr("这里没有要看的了")
                text: root.queue.filters > 0 ? "" : qsTr("检查人提交、平板同步后，会出现在这里。")
                actionText: root.queue.filters > 0 || root.queue.search !== "" ? qsTr("取消筛选") : ""
                onActionRequested: root.queue.clearFilters()
            }
            LoadingLine {
                anchors.centerIn: parent
                running: !root.queue.loaded && root.queue.error === ""
            }
        }
    }

    SideSheet {
        id: filterSheet

        title: qsTr("筛选与排序")
        footerActions: SecondaryButton {
            objectName: "queue.clear"
            Layout.fillWidth: true
            text: qsTr("取消筛选")
            enabled: root.queue.filters > 0
            onClicked: root.queue.clearFilters()
        }

        ChoiceList {
            objectName: "queue.sort"
            Layout.fillWidth: true
            label: qsTr("排序")
            options: [qsTr("先提交的在前"), qsTr("疑点多的在前"), qsTr("分数低的在前"), qsTr("按镇街和村")]
            currentIndex: root.queue.sort
            onChosen: index => root.queue.sort = index
        }
        AppSwitch {
            objectName: "queue.flagged"
            text: qsTr("只看有疑点的")
            checked: root.queue.flaggedOnly
            onToggled: root.queue.flaggedOnly = checked
        }
        ChoiceList {
            objectName: "queue.campaign"
            Layout.fillWidth: true
            label: qsTr("批次")
            options: root.queue.campaigns
            currentIndex: root.queue.campaign
            onChosen: index => root.queue.campaign = index
        }
        ChoiceList {
            objectName: "queue.sheet"
            Layout.fillWidth: true
            label: qsTr("检查")
            options: root.queue.sheets
            currentIndex: root.queue.sheet
            onChosen: index => root.queue.sheet = index
        }
        ChoiceList {
            objectName: "queue.town"
            Layout.fillWidth: true
            label: qsTr("镇街")
            options: root.queue.towns
            currentIndex: root.queue.town
            onChosen: index => root.queue.town = index
        }
        ChoiceList {
            objectName: "queue.inspector"
            Layout.fillWidth: true
            label: qsTr("检查人")
            options: root.queue.inspectors
            currentIndex: root.queue.inspector
            onChosen: index => root.queue.inspector = index
        }
    }
}
