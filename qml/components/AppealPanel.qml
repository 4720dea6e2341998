pragma ComponentBehavior: Bound

import QtQuick
import Xuncun.ViewModels

/// Appeals against one inspection with their outcomes, and the ways to raise one or to answer it.
Column {
    id: root

    required property AppealModel appeal

    signal raiseWanted()
    signal answerWanted(string appealId, string item, bool grant)

    spacing: Theme.space(2)

    component Sentence: AppText {
        width: root.width
        visible: text !== ""
        wrapMode: Text.Wrap
    }

    AppText { visible: appeals.count > 0 || root.appeal.mayRaise; text: qsTr("申诉"); size: AppText.Size.Second }
    Repeater {
        id: appeals
        model: root.appeal.appeals

        Column {
            id: line

            required property int index
            required property string appealId
            required property string item
            required property string reason
            required property string who
            required property double atMs
            required property int outcome
            required property string points
            required property string answer
            required property string answeredBy
            required property double answeredAtMs
            readonly property bool waits: line.outcome === AppealListModel.Outcome.Waiting

            objectName: "appeal." + line.index
            width: root.width
            spacing: Theme.space(1)

            Sentence { text: line.item; strong: true }
            Sentence { text: line.who + " · " + Qt.formatDateTime(new Date(line.atMs), "MM-dd HH:mm"); size: AppText.Size.Second }
            Sentence { text: line.reason }
            Row {
                spacing: Theme.space(2)
                Icon {
                    name: ["hourglass_empty", "thumb_up_off_alt", "gavel"][line.outcome]
                    size: Theme.sp(20)
                    tone: line.waits ? Theme.Tone.Warning : Theme.Tone.Info
                }
                AppText {
                    width: root.width - Theme.sp(20) - Theme.space(2)
                    text: [qsTr("等答复"), qsTr("成立，改为 %1 分").arg(line.points), qsTr("维持扣分")][line.outcome]
                    tone: line.waits ? Theme.Tone.Warning : Theme.Tone.Info
                    strong: true
                    wrapMode: Text.Wrap
                }
            }
            Sentence { text: line.waits ? "" : line.answer }
            Sentence {
                text: line.waits ? "" : line.answeredBy + " · " + Qt.formatDateTime(new Date(line.answeredAtMs), "MM-dd HH:mm")
                size: AppText.Size.Second
            }
            Flow {
                width: root.width
                visible: line.waits && root.appeal.mayAnswer
                spacing: Theme.betweenOpposites
                bottomPadding: Theme.space(4)
                SecondaryButton {
                    objectName: "appeal.uphold." + line.index
                    text: qsTr("维持扣分", "button")
                    onClicked: root.answerWanted(line.appealId, line.item, false)
                }
                SecondaryButton {
                    objectName: "appeal.grant." + line.index
                    visible: root.appeal.mayGrant
                    text: qsTr("成立，改分")
                    onClicked: root.answerWanted(line.appealId, line.item, true)
                }
            }
            Sentence {
                visible: line.waits && root.appeal.mayAnswer && !root.appeal.mayGrant
                text: qsTr("认为成立的，请交给可以调整分数的人答复")
                size: AppText.Size.Second
            }
        }
    }
    SecondaryButton {
        objectName: "appeal.raise"
        visible: root.appeal.mayRaise
        icon.name: "campaign"
        text: root.appeal.mayAnswer ? qsTr("登记村里的申诉") : qsTr("对扣分申诉")
        onClicked: root.raiseWanted()
    }
    Sentence {
        visible: root.appeal.mayRaise
        text: qsTr("申诉截止 %1").arg(Qt.formatDateTime(new Date(root.appeal.untilMs), "yyyy-MM-dd HH:mm"))
        size: AppText.Size.Second
    }
    Sentence { text: root.appeal.error; tone: Theme.Tone.Deduction }
}
