pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Xuncun.ViewModels

/// One village: what is to be done here, what was sent back and why, and how it was before; beside it the others.
PageFrame {
    id: root

    required property VillageModel village
    required property TodayModel today
    /// Held across, the list of today stands beside it.
    readonly property bool hasAside: width >= Theme.dp(1080)

    signal villageChosen(string villageCode)
    signal taskChosen(string findingId)

    title: root.village.name
    context: root.village.distanceM < 0 ? root.village.town
           : root.village.distanceM < 1000 ? qsTr("%1 · %2 m").arg(root.village.town).arg(Math.round(root.village.distanceM / 10) * 10)
           : qsTr("%1 · %2 km").arg(root.village.town).arg((root.village.distanceM / 1000).toFixed(1))
    canGoBack: true

    VillageAside {
        id: aside
        visible: root.hasAside
        width: root.hasAside ? Math.min(Theme.dp(340) * Theme.textScale, root.width * 0.34) : 0
        height: parent.height
        today: root.today
        villageCode: root.village.villageCode
        onVillageChosen: villageCode => root.villageChosen(villageCode)
    }
    Flickable {
        anchors { left: aside.right; right: parent.right; top: parent.top; bottom: parent.bottom }
        contentHeight: column.implicitHeight + Theme.margin
        clip: true
        boundsBehavior: Flickable.StopAtBounds
        T.ScrollIndicator.vertical: ScrollLine {}

        GridLayout {
            id: column

            readonly property bool sideBySide: column.width >= Theme.dp(1000) && visits.count > 0
            readonly property real checksWidth: column.sideBySide ? Math.floor(column.width * 0.6) : column.width
            readonly property real visitsWidth: column.sideBySide ? column.width - column.checksWidth : column.width

            width: parent.width
            columns: column.sideBySide ? 2 : 1
            columnSpacing: 0
            rowSpacing: 0

            AppText {
                Layout.leftMargin: Theme.margin
                Layout.columnSpan: column.columns
                visible: root.village.aliases !== ""
                text: qsTr("又名 %1").arg(root.village.aliases)
                size: AppText.Size.Second
            }
            Banner {
                objectName: "village.error"
                Layout.fillWidth: true
                Layout.columnSpan: column.columns
                Layout.margins: Theme.margin
                visible: root.village.error !== ""
                kind: Banner.Kind.Error
                text: root.village.error
            }
            LoadingLine {
                Layout.columnSpan: column.columns
                Layout.margins: Theme.margin
                running: !root.village.loaded && root.village.error === ""
            }
            // Columns: a layout that is hidden keeps pointers to delegates that a new model destroyed.
            Column {
                Layout.alignment: Qt.AlignTop

                Repeater {
                    model: root.village.checks

                    CheckBlock {
                        width: column.checksWidth
                        onOpened: root.village.openCheck(index)
                        onDiscardWanted: {
                            discard.row = index
                            discard.open()
                        }
                        onTaskChosen: findingId => root.taskChosen(findingId)
                        onLookBackWanted: root.village.lookBack(index)
                        onProfileChosen: profile => root.village.chooseProfile(index, profile)
                    }
                }
            }
            Column {
                Layout.alignment: Qt.AlignTop

                AppText {
                    leftPadding: Theme.margin
                    topPadding: column.sideBySide ? Theme.space(4) : Theme.space(8)
                    bottomPadding: Theme.space(2)
                    visible: visits.count > 0
                    text: qsTr("历次检查")
                    size: AppText.Size.Title
                    strong: true
                }
                Repeater {
                    id: visits
                    model: root.village.visits

                    VisitRow { width: column.visitsWidth }
                }
            }
        }
    }
    AskDialog {
        id: discard

        property int row: -1

        title: qsTr("放弃这次检查？")
        text: qsTr("这次记下的答案、问题和照片会从本机删去，不能恢复。已经提交过的内容不受影响。")
        confirmText: qsTr("放弃")
        danger: true
        onAccepted: root.village.discard(discard.row)
    }
}
