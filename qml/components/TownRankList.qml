pragma ComponentBehavior: Bound

import QtQuick
import Xuncun.ViewModels

/// 镇街排名: towns by the mean of their villages, with how many of these are among the best and the worst.
/// A Column: a layout that is hidden keeps pointers to delegates that a new model destroyed.
Column {
    id: root

    required property TownRankListModel model

    AppText {
        width: root.width
        color: Theme.second
        wrapMode: Text.Wrap
        text: qsTr("按参加排名的村的平均分。")
    }
    Repeater {
        model: root.model

        ListRow {
            id: row

            required property int index
            required property int place
            required property bool shared
            required property string town
            required property string points
            required property int ranked
            required property int participants
            required property int best
            required property int worst

            objectName: "ranking.town." + row.index
            width: root.width
            leftPadding: 0
            rightPadding: 0
            titleSize: AppText.Size.Body
            subtitleLines: 2
            title: row.place > 0 ? qsTr("第 %1 名 %2").arg(row.place).arg(row.town) + (row.shared ? " · " + qsTr("并列") : "") : row.town
            subtitle: qsTr("%1 / %2 村参加排名，最佳名单 %3 村，最差名单 %4 村").arg(row.ranked).arg(row.participants).arg(row.best).arg(row.worst)

            AppText {
                text: row.place > 0 ? row.points : qsTr("不排名")
                strong: row.place > 0
            }
        }
    }
}
