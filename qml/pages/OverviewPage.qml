pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Xuncun.ViewModels

/// How far is the campaign? Each number and each bar opens the list behind it.
PageFrame {
    id: root

    required property OverviewModel overview

    signal inspectionChosen(string inspectionId)
    signal taskChosen(string findingId)

    function lookBehind(key: string, name: string) {
        root.overview.lookBehind(key)
        behind.title = name
        behind.open()
    }

    title: qsTr("总览")
    context: root.overview.campaigns[root.overview.campaign] ?? ""
    actions: [
        QuietButton {
            objectName: "overview.campaigns"
            visible: root.overview.campaigns.length > 1
            icon.name: "tune"
            text: qsTr("换批次")
            onClicked: choice.open()
        },
        QuietButton { objectName: "overview.refresh"; icon.name: "refresh"; text: qsTr("刷新"); onClicked: root.overview.refresh() }
    ]

    Flickable {
        anchors.fill: parent
        contentHeight: column.implicitHeight + Theme.margin
        clip: true
        boundsBehavior: Flickable.StopAtBounds
        T.ScrollIndicator.vertical: ScrollLine {}

        Column {
            id: column
            x: Theme.margin
            width: parent.width - 2 * Theme.margin
            spacing: Theme.space(5)

            Banner {
                width: column.width
                visible: root.overview.error !== ""
                kind: Banner.Kind.Error
                text: root.overview.error
                actionText: qsTr("再读一次")
                onActionRequested: root.overview.refresh()
            }
            Flow {
                width: column.width
                spacing: Theme.space(3)

                SecondaryButton {
                    objectName: "overview.checks"
                    text: qsTr("应查 %1").arg(root.overview.checks)
                    onClicked: root.lookBehind("checks", qsTr("应查"))
                }
                SecondaryButton {
                    objectName: "overview.approved"
                    text: qsTr("已通过 %1").arg(root.overview.approved)
                    onClicked: root.lookBehind("approved", qsTr("已通过"))
                }
                SecondaryButton {
                    objectName: "overview.waiting"
                    text: qsTr("待审 %1").arg(root.overview.waiting)
                    onClicked: root.lookBehind("waiting", qsTr("待审"))
                }
                SecondaryButton {
                    objectName: "overview.sentBack"
                    text: qsTr("已退回 %1").arg(root.overview.sentBack)
                    onClicked: root.lookBehind("sentBack", qsTr("已退回"))
                }
                SecondaryButton {
                    objectName: "overview.unchecked"
                    text: qsTr("未查 %1").arg(root.overview.unchecked)
                    onClicked: root.lookBehind("unchecked", qsTr("未查"))
                }
            }
            Flow {
                id: plots
                readonly property real plotWidth: root.wide ? (column.width - Theme.space(10)) / 2 : column.width

                width: column.width
                spacing: Theme.space(10)

                Column {
                    width: plots.plotWidth
                    spacing: Theme.space(6)

                    BarPlot {
                        objectName: "overview.scores"
                        width: parent.width
                        title: qsTr("得分分布")
                        tone: Theme.Tone.Info
                        model: root.overview.scores
                        onChosen: (key, name) => root.lookBehind(key, name)
                    }
                    BarPlot {
                        objectName: "overview.overdue"
                        width: parent.width
                        title: qsTr("逾期整改")
                        tone: Theme.Tone.Deduction
                        model: root.overview.overdue
                        emptyText: qsTr("没有逾期的整改")
                        onChosen: (key, name) => root.lookBehind(key, name)
                    }
                    BarPlot {
                        objectName: "overview.findings"
                        width: parent.width
                        title: qsTr("最多的问题")
                        tone: Theme.Tone.Warning
                        model: root.overview.findings
                        emptyText: qsTr("还没有审核通过的问题")
                        onChosen: (key, name) => root.lookBehind(key, name)
                    }
                }
                BarPlot {
                    objectName: "overview.towns"
                    width: plots.plotWidth
                    title: qsTr("各镇街进度")
                    model: root.overview.towns
                    onChosen: (key, name) => root.lookBehind(key, name)
                }
            }
        }
    }
    SideSheet {
        id: choice
        title: qsTr("批次")

        ChoiceList {
            objectName: "overview.campaign"
            Layout.fillWidth: true
            label: qsTr("批次")
            options: root.overview.campaigns
            currentIndex: root.overview.campaign
            onChosen: index => {
                root.overview.campaign = index
                choice.close()
            }
        }
    }
    SideSheet {
        id: behind
        objectName: "overview.behind"
        title: ""

        ListView {
            id: list
            objectName: "overview.list"
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.minimumHeight: Theme.dp(320)
            clip: true
            T.ScrollIndicator.vertical: ScrollLine {}
            model: root.overview.entries
            boundsBehavior: Flickable.StopAtBounds
            delegate: ListRow {
                id: row

                required property string entryId
                required property bool isTask

                width: ListView.view ? ListView.view.width : implicitWidth
                chevron: row.entryId !== ""
                enabled: row.entryId !== ""
                onClicked: {
                    behind.close()
                    if (row.isTask)
                        root.taskChosen(row.entryId)
                    else
                        root.inspectionChosen(row.entryId)
                }
            }
        }
    }
}
