pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Xuncun.ViewModels

/// The window: the pages of whose tablet it is, and under them the state bar.
T.ApplicationWindow {
    id: root

    required property SessionModel session
    required property StatusModel status
    required property EnrolModel enrol
    required property ScanModel scan
    required property PinModel pin
    required property PlaceModel place
    required property TodayModel today
    required property VillageModel village
    required property ChecklistModel checklist
    required property CaptureModel capture
    required property PhotoViewModel photo
    required property DrawingModel drawing
    required property FinishModel finish
    required property OutboxModel outbox
    required property SettingsModel settings
    required property ReviewQueueModel reviewQueue
    required property ReviewModel review
    required property RankingModel ranking
    required property PublishModel publishing
    required property OverviewModel overview
    required property RectificationListModel rectifications
    required property RectificationModel rectification
    required property AppealModel appeal
    required property AppealModel taskAppeal
    /// Of the screen; the scripted day and the gallery say that of a real tablet instead.
    property real pixelsPerMm: Screen.pixelDensity
    /// The desktop was told so.
    property bool lessMotion: false

    width: 1280
    height: 800
    visible: true
    title: qsTr("巡村")
    color: Theme.surface

    Binding { target: Theme; property: "mode"; value: root.settings.look }
    Binding { target: Theme; property: "textScale"; value: [0.9, 1, 1.2, 1.45][root.settings.textSize] }
    Binding { target: Theme; property: "pixelsPerMm"; value: root.pixelsPerMm }
    Binding { target: Theme; property: "reducedMotion"; value: root.lessMotion }

    ColumnLayout {
        anchors.fill: parent
        spacing: 0
        enabled: !lock.visible

        PageSlot {
            Layout.fillWidth: true
            Layout.fillHeight: true
            page: {
                switch (root.session.role) {
                case SessionModel.Role.Unknown: return null
                case SessionModel.Role.Nobody: return enrolPage
                case SessionModel.Role.Inspector: return inspector
                case SessionModel.Role.Supervisor: return supervisor
                case SessionModel.Role.Chief: return supervisor
                case SessionModel.Role.VillageContact: return contact
                }
                return null
            }
        }
        StateBar {
            Layout.fillWidth: true
            visible: root.session.role > SessionModel.Role.Nobody
            status: root.status
            inField: root.session.role === SessionModel.Role.Inspector
        }
    }

    // What is open stays open below it: dialogs and sheets, too, which no item of the page would cover.
    T.Popup {
        id: lock
        objectName: "lock"

        parent: T.Overlay.overlay
        width: parent ? parent.width : root.width
        height: parent ? parent.height : root.height
        z: 1000
        visible: root.pin.locked && root.session.role !== SessionModel.Role.Nobody
        modal: true
        dim: false
        focus: true
        closePolicy: T.Popup.NoAutoClose
        background: Rectangle { color: Theme.surface }

        contentItem: PageSlot {
            page: {
                switch (root.pin.stage) {
                case PinModel.Stage.Unknown: return null
                case PinModel.Stage.Open: return null
                case PinModel.Stage.Ask: return pinPage
                case PinModel.Stage.Choose: return choosePage
                case PinModel.Stage.Enrol: return enrolPage
                }
                return null
            }
        }
    }

    Component {
        id: supervisor

        SupervisorFlow {
            queue: root.reviewQueue
            review: root.review
            appeal: root.appeal
            ranking: root.ranking
            publishing: root.publishing
            overview: root.overview
            tasks: root.rectifications
            task: root.rectification
            taskAppeal: root.taskAppeal
            outbox: root.outbox
            settings: root.settings
        }
    }
    Component {
        id: inspector

        InspectorFlow {
            place: root.place
            status: root.status
            today: root.today
            village: root.village
            checklist: root.checklist
            capture: root.capture
            photo: root.photo
            drawing: root.drawing
            finish: root.finish
            tasks: root.rectifications
            task: root.rectification
            taskAppeal: root.taskAppeal
            outbox: root.outbox
            settings: root.settings
        }
    }
    Component {
        id: contact

        ContactFlow {
            tasks: root.rectifications
            task: root.rectification
            taskAppeal: root.taskAppeal
            outbox: root.outbox
            settings: root.settings
        }
    }
    Component {
        id: enrolPage

        EnrolPage {
            enrol: root.enrol
            scan: root.scan
            canGoBack: root.pin.stage === PinModel.Stage.Enrol
            onBackRequested: root.pin.back()
        }
    }
    Component {
        id: pinPage

        PinPage { pin: root.pin }
    }
    Component {
        id: choosePage

        PinPage { pin: root.pin }
    }
}
