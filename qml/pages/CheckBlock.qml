pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Xuncun.ViewModels

/// One check on the page of a village: where it stands, the reviewer's words, and the one next step.
Item {
    id: root

    required property int index
    required property string kind
    required property string title
    required property string subject
    required property int checkState
    required property bool refused
    required property string points
    required property string maximum
    required property int answered
    required property int items
    required property string reviewText
    required property var openTasks
    required property list<string> profiles
    required property int profile
    required property bool canLookBack
    readonly property bool fresh: root.checkState === Check.NotStarted || root.checkState === Check.Voided
    readonly property bool mine: root.fresh || root.checkState === Check.Draft || root.checkState === Check.SentBack

    property bool allTasks: false  ///< all the open tasks, not only the first ones
    readonly property int tasksShown: root.allTasks || root.openTasks.length <= 4 ? root.openTasks.length : 3

    signal opened()
    signal discardWanted()
    signal taskChosen(string findingId)
    signal lookBackWanted()
    signal profileChosen(int profile)

    implicitHeight: column.implicitHeight + Theme.space(8)

    ColumnLayout {
        id: column
        anchors { left: parent.left; right: parent.right; leftMargin: Theme.margin; rightMargin: Theme.margin; verticalCenter: parent.verticalCenter }
        spacing: Theme.space(3)

        GridLayout {
            Layout.fillWidth: true
            columns: root.width >= Theme.dp(640) ? 2 : 1
            columnSpacing: Theme.space(4)
            rowSpacing: Theme.space(3)

            ColumnLayout {
                Layout.fillWidth: true
                spacing: Theme.space(2)

                AppText {
                    Layout.fillWidth: true
                    text: root.subject === "" ? root.title : qsTr("%1 · %2").arg(root.title).arg(root.subject)
                    size: AppText.Size.Title
                    strong: true
                    wrapMode: Text.Wrap
                }
                RowLayout {
                    spacing: Theme.space(4)

                    CheckChip { checkState: root.checkState; refused: root.refused }
                    ScoreText {
                        visible: root.points !== "" && !(root.checkState === Check.Draft && root.answered === 0)
                        points: root.points
                        outOf: root.maximum
                    }
                    AppText {
                        visible: root.items > 0
                        text: qsTr("已查 %1 / %2").arg(root.answered).arg(root.items)
                        size: AppText.Size.Second
                    }
                    Item { Layout.fillWidth: true }
                }
            }
            RowLayout {
                Layout.fillWidth: parent.columns === 1
                spacing: Theme.space(3)

                AppButton {
                    objectName: "village.lookBack." + root.kind
                    Layout.fillWidth: true
                    visible: root.canLookBack
                    kind: AppButton.Kind.Secondary
                    text: qsTr("回头看")
                    Accessible.name: root.title + " " + text
                    onClicked: root.lookBackWanted()
                }
                AppButton {
                    objectName: "village.check." + root.kind
                    Layout.fillWidth: true
                    Layout.minimumWidth: Theme.dp(180)
                    large: root.mine
                    kind: root.mine ? AppButton.Kind.Primary : AppButton.Kind.Secondary
                    text: root.fresh ? qsTr("开始检查") : root.checkState === Check.Draft ? qsTr("继续检查")
                        : root.checkState === Check.SentBack ? qsTr("改正") : qsTr("查看")
                    Accessible.name: root.title + " " + text
                    onClicked: root.opened()
                }
            }
        }
        RowLayout {
            visible: root.openTasks.length > 0
            spacing: Theme.space(2)

            Icon { name: "build"; size: Theme.sp(18); tone: Theme.Tone.Warning }
            AppText {
                text: qsTr("待整改 %1 项").arg(root.openTasks.length)
                size: AppText.Size.Second
                tone: Theme.Tone.Warning
            }
        }
        // A Column: a layout that is hidden keeps pointers to delegates that a new model destroyed.
        Column {
            id: tasks
            Layout.fillWidth: true
            visible: root.openTasks.length > 0

            Repeater {
                model: root.tasksShown

                ListRow {
                    required property int index
                    readonly property var task: root.openTasks[index]

                    objectName: "village.task." + root.kind + "." + index
                    width: tasks.width
                    leftPadding: Theme.space(6)
                    rightPadding: Theme.space(2)
                    titleSize: AppText.Size.Body
                    titleLines: 2
                    title: task?.what ?? ""
                    chevron: true
                    onClicked: root.taskChosen(task.findingId)
                }
            }
            QuietButton {
                objectName: "village.tasks." + root.kind
                leftPadding: Theme.space(6)  // as the lines above
                visible: root.tasksShown < root.openTasks.length
                text: qsTr("其余 %1 项").arg(root.openTasks.length - root.tasksShown)
                onClicked: root.allTasks = true
            }
        }
        Banner {
            objectName: "village.comment." + root.kind
            Layout.fillWidth: true
            visible: root.reviewText !== ""
            kind: Banner.Kind.Warning
            text: root.reviewText
        }
        QuietButton {
            objectName: "village.discard." + root.kind
            Layout.leftMargin: -leftPadding
            visible: root.checkState === Check.Draft
            icon.name: "delete"
            text: qsTr("放弃这次检查")
            Accessible.name: root.title + " " + text
            onClicked: root.discardWanted()
        }
        Segments {
            objectName: "village.profile." + root.kind
            visible: root.fresh && root.profiles.length > 1
            Layout.maximumWidth: Theme.dp(560) * Math.max(1, Theme.textScale)
            label: qsTr("按哪种设施检查")
            options: root.profiles
            currentIndex: root.profile
            onChosen: index => root.profileChosen(index)
        }
    }
    Divider { anchors { left: parent.left; right: parent.right; bottom: parent.bottom; leftMargin: Theme.margin } }
}
