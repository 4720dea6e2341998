pragma ComponentBehavior: Bound

import QtQuick
import Xuncun.ViewModels

/// Item by item what later submissions and decisions changed: old and new, who, when, why.
Column {
    id: root

    required property ReviewChangeListModel changes
    readonly property list<string> stateWords: [qsTr("未查"), qsTr("合格"), qsTr("有问题"), qsTr("不适用")]

    visible: rows.count > 0
    spacing: Theme.space(1)

    component Line: AppText {
        width: root.width
        visible: text !== ""
        wrapMode: Text.Wrap
    }

    AppText { text: qsTr("改动"); size: AppText.Size.Second }
    Repeater {
        id: rows
        model: root.changes

        Column {
            id: change

            required property int index
            required property string itemCode
            required property string title
            required property string oldPoints
            required property string newPoints
            required property int oldFindings
            required property int newFindings
            required property int oldPhotos
            required property int newPhotos
            required property int oldState
            required property int newState
            required property var details
            required property bool decided
            required property int revision
            required property string who
            required property string why
            required property double atMs
            required property bool first

            objectName: "change." + change.index
            width: root.width
            topPadding: change.first ? Theme.space(2) : 0

            Line {
                text: !change.first ? "" : change.who + " · " + (change.decided ? qsTr("改分") : qsTr("第 %1 次提交").arg(change.revision))
                    + " · " + Qt.formatDateTime(new Date(change.atMs), "MM-dd HH:mm")
                size: AppText.Size.Second
            }
            Line { text: change.itemCode === "" ? qsTr("整份检查") : change.itemCode + " " + change.title; strong: true }
            Line { text: change.itemCode === "" || change.oldPoints === change.newPoints ? "" : qsTr("%1 → %2 分").arg(change.oldPoints).arg(change.newPoints) }
            Line { text: change.oldState === change.newState ? "" : root.stateWords[change.oldState] + " → " + root.stateWords[change.newState] }
            Line { text: change.oldFindings === change.newFindings ? "" : qsTr("%1 → %2 处").arg(change.oldFindings).arg(change.newFindings) }
            Line { text: change.oldPhotos === change.newPhotos ? "" : qsTr("%1 → %2 张").arg(change.oldPhotos).arg(change.newPhotos) }
            Repeater {
                model: change.details
                Line { required property string modelData; text: modelData }
            }
            Line { text: change.why === "" ? "" : qsTr("因为：%1").arg(change.why); color: Theme.second }
        }
    }
}
