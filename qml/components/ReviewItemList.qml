pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Xuncun.ViewModels

/// The items of an inspection for its judge, those that lost points on top.
ListView {
    id: root

    signal chosen(int row)

    clip: true
    boundsBehavior: Flickable.StopAtBounds
    T.ScrollIndicator.vertical: ScrollLine {}

    delegate: T.ItemDelegate {
        id: row

        required property int index
        required property string itemCode
        required property string title
        required property int answerState
        required property string maximum
        required property string lost
        required property int findings
        required property int evidenceMissing
        required property bool veto
        required property bool adjusted
        required property string comment
        required property bool current

        objectName: "review.item." + row.itemCode
        width: ListView.view.width
        implicitHeight: Math.max(Theme.touch, Theme.dp(56), implicitContentHeight + Theme.space(4))
        leftPadding: Theme.space(5)
        rightPadding: Theme.space(4)
        focusPolicy: Qt.StrongFocus
        Accessible.role: Accessible.ListItem
        Accessible.name: row.itemCode + " " + row.title + (row.lost === "" ? "" : " " + qsTr("扣 %1").arg(row.lost))
        onClicked: root.chosen(row.index)

        contentItem: ColumnLayout {
            spacing: 0

            RowLayout {
                spacing: Theme.space(2)

                AppText {
                    Layout.fillWidth: true
                    text: row.title
                    strong: row.current
                    maximumLineCount: 2
                    wrapMode: Text.Wrap
                    elide: Text.ElideRight
                }
                Icon { visible: row.veto; name: "gavel"; size: Theme.sp(20); tone: Theme.Tone.Deduction }
                AppText {
                    visible: row.veto || row.lost !== ""
                    text: row.veto ? qsTr("否决") : "−" + row.lost
                    tone: Theme.Tone.Deduction
                    strong: true
                }
                AppText {
                    visible: !row.veto && row.lost === ""
                    text: row.answerState === Answer.State.NotApplicable ? qsTr("不适用") : row.answerState === Answer.State.Unanswered ? qsTr("未查")
                        : row.answerState === Answer.State.Found && row.maximum !== "0" ? qsTr("未扣分") : ""
                    size: AppText.Size.Second
                }
                Icon {
                    visible: !row.veto && row.lost === "" && row.answerState === Answer.State.Ok
                    name: "check"
                    size: Theme.sp(20)
                }
            }
            RowLayout {
                spacing: Theme.space(2)

                AppText { text: row.itemCode; size: AppText.Size.Second }
                AppText { visible: row.findings > 0; text: qsTr("%1 处").arg(row.findings); size: AppText.Size.Second }
                Icon { visible: row.evidenceMissing > 0; name: "no_photography"; size: Theme.sp(16); tone: Theme.Tone.Warning }
                AppText { Layout.fillWidth: true; visible: row.evidenceMissing > 0; text: qsTr("缺证据"); size: AppText.Size.Second; tone: Theme.Tone.Warning }
                Icon { visible: row.comment !== ""; name: "comment"; size: Theme.sp(16); tone: Theme.Tone.Info }
                AppText { visible: row.adjusted; text: qsTr("已调整"); size: AppText.Size.Second; tone: Theme.Tone.Info }
            }
        }
        background: Rectangle {
            color: row.current ? Theme.primarySoft : row.down ? Theme.pressed : "transparent"
            Rectangle { visible: row.current; width: Theme.dp(4); height: parent.height; color: Theme.primary }
            Divider { anchors { left: parent.left; right: parent.right; bottom: parent.bottom; leftMargin: Theme.space(5) } }
            FocusRing { shown: row.visualFocus; anchors.margins: Theme.dp(2); radius: Theme.radiusSmall }
        }
    }
}
