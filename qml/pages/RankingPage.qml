pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Xuncun.Ui
import Xuncun.ViewModels

/// Who is best, who is worst, and why: ten and ten on top, all of them below, the reasons at a tap.
PageFrame {
    id: root

    required property RankingModel ranking
    required property PublishModel publishing

    signal inspectionOpened(string inspectionId)

    function explain(villageCode: string) {
        root.ranking.select(villageCode)
        reasons.open()
    }

    title: qsTr("排名")
    context: root.ranking.name
    actions: [
        QuietButton {
            objectName: "ranking.towns"
            visible: root.ranking.hasRanking
            text: qsTr("镇街排名")
            icon.name: "leaderboard"
            onClicked: towns.open()
        },
        QuietButton {
            objectName: "ranking.publish"
            visible: root.publishing.mayPublish && root.ranking.hasRanking
            text: qsTr("发布")
            icon.name: "send"
            onClicked: publishSheet.open()
        },
        QuietButton {
            objectName: "ranking.fairness"
            visible: root.ranking.fairness.known
            text: qsTr("评分尺度")
            icon.name: "people"
            onClicked: judges.open()
        },
        QuietButton {
            objectName: "ranking.campaign"
            visible: root.ranking.campaigns.length > 1
            text: root.wide ? qsTr("换批次") : ""
            Accessible.name: qsTr("换批次")
            icon.name: "event"
            onClicked: campaignSheet.open()
        }
    ]

    ListView {
        id: table

        property bool moved: false

        /// The head grows when its lists come; until the user scrolls, it stays in view.
        function stayOnTop() {
            if (!table.moved)
                table.contentY = table.originY - table.topMargin
        }

        objectName: "ranking.table"
        anchors.fill: parent
        visible: root.ranking.hasRanking
        clip: true
        T.ScrollIndicator.vertical: ScrollLine {}
        model: root.ranking.all
        boundsBehavior: Flickable.StopAtBounds
        topMargin: head.height
        bottomMargin: unranked.height
        onMovementStarted: table.moved = true
        onTopMarginChanged: table.stayOnTop()
        onCountChanged: table.stayOnTop()
        onVisibleChanged: table.stayOnTop()
        delegate: RankRow {
            required property int index

            objectName: "ranking.row." + index
            width: table.width
            wide: root.wide
            onClicked: root.explain(villageCode)
        }

        // Scrolled with the rows; a header of a bound file is made by no Qt 6.4.
        RankingHead {
            id: head
            parent: table.contentItem
            y: table.originY - height
            width: table.width
            ranking: root.ranking
            wide: root.wide
            onVillageOpened: villageCode => root.explain(villageCode)
        }
        NotRankedList {
            id: unranked
            objectName: "ranking.unranked"
            parent: table.contentItem
            y: table.originY + table.contentHeight
            width: table.width
            model: root.ranking.notRanked
            ofAllClasses: root.ranking.classes.length > 0
            onVillageOpened: villageCode => root.explain(villageCode)
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

        objectName: "ranking.reasons"
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
    PublishSheet {
        id: publishSheet

        objectName: "ranking.publishSheet"
        ranking: root.ranking
        publishing: root.publishing
    }
    SideSheet {
        id: towns

        objectName: "ranking.townSheet"
        title: qsTr("镇街排名")

        TownRankList {
            Layout.fillWidth: true
            model: root.ranking.towns
        }
    }
    SideSheet {
        id: judges

        objectName: "ranking.fairnessSheet"
        title: qsTr("评分尺度对照")

        FairnessList {
            Layout.fillWidth: true
            fairness: root.ranking.fairness
            onVillageOpened: villageCode => {
                judges.close()
                root.explain(villageCode)
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
