import QtQuick
import QtTest
import Xuncun.Gallery
import Xuncun.Ui
import Xuncun.ViewModels

Item {
    width: 1280
    height: 740

    SupervisorStage { id: stage }
    RankingPage { id: page; anchors.fill: parent; ranking: stage.ranking; publishing: stage.publishing }

    TestCase {
        name: "RankingPage"
        when: windowShown

        function test_coverageIsOneLine() {
            compare(findChild(page, "ranking.coverage").text, "已审齐 32 / 43 村，待审 0，退回 0，未查齐 11")
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
        function test_theChiefSeesWhatWasPublishedBeforePublishing() {
            const open = findChild(page, "ranking.publish")
            verify(open.visible)
            mouseClick(open)
            const sheet = findChild(page, "ranking.publishSheet")
            tryVerify(() => sheet.opened && stage.publishing.known)
            compare(findChild(sheet.contentItem, "publish.coverage").text, findChild(page, "ranking.coverage").text)
            verify(findChild(sheet.contentItem, "publish.incomplete").visible)
            compare(stage.publishing.next, 3)
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
        function test_theHeadOfTheTotalEndsOverItsFigures() {
            const head = findChild(page, "ranking.sort.points")
            const word = head.contentItem.children[0]
            compare(word.text, "总分")
            compare(Math.round(word.mapToItem(page, word.width, 0).x), Math.round(page.width - Theme.margin))
        }
        function test_whoImprovedMostIsNamedWithSinceWhen() {
            verify(stage.ranking.improved.count > 0)
            compare(findChild(page, "ranking.improved").heading, "进步最快，比2026年10月 第二批")
            mouseClick(findChild(page, "ranking.improved.0"))
            verify(stage.ranking.selectedName !== "")
            findChild(page, "ranking.reasons").close()
        }
        function test_zz_eachClassHasItsOwnLists() {
            stage.rankByClass()
            compare(stage.ranking.classes, ["其他", "精品村", "达标村"])
            const first = stage.ranking.all.count
            findChild(page, "ranking.classes").chosen(2)
            compare(stage.ranking.board, 2)
            verify(stage.ranking.all.count > 0 && stage.ranking.all.count < 40)
            verify(first < 40)
        }
        function test_zz_aClassWithANameIsShownFirst() {
            stage.rankByClass()
            compare(stage.ranking.board, 1)
        }
        function test_zz_aListShorterThanTenIsNotCalledTen() {
            stage.rankByClass()
            for (let board = 0; board < 3; ++board) {
                stage.ranking.board = board
                compare(findChild(page, "ranking.best").heading === "十佳", stage.ranking.bestCount === 10)
                verify(stage.ranking.best.count >= stage.ranking.bestCount || stage.ranking.best.leftOut.length > 0)
            }
        }
        function test_zz_whatIsOfAllClassesSaysSoBesideOneClass() {
            stage.rankByClass()
            verify(findChild(page, "ranking.improved").heading.endsWith("（全部分组）"))
            compare(findChild(page, "ranking.unranked").ofAllClasses, true)
        }
        function test_whoJudgesHowIsBesideTheRanking() {
            compare(stage.ranking.fairness.known, true)
            mouseClick(findChild(page, "ranking.fairness"))
            const sheet = findChild(page, "ranking.fairnessSheet")
            tryVerify(() => sheet.opened)
            compare(findChild(sheet.contentItem, "fairness.inspector.0").difference, "−3.35")
            compare(findChild(sheet.contentItem, "fairness.inspector.6").difference, "")
            verify(findChild(sheet.contentItem, "fairness.inspector.6").figures.endsWith("没有其他人可比"))
            verify(findChild(sheet.contentItem, "fairness.rule.1").figures.includes("40.18"))
            mouseClick(findChild(sheet.contentItem, "fairness.village.0"))
            compare(stage.ranking.selectedVillage, "330783001201")
            const reasons = findChild(page, "ranking.reasons")
            tryVerify(() => reasons.opened)
            reasons.close()
            tryVerify(() => !reasons.visible && !sheet.visible)
        }
        function test_theTownsHaveTheirOwnRanking() {
            mouseClick(findChild(page, "ranking.towns"))
            const sheet = findChild(page, "ranking.townSheet")
            tryVerify(() => sheet.opened)
            verify(findChild(sheet.contentItem, "ranking.town.0").title.startsWith("第 1 名"))
            sheet.close()
            tryVerify(() => !sheet.visible)
        }
        function test_aListOfTenIsCalledTen() {
            compare(findChild(page, "ranking.best").heading, "十佳")
            compare(findChild(page, "ranking.worst").heading, "十差")
        }
        function test_bestAndWorstAreNeverTheSame() {
            compare(stage.ranking.best.count, 10)
            verify(stage.ranking.worst.count >= 10)
        }
    }
}
