pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Xuncun.ViewModels

/// One village: what is to be done here, what was sent back and why, and how it was before.
PageFrame {
    id: root

    required property VillageModel village

    title: root.village.name
    context: root.village.distanceM < 0 ? root.village.town
           : root.village.distanceM < 1000 ? qsTr("%1 · %2 m").arg(root.village.town).arg(Math.round(root.village.distanceM / 10) * 10)
           : qsTr("%1 · %2 km").arg(root.village.town).arg((root.village.distanceM / 1000).toFixed(1))
    canGoBack: true

    Flickable {
        anchors.fill: parent
        contentHeight: column.implicitHeight + Theme.margin
        clip: true
        boundsBehavior: Flickable.StopAtBounds

        ColumnLayout {
            id: column
            width: Math.min(parent.width, Theme.dp(1100))
            spacing: 0

            AppText {
                Layout.leftMargin: Theme.margin
                visible: root.village.aliases !== ""
                text: qsTr("又名 %1").arg(root.village.aliases)
                size: AppText.Size.Second
            }
            Banner {
                objectName: "village.error"
                Layout.fillWidth: true
                Layout.margins: Theme.margin
                visible: root.village.error !== ""
                kind: Banner.Kind.Error
                text: root.village.error
            }
            LoadingLine {
                Layout.margins: Theme.margin
                running: !root.village.loaded && root.village.error === ""
            }
            Repeater {
                model: root.village.checks

                CheckBlock {
                    Layout.fillWidth: true
                    onOpened: root.village.openCheck(index)
                    onProfileChosen: profile => root.village.chooseProfile(index, profile)
                }
            }
            AppText {
                Layout.leftMargin: Theme.margin
                Layout.topMargin: Theme.space(8)
                Layout.bottomMargin: Theme.space(2)
                visible: visits.count > 0
                text: qsTr("历次检查")
                size: AppText.Size.Title
                strong: true
            }
            Repeater {
                id: visits
                model: root.village.visits

                VisitRow { Layout.fillWidth: true }
            }
        }
    }
}
