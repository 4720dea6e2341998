pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Xuncun.Ui

/// Rows, chips, sections and photos.
PageFrame {
    id: root

    title: qsTranslate("TodayPage", "今日")
    context: "2026年11月 第三批"

    ColumnLayout {
        anchors.fill: parent
        spacing: Theme.space(2)

        FilterChips {
            Layout.fillWidth: true
            Layout.leftMargin: Theme.margin
            options: [qsTranslate("StateChip", "未查"), qsTranslate("StateChip", "进行中"), qsTranslate("StateChip", "待传"), qsTranslate("StateChip", "已退回"),
                      qsTranslate("StateChip", "已通过"), qsTranslate("StateChip", "已作废")]
            counts: [9999, 12, 1, 9999, 3, 371]
            currentIndex: 1
        }
        Item {
            Layout.fillWidth: true
            Layout.fillHeight: true

            SectionRail {
                id: rail
                visible: root.wide
                width: root.wide ? implicitWidth : 0
                height: parent.height
                currentIndex: 1
                model: ListModel {
                    ListElement { title: "宣传"; pointsText: "8/8"; missing: 0; asked: 0; done: true }
                    ListElement { title: "设施"; pointsText: "21/24"; missing: 1; asked: 0; done: false }
                    ListElement { title: "分类质量"; pointsText: "38"; missing: 0; asked: 0; done: false }
                    ListElement { title: "加分与否决"; pointsText: "0"; missing: 0; asked: 0; done: false }
                }
            }
            ListView {
                anchors { left: rail.right; right: parent.right; top: parent.top; bottom: parent.bottom }
                clip: true
                model: ["石洞坑村", "东阳江镇新时代美丽乡村示范片区第一自然村", "搭勾村", "燕山村", "五星自然村", "夏岩村"]
                delegate: ListRow {
                    id: row
                    required property string modelData
                    required property int index
                    title: row.modelData
                    subtitle: row.index === 3 ? "缺 2 张照片" : "六石街道 · 3.2 km"
                    subtitleTone: row.index === 3 ? Theme.Tone.Warning : Theme.Tone.Neutral
                    highlighted: row.index === 2
                    chevron: true
                    StateChip { kind: [0, 1, 2, 3, 4, 9][row.index] }
                    ScoreText { visible: row.index > 1; points: ["", "", "86.5", "0", "100", "72.25"][row.index]; lost: row.index === 2 ? "13.5" : "" }
                }
            }
        }
        PhotoStrip {
            Layout.fillWidth: true
            Layout.leftMargin: Theme.margin
            canAdd: true
            model: ListModel {
                ListElement { thumbUrl: ""; badge: "LJ07" }
                ListElement { thumbUrl: ""; badge: "" }
            }
        }
        Flow {
            Layout.fillWidth: true
            Layout.margins: Theme.margin
            spacing: Theme.space(2)
            Repeater {
                model: 14
                StateChip { required property int index; kind: index }
            }
        }
    }
}
