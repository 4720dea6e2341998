pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T
import Xuncun.ViewModels

/// The places of an inspector, and the way from a village into a check, its camera and its end. Where one is, is
/// kept, so that the app opens there again after it was killed.
AppStack {
    id: root

    required property PlaceModel place
    required property StatusModel status
    required property TodayModel today
    required property VillageModel village
    required property ChecklistModel checklist
    required property CaptureModel capture
    required property PhotoViewModel photo
    required property DrawingModel drawing
    required property FinishModel finish
    required property RectificationListModel tasks
    required property RectificationModel task
    required property AppealModel taskAppeal
    required property OutboxModel outbox
    required property SettingsModel settings

    function openTask(findingId: string) {
        root.task.open(findingId)
        root.push(taskPage)
    }
    function showVillage(villageCode: string) {
        root.village.open(villageCode)
        root.place.atVillage(villageCode)
    }
    function openVillage(villageCode: string) {
        root.showVillage(villageCode)
        root.push(villagePage)
    }
    function openCheck(inspectionId: string) {
        root.checklist.open(inspectionId)
        root.place.atChecklist(inspectionId)
        root.push(checklistPage)
    }
    function openCamera(findingId: string) {
        root.capture.begin(findingId)
        root.place.atCamera(findingId)
        root.push(cameraPage)
    }
    function openFinish() {
        root.place.atFinish()
        root.push(finishPage)
    }
    function backToItem(itemCode: string) {
        root.checklist.goTo(itemCode)
        root.backToChecklist()
    }
    function backToChecklist() {
        root.place.atChecklist(root.place.inspection)
        root.pop()
    }
    function backToVillage() {
        root.pop()
        root.village.refresh()
        root.place.atVillage(root.place.village)
    }
    function backHome() {
        root.pop()
        root.place.atHome()
    }
    function afterSubmit() {
        root.pop(root.get(1))
        root.village.refresh()
        root.place.atVillage(root.place.village)
        toast.show(qsTr("已提交，联网后自动上传"))
    }
    /// Opens again what was open; the pages below come back with it.
    function restore() {
        const page = root.place.page
        if (page >= PlaceModel.Village) {
            root.village.open(root.place.village)
            root.push(villagePage, T.StackView.Immediate)
        }
        if (page >= PlaceModel.Checklist) {
            root.checklist.open(root.place.inspection)
            root.push(checklistPage, T.StackView.Immediate)
        }
        if (page === PlaceModel.Camera) {
            root.capture.begin(root.place.finding)
            root.push(cameraPage, T.StackView.Immediate)
        }
        if (page === PlaceModel.Finish)
            root.push(finishPage, T.StackView.Immediate)
    }
    function openPhoto(index: int) {
        root.photo.openNow(index)
        root.push(photoPage)
    }
    function openLastPhoto(index: int) {
        root.photo.openLastTime(index)
        root.push(photoPage)
    }

    function openDrawing(photoId: string) {
        root.drawing.openPhoto(photoId)
        root.push(drawPage)
    }

    initialItem: Home {
        id: home
        entries: [
            NavEntry {
                name: "today"
                title: qsTr("今日")
                iconName: "today"
                badge: root.today.checksSentBack
                page: TodayPage {
                    today: root.today
                    status: root.status
                    onVillageChosen: villageCode => root.openVillage(villageCode)
                    onOutboxWanted: home.goTo("outbox")
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
                name: "outbox"
                title: qsTr("待传")
                iconName: "cloud_upload"
                badge: root.status.unsentRecords + root.status.unsentPhotos
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
        id: villagePage
        VillagePage {
            village: root.village
            today: root.today
            onVillageChosen: villageCode => root.showVillage(villageCode)
            onTaskChosen: findingId => root.openTask(findingId)
            onBackRequested: root.backHome()
        }
    }
    Component {
        id: checklistPage
        ChecklistPage {
            checklist: root.checklist
            onBackRequested: root.backToVillage()
            onCameraWanted: findingId => root.openCamera(findingId)
            onPhotoChosen: index => root.openPhoto(index)
            onLastPhotoChosen: index => root.openLastPhoto(index)
            onFinishWanted: root.openFinish()
        }
    }
    Component {
        id: cameraPage
        CameraPage {
            capture: root.capture
            onBackRequested: root.backToChecklist()
            onPhotoChosen: index => root.openPhoto(index)
        }
    }
    Component {
        id: photoPage
        PhotoPage {
            photo: root.photo
            onBackRequested: root.pop()
            onDrawingWanted: photoId => root.openDrawing(photoId)
        }
    }
    Component {
        id: drawPage
        DrawPage {
            drawing: root.drawing
            onBackRequested: root.pop()
        }
    }
    Component {
        id: finishPage
        FinishPage {
            finish: root.finish
            onBackRequested: root.backToChecklist()
            onItemChosen: itemCode => root.backToItem(itemCode)
        }
    }

    Connections {
        target: root.village
        function onCheckOpened(inspectionId: string) { root.openCheck(inspectionId) }
    }
    Connections {
        target: root.finish
        function onSubmitted() { root.afterSubmit() }
    }
    Connections {
        target: root.photo
        function onEmptied() { root.pop() }
    }
    Connections {
        target: root.place
        function onRestored() { root.restore() }
    }
    Component.onCompleted: root.place.restore()

    UndoToast {
        id: toast
        objectName: "inspector.toast"
        canUndo: false
        forMs: 3000
        z: 1
        anchors { horizontalCenter: parent.horizontalCenter; bottom: parent.bottom; bottomMargin: Theme.dp(112) }
    }
}
