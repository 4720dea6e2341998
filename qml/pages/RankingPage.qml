pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Xuncun.Ui
import Xuncun.ViewModels

/// Who is best, who is worst, and why: ten and ten on top, all of them below, the reasons at a tap.
PageFrame {
    id: root

    required property RankingModel ranking

    signal inspectionOpened(string inspectionId)

    function explain(villageCode: string) {
        root.ranking.select(villageCode)
        reasons.open()
    }

    title: qsTr("排名")
    context: root.ranking.name
    actions: QuietButton {
        objectName: "ranking.campaign"
        visible: root.ranking.campaigns.length > 1
        text: qsTr("换批次")
        icon.name: "event"
        onClicked: campaignSheet.open()
    }

    ListView {
        id: table

        objectName: "ranking.table"
        anchors.fill: parent
        visible: root.ranking.hasRanking
        clip: true
        model: root.ranking.all
        boundsBehavior: Flickable.StopAtBounds
        header: RankingHead {
            width: table.width
            ranking: root.ranking
            wide: root.wide
            onVillageOpened: villageCode => root.explain(villageCode)
        }
        delegate: RankRow {
            required property int index

            objectName: "ranking.row." + index
            width: table.width
            wide: root.wide
            onClicked: root.explain(villageCode)
        }
        footer: ColumnLayout {
            width: table.width
            spacing: 0

            AppText {
                Layout.margins: Theme.margin
                Layout.bottomMargin: Theme.space(2)
                visible: unranked.count > 0
                text: qsTr("未参加排名")
                size: AppText.Size.Title
                strong: true
            }
            Repeater {
                id: unranked
                model: root.ranking.notRanked

                ListRow {
                    id: row

                    required property int index
                    required property string villageCode
                    required property string village
                    required property string town
                    required property int why
                    required property var missing

                    objectName: "ranking.unranked." + row.index
                    Layout.fillWidth: true
                    title: row.village
                    subtitle: row.town
                    titleSize: AppText.Size.Body
                    onClicked: root.explain(row.villageCode)

                    AppText {
                        text: row.why === Ranked.Why.Excluded ? qsTr("不参加本批次") : row.why === Ranked.Why.NothingInspected ? qsTr("没有已通过的检查")
                            : qsTr("缺 %1").arg(row.missing.join("、"))
                        color: Theme.second
                    }
                }
            }
            Item { implicitHeight: Theme.margin }
        }
    }
    EmptyState {
        anchors.centerIn: parent
        width: parent.width
        visible: root.ranking.loaded && !root.ranking.hasRanking
        iconName: "leaderboard"
        title: root.ranking.error !== "" ? root.ranking.error : qsTr("还没有排名")
        text: root.ranking.error !== "" ? "" : qsTr("有检查审核通过并同步后，服务器算出排名。")
        actionText: qsTr("再读一次")
        onActionRequested: root.ranking.refresh()
    }
    SideSheet {
        id: reasons

        title: root.ranking.selectedName

        ReasonList {
            Layout.fillWidth: true
            model: root.ranking.reasons
            onInspectionOpened: inspectionId => {
                reasons.close()
                root.inspectionOpened(inspectionId)
            }
        }
    }
    SideSheet {
        id: campaignSheet

        title: qsTr("批次")

        ChoiceList {
            objectName: "ranking.campaigns"
            Layout.fillWidth: true
            label: qsTr("看哪一批")
            options: root.ranking.campaigns
            currentIndex: root.ranking.campaign
            onChosen: index => {
                root.ranking.campaign = index
                campaignSheet.close()
            }
        }
    }
}
