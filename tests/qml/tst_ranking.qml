import QtQuick
import QtTest
import Xuncun.Gallery
import Xuncun.Ui
import Xuncun.ViewModels

Item {
    width: 1280
    height: 740

    SupervisorStage { id: stage }
    RankingPage { id: page; anchors.fill: parent; ranking: stage.ranking }

    TestCase {
        name: "RankingPage"
        when: windowShown

        function test_coverageIsOneLine() {
            compare(findChild(page, "ranking.coverage").text, "已审 32 / 43 村，待审 0，退回 0，未查 11")
        }
        function test_aTapOpensTheReasons() {
            mouseClick(findChild(page, "ranking.best.0"))
            compare(stage.ranking.selectedName, "燕山村")
            tryVerify(() => stage.ranking.reasons.count > 1)
            const sheet = findChild(page, "ranking.reasons")
            tryVerify(() => sheet.opened)
            sheet.close()
            tryVerify(() => !sheet.visible)
        }
        function test_aLineOfTheReasonsOpensAndCloses() {
            stage.ranking.select("330783001201")
            tryVerify(() => stage.ranking.reasons.count > 1)
            const open = stage.ranking.reasons.count
            stage.ranking.reasons.toggle(0)
            compare(stage.ranking.reasons.count, 1)
            stage.ranking.reasons.toggle(0)
            verify(stage.ranking.reasons.count > 1)
            verify(open > 1)
        }
        function test_theTableSortsByAColumnAndTurnsRound() {
            stage.ranking.sortBy(Ranked.Key.Points)
            verify(!stage.ranking.descending)
            stage.ranking.sortBy(Ranked.Key.Points)
            verify(stage.ranking.descending)
            stage.ranking.sortBy(Ranked.Key.Place)
        }
        function test_bestAndWorstAreNeverTheSame() {
            compare(stage.ranking.best.count, 10)
            verify(stage.ranking.worst.count >= 10)
        }
    }
}
