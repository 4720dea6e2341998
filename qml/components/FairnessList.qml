pragma ComponentBehavior: Bound

import QtQuick
import Xuncun.ViewModels

/// How alike inspectors judge: villages whose place hangs on one of them, each beside the others, the use of rules.
/// A Column: a layout that is hidden keeps pointers to delegates that a new model destroyed.
Column {
    id: root

    required property FairnessModel fairness
    readonly property list<string> lists: [qsTr("不在榜"), qsTr("最佳名单"), qsTr("最差名单")]
    readonly property string alone: qsTr("没有其他人可比")

    signal villageOpened(string villageCode)

    spacing: Theme.space(2)

    component Heading: AppText {
        width: root.width
        topPadding: Theme.space(4)
        size: AppText.Size.Title
        strong: true
        wrapMode: Text.Wrap
        Accessible.role: Accessible.Heading
        Accessible.name: text
    }
    component Said: AppText {
        width: root.width
        color: Theme.second
        wrapMode: Text.Wrap
    }
    /// One inspector against the others.
    component Against: Item {
        id: line

        required property string difference
        property alias title: heading.text
        property alias figures: figures.text

        width: root.width
        height: Math.max(Theme.touch, words.height + Theme.space(2))

        Column {
            id: words
            anchors { left: parent.left; right: off.left; rightMargin: Theme.space(3); verticalCenter: parent.verticalCenter }
            AppText { id: heading; width: parent.width; wrapMode: Text.Wrap }
            AppText { id: figures; width: parent.width; size: AppText.Size.Second; wrapMode: Text.Wrap }
        }
        AppText {
            id: off
            anchors { right: parent.right; verticalCenter: parent.verticalCenter }
            text: line.difference
            size: AppText.Size.Title
            strong: true
        }
        Divider { anchors { left: parent.left; right: parent.right; bottom: parent.bottom } }
    }

    Said { text: qsTr("只供核对评分尺度，不改变任何分数。各人检查的村不同，差异不等于谁对谁错。内部资料，不得公开。") }

    Heading { text: qsTr("名次取决于一人的村") }
    Said {
        text: !root.fairness.tried ? qsTr("村和检查员太多，没有逐人试算。")
            : hanging.count === 0 ? qsTr("没有。") : qsTr("如果该检查员的平均分与其他人一样，这些村会进入或离开榜单，或至少差出十分之一的名次（不少于三名）。")
    }
    Repeater {
        id: hanging
        model: root.fairness.hangsOn

        ListRow {
            id: village

            required property int index
            required property string villageCode
            required property string village
            required property string inspector
            required property bool alone
            required property int place
            required property int otherPlace
            required property int list
            required property int otherList

            objectName: "fairness.village." + village.index
            width: root.width
            leftPadding: 0
            rightPadding: 0
            titleSize: AppText.Size.Body
            title: qsTr("第 %1 名 %2").arg(village.place).arg(village.village)
            subtitle: (village.inspector === "" ? qsTr("其他镇街的检查员") : village.inspector) + (village.alone ? " · " + qsTr("只有这一人查过") : "")
            note: village.otherPlace > 0 ? qsTr("%1 → 第 %2 名，%3").arg(root.lists[village.list]).arg(village.otherPlace).arg(root.lists[village.otherList])
                : qsTr("%1 → 不排名").arg(root.lists[village.list])
            noteTone: Theme.Tone.Warning
            titleLines: 2
            chevron: true
            onClicked: root.villageOpened(village.villageCode)
        }
    }

    Heading { text: qsTr("检查员与其他人") }
    Repeater {
        model: root.fairness.inspectors

        Against {
            id: person

            required property int index
            required property string inspector
            required property string about
            required property int inspections
            required property string own
            required property string spread
            required property int othersInspections
            required property string others
            required property string othersSpread

            objectName: "fairness.inspector." + person.index
            title: person.inspector + " · " + person.about
            figures: qsTr("%1 次，平均 %2，标准差 %3").arg(person.inspections).arg(person.own).arg(person.spread)
                + "\n" + (person.othersInspections > 0 ? qsTr("其他人 %1 次，平均 %2，标准差 %3").arg(person.othersInspections).arg(person.others).arg(person.othersSpread) : root.alone)
        }
    }

    Heading { text: qsTr("用得最不一样的规则") }
    Said { text: qsTr("每一百次检查里用到几次。") }
    Repeater {
        model: root.fairness.rules

        Against {
            id: rule

            required property int index
            required property string inspector
            required property string about
            required property string own
            required property int othersInspections
            required property string others

            objectName: "fairness.rule." + rule.index
            title: rule.about
            figures: rule.othersInspections > 0 ? qsTr("%1：%2，其他人：%3").arg(rule.inspector).arg(rule.own).arg(rule.others)
                : qsTr("%1：%2").arg(rule.inspector).arg(rule.own) + "\n" + root.alone
        }
    }
}
