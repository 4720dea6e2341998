import QtQuick
import QtQuick.Layouts
import Xuncun.Gallery
import Xuncun.Ui

Rectangle {
    color: Theme.surface

    SupervisorStage { id: stage }
    SideSheet {
        id: sheet
        title: qsTranslate("RankingPage", "镇街排名")

        TownRankList {
            Layout.fillWidth: true
            model: stage.ranking.towns
        }
    }
    Timer { running: true; interval: 1; onTriggered: sheet.open() }
}
