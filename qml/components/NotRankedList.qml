pragma ComponentBehavior: Bound

import QtQuick
import Xuncun.ViewModels

/// The villages that have no place, and why.
/// A Column: a layout that is hidden keeps pointers to delegates that a new model destroyed.
Column {
    id: root

    required property NotRankedListModel model
    property bool ofAllClasses: false  ///< beside the ranking of one class

    signal villageOpened(string villageCode)

    AppText {
        padding: Theme.margin
        bottomPadding: Theme.space(2)
        visible: rows.count > 0
        text: qsTr("未参加排名") + (root.ofAllClasses ? qsTr("（全部分组）") : "")
        size: AppText.Size.Title
        strong: true
    }
    Repeater {
        id: rows
        model: root.model

        ListRow {
            id: row

            required property int index
            required property string villageCode
            required property string village
            required property string town
            required property int why
            required property var missing
            required property string reason

            objectName: "ranking.unranked." + row.index
            width: root.width
            title: row.village
            subtitle: row.town
            titleSize: AppText.Size.Body
            onClicked: root.villageOpened(row.villageCode)

            AppText {
                text: row.why === Ranked.Why.Excluded ? (row.reason !== "" ? row.reason : qsTr("不参加本批次")) : row.why === Ranked.Why.NothingInspected ? qsTr("没有已通过的检查")
                    : qsTr("缺 %1").arg(row.missing.join("、"))
                color: Theme.second
            }
        }
    }
    Item { width: root.width; height: Theme.margin }
}
