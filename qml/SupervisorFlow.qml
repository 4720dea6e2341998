pragma ComponentBehavior: Bound

import QtQuick
import Xuncun.ViewModels

/// The places of supervisor and chief, and the way from the queue into one inspection and on to the next.
AppStack {
    id: root

    required property ReviewQueueModel queue
    required property ReviewModel review
    required property AppealModel appeal
    required property RankingModel ranking
    required property PublishModel publishing
    required property OverviewModel overview
    required property RectificationListModel tasks
    required property RectificationModel task
    required property AppealModel taskAppeal
    required property OutboxModel outbox
    required property SettingsModel settings

    function openTask(findingId: string) {
        root.task.open(findingId)
        root.push(taskPage)
    }
    function openInspection(inspectionId: string) {
        root.review.open(inspectionId)
        if (root.depth === 1)
            root.push(reviewPage)
    }
    /// Goes on to another one of the queue, or back to the list where there is none.
    function goOn(inspectionId: string) {
        if (inspectionId !== "")
            root.review.open(inspectionId)
        else
            root.pop()
    }

    initialItem: Home {
        onCurrentIndexChanged: toast.hide()
        entries: [
            NavEntry {
                name: "review"
                title: qsTr("审核")
                iconName: "fact_check"
                badge: root.queue.waiting
                page: ReviewQueuePage {
                    queue: root.queue
                    onOpened: inspectionId => root.openInspection(inspectionId)
                }
            },
            NavEntry {
                name: "ranking"
                title: qsTr("排名")
                iconName: "leaderboard"
                page: RankingPage {
                    ranking: root.ranking
                    publishing: root.publishing
                    onInspectionOpened: inspectionId => root.openInspection(inspectionId)
                }
            },
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
                name: "overview"
                title: qsTr("总览")
                iconName: "insights"
                page: OverviewPage {
                    overview: root.overview
                    onVisibleChanged: if (visible) root.overview.refresh()
                    Component.onCompleted: root.overview.refresh()
                    onInspectionChosen: inspectionId => root.openInspection(inspectionId)
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

    Component {
        id: taskPage
        RectificationPage {
            task: root.task
            appeal: root.taskAppeal
            onBackRequested: root.pop()
            onCameraWanted: root.push(afterPhotoPage)
        }
    }
    Component {
        id: afterPhotoPage
        AfterPhotoPage {
            task: root.task
            onBackRequested: root.pop()
        }
    }
    Component {
        id: reviewPage

        ReviewPage {
            review: root.review
            appeal: root.appeal
            onBackRequested: root.pop()
            onNextRequested: root.goOn(root.queue.after(root.review.inspectionId))
            onPreviousRequested: root.goOn(root.queue.before(root.review.inspectionId))
        }
    }
    Connections {
        target: root.review
        function onDecided(decision) {
            toast.show([qsTr("%1 已通过"), qsTr("%1 已退回"), qsTr("%1 已作废"), qsTr("%1 已调整"), qsTr("%1 的否决已确认")][decision].arg(root.review.village))
            if (decision !== ReviewModel.Decision.Adjust && decision !== ReviewModel.Decision.ConfirmVeto && root.depth > 1)
                root.goOn(root.queue.after(root.review.inspectionId))
        }
    }
    Connections {
        target: root.queue
        function onApprovedMany(approved: int, asked: int) {
            toast.show(approved === asked ? qsTr("已通过 %1 份").arg(approved) : qsTr("已通过 %1 份，%2 份没有通过，请逐份看").arg(approved).arg(asked - approved))
        }
    }
    UndoToast {
        id: toast
        objectName: "review.toast"
        canUndo: false
        forMs: 3000
        z: 1
        anchors { horizontalCenter: parent.horizontalCenter; bottom: parent.bottom; bottomMargin: Theme.dp(112) }
    }
}
