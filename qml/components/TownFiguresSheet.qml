pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Xuncun.ViewModels

/// 整改率 by town, with what was on time, late and overdue.
SideSheet {
    id: root

    required property TownFiguresModel towns

    title: qsTr("各镇街整改")

    AppText {
        Layout.fillWidth: true
        visible: figures.count === 0
        text: qsTr("还没有下发过整改")
        color: Theme.second
        wrapMode: Text.Wrap
    }
    Column {
        id: column
        Layout.fillWidth: true

        Repeater {
            id: figures
            model: root.towns

            Item {
                id: town

                required property int index
                required property string name
                required property int issued
                required property int done
                required property int percent
                required property int onTime
                required property int late
                required property int overdue

                objectName: "town." + town.index
                width: column.width
                height: words.implicitHeight + Theme.space(5)

                Column {
                    id: words
                    anchors { left: parent.left; right: rate.left; verticalCenter: parent.verticalCenter; rightMargin: Theme.space(3) }
                    AppText { width: parent.width; text: town.name; size: AppText.Size.Title; elide: Text.ElideRight }
                    AppText {
                        width: parent.width
                        text: town.issued === 0 ? qsTr("没有下发") : qsTr("下发 %1，完成 %2：按期 %3，逾期完成 %4").arg(town.issued).arg(town.done).arg(town.onTime).arg(town.late)
                        size: AppText.Size.Second
                        wrapMode: Text.Wrap
                    }
                    AppText {
                        width: parent.width
                        visible: town.overdue > 0
                        text: qsTr("逾期未改 %1").arg(town.overdue)
                        tone: Theme.Tone.Deduction
                        size: AppText.Size.Second
                    }
                }
                AppText {
                    id: rate
                    anchors { right: parent.right; verticalCenter: parent.verticalCenter }
                    text: town.percent < 0 ? "—" : town.percent + "%"
                    size: AppText.Size.Page
                    strong: true
                }
                Divider { anchors { left: parent.left; right: parent.right; bottom: parent.bottom } }
            }
        }
    }
}
