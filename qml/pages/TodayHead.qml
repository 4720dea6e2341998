import QtQuick
import QtQuick.Layouts
import Xuncun.ViewModels

/// The top of the page of today: how far one is, searching, sorting, and one line about what is unsent.
ColumnLayout {
    id: root

    required property TodayModel today
    required property StatusModel status
    readonly property bool roomy: width >= Theme.wideFrom
    readonly property bool unsent: root.status.unsentRecords + root.status.unsentPhotos > 0

    signal outboxWanted()

    spacing: Theme.space(3)

    RowLayout {
        Layout.leftMargin: Theme.margin
        Layout.rightMargin: Theme.margin
        spacing: Theme.space(4)

        AppText {
            objectName: "today.progress"
            text: qsTr("完成 %1 / %2 村").arg(root.today.villagesDone).arg(root.today.villages)
            size: AppText.Size.Title
            strong: true
        }
        ProgressLine {
            Layout.fillWidth: true
            Layout.maximumWidth: Theme.dp(320)
            value: root.today.villages > 0 ? root.today.villagesDone / root.today.villages : 0
        }
        StateChip {
            visible: root.today.checksSentBack > 0
            kind: StateChip.Kind.SentBack
            word: qsTr("退回 %1").arg(root.today.checksSentBack)
        }
        Item { Layout.fillWidth: true }
        UnsentButton {
            objectName: "today.unsent"
            Layout.rightMargin: -rightPadding
            visible: root.roomy && root.unsent
            status: root.status
            onClicked: root.outboxWanted()
        }
    }
    UnsentButton {
        objectName: "today.unsent"
        Layout.leftMargin: Theme.margin - Theme.space(4)
        visible: !root.roomy && root.unsent
        status: root.status
        onClicked: root.outboxWanted()
    }
    SearchField {
        id: search
        objectName: "today.search"
        Layout.fillWidth: true
        Layout.leftMargin: Theme.margin
        Layout.rightMargin: Theme.margin
        placeholder: qsTr("村名、拼音首字母、别名或镇街")
        onEdited: text => root.today.search = text
    }
    GridLayout {
        Layout.leftMargin: Theme.margin
        Layout.rightMargin: Theme.margin
        Layout.bottomMargin: Theme.space(2)
        columns: root.roomy ? 2 : 1
        columnSpacing: Theme.space(6)
        rowSpacing: Theme.space(2)

        FilterChips {
            objectName: "today.show"
            Layout.fillWidth: true
            options: [qsTr("全部"), qsTr("未完成"), qsTr("已完成")]
            currentIndex: root.today.show
            onChosen: index => root.today.show = index
        }
        FilterChips {
            objectName: "today.sort"
            Layout.fillWidth: true
            Layout.maximumWidth: implicitWidth
            enabled: root.today.search === ""
            opacity: enabled ? 1 : 0.5
            options: root.today.canSortByDistance ? [qsTr("按镇街"), qsTr("按村名"), qsTr("由近到远")]
                                                   : [qsTr("按镇街"), qsTr("按村名")]
            currentIndex: root.today.sort
            onChosen: index => root.today.sort = index
        }
    }
}
