pragma ComponentBehavior: Bound

import QtQuick
import Xuncun.Gallery
import Xuncun.Ui

Item {
    NastyStage { id: stage }
    Home {
        anchors.fill: parent
        anchors.bottomMargin: bar.height
        entries: [
            NavEntry {
                name: "today"
                title: qsTranslate("InspectorFlow", "今日")
                iconName: "today"
                badge: 9999
                page: TodayPage { today: stage.today; status: stage.status }
            },
            NavEntry { name: "tasks"; title: qsTranslate("InspectorFlow", "整改"); iconName: "build"; page: null },
            NavEntry { name: "outbox"; title: qsTranslate("InspectorFlow", "待传"); iconName: "cloud_upload"; badge: 19998; page: null },
            NavEntry { name: "settings"; title: qsTranslate("InspectorFlow", "设置"); iconName: "settings"; page: null }
        ]
    }
    StateBar {
        id: bar
        anchors { left: parent.left; right: parent.right; bottom: parent.bottom }
        status: stage.status
    }
}
