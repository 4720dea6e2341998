pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Xuncun.ViewModels

/// Why this item got its points: rules, findings, evidence, what the judge wants said; below it what changed
/// since the last submission, the sections, and who did what when.
/// A Column: a layout that is hidden keeps pointers to delegates that a new model destroyed.
Flickable {
    id: root

    required property ReviewModel review
    required property AppealModel appeal
    property string visit  ///< who inspected when, where the title has no room for it
    readonly property ReviewItemModel item: root.review.item
    readonly property list<string> decisionWords: [qsTr("通过"), qsTr("退回"), qsTr("作废"), qsTr("调整"), qsTr("确认否决")]

    readonly property bool commenting: comment.input.activeFocus

    signal raiseWanted()
    signal answerWanted(string appealId, string item, bool grant)

    function focusComment() {
        comment.input.forceActiveFocus()
    }

    onCommentingChanged: {
        const top = column.y + comment.y
        if (root.commenting && (top < root.contentY || top + comment.height > root.contentY + root.height))
            root.contentY = Math.max(0, Math.min(top - Theme.space(4), root.contentHeight - root.height))
    }

    contentWidth: width
    contentHeight: column.implicitHeight + 2 * Theme.space(4)
    clip: true
    boundsBehavior: Flickable.StopAtBounds
    T.ScrollIndicator.vertical: ScrollLine {}

    component Heading: AppText {
        width: column.width
        topPadding: Theme.space(3)
        size: AppText.Size.Second
    }
    component Sentence: AppText {
        width: column.width
        wrapMode: Text.Wrap
    }
    component Marked: Row {
        id: marked
        required property string iconName
        required property string text
        required property int tone
        width: column.width
        spacing: Theme.space(2)
        Icon { id: mark; name: marked.iconName; size: Theme.sp(20); tone: marked.tone }
        AppText { width: marked.width - mark.width - marked.spacing; text: marked.text; tone: marked.tone; wrapMode: Text.Wrap }
    }

    Column {
        id: column
        x: Theme.space(5)
        y: Theme.space(4)
        width: root.width - 2 * Theme.space(5)
        spacing: Theme.space(1.5)

        Sentence { visible: text !== ""; text: root.visit; size: AppText.Size.Second }
        Repeater {
            model: root.item.chainFaults
            Marked {
                required property string modelData
                iconName: "link_off"
                text: qsTr("证据链：%1").arg(modelData)
                tone: Theme.Tone.Deduction
            }
        }
        AppText { width: column.width; text: root.item.itemCode; size: AppText.Size.Second }
        AppText {
            width: column.width
            text: root.item.title
            size: AppText.Size.Title
            strong: true
            wrapMode: Text.Wrap
        }
        ScoreText { visible: root.item.maximum !== "0"; points: root.item.points; outOf: root.item.maximum; lost: root.item.lost; large: true }
        Repeater {
            model: root.item.reasons
            Sentence { required property string modelData; text: modelData }
        }
        Sentence {
            visible: root.item.adjusted
            text: qsTr("调整前 %1 分：%2").arg(root.item.pointsBefore).arg(root.item.adjustReason)
            tone: Theme.Tone.Info
        }
        Repeater {
            model: root.item.evidenceProblems
            Marked {
                required property string modelData
                iconName: "warning"
                text: modelData
                tone: Theme.Tone.Warning
            }
        }
        Marked {
            visible: root.item.evidenceProblems.length === 0 && root.item.lost !== ""
            iconName: "verified"
            text: qsTr("证据齐全")
            tone: Theme.Tone.Primary
        }
        Repeater {
            model: root.item.findings
            Column {
                id: finding
                required property int number
                required property string text
                required property string place
                required property string note
                required property bool repeat
                width: column.width
                Sentence { text: finding.number + ". " + finding.text + (finding.place === "" ? "" : " · " + finding.place) }
                AppText { visible: finding.repeat; text: qsTr("上期未整改"); size: AppText.Size.Second; tone: Theme.Tone.Deduction }
                Sentence { visible: finding.note !== ""; text: finding.note; color: Theme.second }
            }
        }
        Sentence { visible: root.item.note !== ""; text: root.item.note; color: Theme.second }
        NoteField {
            id: comment
            objectName: "review.comment"
            width: column.width
            visible: root.review.decideBlocked === ReviewModel.Blocked.No
            label: qsTr("退回时要检查人改什么")
            lines: 1
            text: root.review.comment
            onEdited: text => root.review.setComment(text)
        }

        AppealPanel {
            width: column.width
            topPadding: Theme.space(3)
            appeal: root.appeal
            onRaiseWanted: root.raiseWanted()
            onAnswerWanted: (appealId, item, grant) => root.answerWanted(appealId, item, grant)
        }
        RevisionDiff {
            width: column.width
            topPadding: Theme.space(3)
            changes: root.review.changes
        }
        MapSketch {
            width: column.width
            topPadding: Theme.space(3)
            places: root.item.places
        }

        Heading { text: qsTr("得分怎么来的") }
        ReasonList {
            objectName: "review.reasons"
            width: column.width
            model: root.review.reasons
            leadsToInspections: false
        }

        Heading { text: qsTr("经过") }
        Repeater {
            model: root.review.events
            Column {
                id: event
                required property bool isDecision
                required property int decision
                required property bool refused
                required property int revision
                required property string who
                required property string comment
                required property double atMs
                required property int changes
                width: column.width
                RowLayout {
                    width: column.width
                    spacing: Theme.space(2)
                    Icon { name: event.isDecision ? ["check_circle", "reply", "block", "tune", "gavel"][event.decision] : "upload"; size: Theme.sp(18) }
                    AppText {
                        Layout.fillWidth: true
                        text: event.who + " " + (event.isDecision ? root.decisionWords[event.decision] : qsTr("第 %1 次提交").arg(event.revision))
                            + (event.refused ? qsTr("（未生效）") : "")
                    }
                }
                AppText { text: Qt.formatDateTime(new Date(event.atMs), "MM-dd HH:mm"); size: AppText.Size.Second }
                Sentence { visible: event.comment !== ""; text: event.comment; color: Theme.second }
            }
        }
    }
}
