pragma ComponentBehavior: Bound

import QtQuick
import Xuncun.ViewModels

/// The places of a village's contact: what is to be put right in the village, and nothing else of the field work.
AppStack {
    id: root

    required property RectificationListModel tasks
    required property RectificationModel task
    required property AppealModel taskAppeal
    required property OutboxModel outbox
    required property SettingsModel settings

    initialItem: Home {
        entries: [
            NavEntry {
                name: "tasks"
                title: qsTr("整改")
                iconName: "build"
                badge: root.tasks.toDo
                page: RectificationListPage {
                    tasks: root.tasks
                    onTaskChosen: findingId => root.openTask(findingId)
                }
            },
            NavEntry {
                name: "outbox"
                title: qsTr("待传")
                iconName: "cloud_upload"
                badge: root.outbox.records
                page: OutboxPage { outbox: root.outbox }
            },
            NavEntry {
                name: "settings"
                title: qsTr("设置")
                iconName: "settings"
                page: SettingsPage { settings: root.settings }
            }
        ]
    }

    function openTask(findingId: string) {
        root.task.open(findingId)
        root.push(taskPage)
    }

    Component {
        id: taskPage
        RectificationPage {
            task: root.task
            appeal: root.taskAppeal
            onBackRequested: root.pop()
            onCameraWanted: root.push(cameraPage)
        }
    }
    Component {
        id: cameraPage
        AfterPhotoPage {
            task: root.task
            onBackRequested: root.pop()
        }
    }
}
