pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Xuncun.ViewModels

/// Where next? The villages of the campaign, found as one types, with how far each is.
PageFrame {
    id: root

    required property TodayModel today
    required property StatusModel status

    signal villageChosen(string villageCode)
    signal outboxWanted()

    title: qsTr("今日")
    context: root.today.campaign

    ColumnLayout {
        anchors.fill: parent
        spacing: 0

        TodayHead {
            Layout.fillWidth: true
            today: root.today
            status: root.status
            onOutboxWanted: root.outboxWanted()
        }
        Divider { Layout.fillWidth: true }
        ListView {
            id: list

            objectName: "today.list"
            Layout.fillWidth: true
            Layout.fillHeight: true
            clip: true
            T.ScrollIndicator.vertical: ScrollLine {}
            model: root.today
            reuseItems: true
            boundsBehavior: Flickable.StopAtBounds
            cacheBuffer: Theme.dp(240)
            delegate: VillageRow {
                onClicked: root.villageChosen(villageCode)
            }

            Connections {
                target: root.today
                function onOthersOnTop() { toTop.restart() }
            }
            // Later: the list is still being told of its rows.
            Timer {
                id: toTop
                interval: 0
                onTriggered: list.positionViewAtBeginning()
            }

            EmptyState {
                objectName: "today.empty"
                anchors.centerIn: parent
                visible: root.today.loaded && list.count === 0
                width: Math.min(parent.width - 2 * Theme.margin, Theme.dp(520))
                iconName: root.today.search === "" ? "event_available" : "search_off"
                title: root.today.error !== "" ? root.today.error
                     : root.today.search !== "" ? qsTr("没有找到“%1”").arg(root.today.search)
                     : root.today.villages === 0 ? qsTr("还没有分配给你的村") : qsTr("这里没有村")
                text: root.today.search !== "" ? qsTr("换个写法：村名的一部分、拼音首字母、镇街名都可以。")
                    : root.today.villages === 0 ? qsTr("联网同步后会自动出现；仍没有请问办公室。") : ""
            }
            LoadingLine {
                anchors.centerIn: parent
                running: !root.today.loaded
            }
        }
    }
}
