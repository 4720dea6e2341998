import QtQuick
import QtQuick.Layouts
import Xuncun.Ui
import Xuncun.ViewModels

/// One inspection before its judge: what lost points, the proof as large as it goes, and why. Space is the next
/// inspection, with Shift the previous, A approves, R sends back, C goes to the comment on the item and Escape out of it, the arrows go through photos and items, L lays last time's beside, W shows the watermark.
PageFrame {
    id: root

    required property ReviewModel review
    required property AppealModel appeal
    property bool besideLast: false
    property bool watermark: false
    readonly property string why: root.blockedWords(root.review.approveBlocked)
    readonly property bool keysOn: root.visible && !sheet.opened && !appealSheet.opened && root.review.loaded
    readonly property bool mayDecide: root.review.decideBlocked === ReviewModel.Blocked.No
    readonly property string visit: root.review.inspector + " · " + Qt.formatDateTime(new Date(root.review.submittedAtMs), "MM-dd HH:mm") + " · " + qsTr("在村 %1 分钟").arg(root.review.minutesOnSite)

    signal nextRequested()
    signal previousRequested()

    function blockedWords(blocked: int): string {
        switch (blocked) {
        case ReviewModel.Blocked.NotAllowed: return qsTr("只有审核人可以决定")
        case ReviewModel.Blocked.OwnInspection: return qsTr("不能审核自己的检查，请交给别人")
        case ReviewModel.Blocked.VetoUnconfirmed: return qsTr("有一票否决：先由一人确认，再由另一人通过")
        case ReviewModel.Blocked.SecondPerson: return qsTr("否决是您确认的，须由另一人通过")
        case ReviewModel.Blocked.PhotosMissing: return qsTr("照片到了 %1 / %2，齐了才能通过；现在可以退回").arg(root.review.photosArrived).arg(root.review.photos)
        }
        return ""
    }

    canGoBack: true
    keepsEsc: chain.commenting
    title: root.review.village
    context: (root.wide ? root.visit + " · " : "") + root.review.sheetTitle
        + (root.review.revision > 1 ? " · " + qsTr("第 %1 次提交").arg(root.review.revision) : "") + " · " + root.review.town
    actions: [
        StateChip {
            visible: root.review.checkState !== Check.State.Submitted && root.review.loaded
            kind: root.review.checkState
        },
        ScoreText { points: root.review.total; outOf: root.review.maximum; lost: root.review.lost },
        QuietButton {
            objectName: "review.previous"
            icon.name: "keyboard_arrow_up"
            text: root.wide ? qsTr("上一份") : ""
            Accessible.name: qsTr("上一份")
            onClicked: root.previousRequested()
        },
        QuietButton {
            objectName: "review.next"
            icon.name: "keyboard_arrow_down"
            text: root.wide ? qsTr("下一份") : ""
            Accessible.name: qsTr("下一份")
            onClicked: root.nextRequested()
        }
    ]
    bottomBar: [
        Banner {
            Layout.fillWidth: true
            Layout.margins: Theme.space(2)
            visible: text !== ""
            kind: Banner.Kind.Error
            text: root.review.error !== "" ? root.review.error : root.review.refusal
        },
        AppText {
            Layout.fillWidth: true
            Layout.leftMargin: Theme.margin
            Layout.rightMargin: Theme.margin
            Layout.topMargin: Theme.space(2)
            Layout.bottomMargin: Theme.space(2)
            visible: !root.wide && root.why !== "" && root.review.loaded
            text: root.why
            size: AppText.Size.Second
            wrapMode: Text.Wrap
        },
        BottomBar {
            Layout.fillWidth: true
            visible: root.review.loaded && root.review.checkState === Check.State.Submitted

            DangerButton {
                objectName: "review.void"
                text: qsTr("作废")
                enabled: root.mayDecide
                onClicked: sheet.ask(DecisionSheet.What.Void)
            }
            SecondaryButton {
                objectName: "review.adjust"
                visible: root.review.adjustBlocked !== ReviewModel.Blocked.NoRight
                text: qsTr("调整")
                enabled: root.review.adjustBlocked === ReviewModel.Blocked.No && root.review.item.most !== "0"
                onClicked: sheet.ask(DecisionSheet.What.Adjust)
            }
            AppText {
                Layout.fillWidth: true
                text: root.wide ? root.why : ""
                size: AppText.Size.Second
                horizontalAlignment: Text.AlignHCenter
                wrapMode: Text.Wrap
            }
            DangerButton {
                objectName: "review.sendBack"
                text: root.review.comments > 0 ? qsTr("退回 %1 项").arg(root.review.comments) : qsTr("退回")
                hint: root.wide ? "R" : ""
                icon.name: "reply"
                enabled: root.mayDecide
                onClicked: sheet.ask(DecisionSheet.What.SendBack)
            }
            Item { implicitWidth: Theme.betweenOpposites - 2 * Theme.space(3) }
            PrimaryButton {
                objectName: "review.confirmVeto"
                visible: root.review.approveBlocked === ReviewModel.Blocked.VetoUnconfirmed
                text: qsTr("确认否决")
                icon.name: "gavel"
                onClicked: root.review.confirmVeto()
            }
            PrimaryButton {
                objectName: "review.approve"
                visible: root.review.approveBlocked !== ReviewModel.Blocked.VetoUnconfirmed
                text: qsTr("通过")
                hint: root.wide ? "A" : ""
                icon.name: "check"
                enabled: root.review.approveBlocked === ReviewModel.Blocked.No
                onClicked: root.review.approve()
            }
        }
    ]

    Shortcut { sequences: ["Space"]; enabled: root.keysOn; onActivated: root.nextRequested() }
    Shortcut { sequences: ["Shift+Space"]; enabled: root.keysOn; onActivated: root.previousRequested() }
    Shortcut { sequences: ["C"]; enabled: root.keysOn && root.mayDecide; onActivated: chain.focusComment() }
    Shortcut { sequences: ["Escape"]; enabled: root.keysOn && chain.commenting; onActivated: items.forceActiveFocus() }
    Shortcut { sequences: ["A"]; enabled: root.keysOn && root.review.approveBlocked === ReviewModel.Blocked.No; onActivated: root.review.approve() }
    Shortcut { sequences: ["R"]; enabled: root.keysOn && root.mayDecide; onActivated: sheet.ask(DecisionSheet.What.SendBack) }
    Shortcut { sequences: ["L"]; enabled: root.keysOn; onActivated: root.besideLast = !root.besideLast }
    Shortcut { sequences: ["W"]; enabled: root.keysOn; onActivated: root.watermark = !root.watermark }
    Shortcut { sequences: ["Left"]; enabled: root.keysOn; onActivated: viewer.previous() }
    Shortcut { sequences: ["Right"]; enabled: root.keysOn; onActivated: viewer.next() }
    Shortcut { sequences: ["Up"]; enabled: root.keysOn; onActivated: root.review.goTo(root.review.row - 1) }
    Shortcut { sequences: ["Down"]; enabled: root.keysOn; onActivated: root.review.goTo(root.review.row + 1) }

    /// With an edge: its fill may be the colour behind it.
    component OnPhoto: SecondaryButton {
        Rectangle { anchors.fill: parent; radius: Theme.radius; color: "transparent"; border { width: Theme.lineWidth; color: Theme.primary } }
    }

    GridLayout {
        anchors.fill: parent
        columns: root.wide ? 3 : 2
        columnSpacing: 0
        rowSpacing: 0

        ReviewItemList {
            id: items

            objectName: "review.items"
            Layout.row: root.wide ? 0 : 1
            Layout.column: 0
            Layout.preferredWidth: root.wide ? Math.min(Theme.dp(300) * Theme.textScale, root.width * 0.28) : root.width * 0.45
            Layout.fillHeight: true
            model: root.review.items
            currentIndex: root.review.row
            onChosen: row => root.review.goTo(row)
        }
        Item {
            Layout.row: 0
            Layout.column: root.wide ? 1 : 0
            Layout.columnSpan: root.wide ? 1 : 2
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.preferredHeight: root.wide ? -1 : root.height * 0.36
            Layout.maximumHeight: root.wide ? Infinity : root.height * 0.36

            RowLayout {
                anchors.fill: parent
                spacing: Theme.space(1)

                PhotoViewer {
                    id: viewer
                    objectName: "review.photo"
                    Layout.fillWidth: true
                    Layout.fillHeight: true
                    model: root.review.item.photos
                    watermark: root.watermark
                    heading: root.besideLast ? qsTr("本期") : ""
                    headingBelow: photoButtons.y + photoButtons.height
                }
                PhotoViewer {
                    objectName: "review.lastPhoto"
                    Layout.fillWidth: true
                    Layout.fillHeight: true
                    visible: root.besideLast
                    model: root.review.item.lastPhotos
                    headingBelow: viewer.headingBelow
                    heading: root.review.item.lastKnown ? qsTr("上期 %1 · %2 处").arg(Qt.formatDate(new Date(root.review.item.lastAtMs), "MM-dd")).arg(root.review.item.lastFindings) : qsTr("上期")
                    emptyText: root.review.item.lastKnown ? qsTr("上期这一项没有照片") : qsTr("没有上期检查")
                }
            }
            Flow {
                id: photoButtons
                anchors { left: parent.left; right: parent.right; top: parent.top; margins: Theme.space(3) }
                layoutDirection: Qt.RightToLeft
                spacing: Theme.space(2)

                OnPhoto {
                    objectName: "review.last"
                    text: root.besideLast ? qsTr("收起上期") : qsTr("对照上期")
                    hint: root.wide ? "L" : ""
                    onClicked: root.besideLast = !root.besideLast
                }
                OnPhoto {
                    objectName: "review.watermark"
                    text: root.watermark ? qsTr("收起水印") : qsTr("显示水印")
                    hint: root.wide ? "W" : ""
                    onClicked: root.watermark = !root.watermark
                }
            }
        }
        ReviewChain {
            id: chain
            objectName: "review.chain"
            Layout.row: root.wide ? 0 : 1
            Layout.column: root.wide ? 2 : 1
            Layout.preferredWidth: root.wide ? Math.min(Theme.dp(340) * Theme.textScale, root.width * 0.3) : root.width * 0.55
            Layout.fillHeight: true
            review: root.review
            appeal: root.appeal
            visit: root.wide ? "" : root.visit
            onRaiseWanted: appealSheet.ask(AppealSheet.What.Raise, root.review.item.itemCode + " " + root.review.item.title, "")
            onAnswerWanted: (appealId, item, grant) => appealSheet.ask(grant ? AppealSheet.What.Grant : AppealSheet.What.Uphold, item, appealId)
        }
    }
    LoadingLine { anchors.centerIn: parent; running: !root.review.loaded && root.review.error === "" }
    AppealSheet {
        id: appealSheet
        objectName: "review.appealSheet"
        appeal: root.appeal
    }
    DecisionSheet {
        id: sheet
        objectName: "review.sheet"
        review: root.review
    }
}
