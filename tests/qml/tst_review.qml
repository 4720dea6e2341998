import QtQuick
import QtTest
import Xuncun.Gallery
import Xuncun.Ui
import Xuncun.ViewModels

Item {
    id: root

    width: 1280
    height: 740

    SupervisorStage { id: stage }
    ReviewPage { id: page; anchors.fill: parent; review: stage.review; appeal: stage.appeal }

    SignalSpy { id: decided; target: stage.review; signalName: "decided" }
    SignalSpy { id: next; target: page; signalName: "nextRequested" }
    SignalSpy { id: previous; target: page; signalName: "previousRequested" }

    TestCase {
        name: "ReviewPage"
        when: windowShown

        function init() {
            decided.clear()
            next.clear()
            previous.clear()
            stage.showReview()
            stage.review.goTo(0)
        }

        function test_itemsThatLostPointsComeFirst() {
            const items = findChild(page, "review.items")
            compare(items.itemAtIndex(0).veto, true)
            compare(items.itemAtIndex(1).lost, "4")  // one of its three was found again
            compare(items.itemAtIndex(2).lost, "2.5")
        }
        function test_theArrowsGoThroughItemsAndPhotos() {
            page.forceActiveFocus()
            keyClick(Qt.Key_Down)
            keyClick(Qt.Key_Down)
            compare(stage.review.item.itemCode, "LJ07")
            const photo = findChild(page, "review.photo")
            compare(photo.count, 6)
            const before = photo.currentIndex
            keyClick(Qt.Key_Right)
            compare(photo.currentIndex, before + 1)
        }
        function test_lastTimeLiesBesideOnOneKey() {
            page.forceActiveFocus()
            verify(!findChild(page, "review.lastPhoto").visible)
            keyClick(Qt.Key_L)
            verify(findChild(page, "review.lastPhoto").visible)
            keyClick(Qt.Key_L)
            verify(!findChild(page, "review.lastPhoto").visible)
        }
        function test_theHeadingOfLastTimeIsUnderNoButton() {
            page.besideLast = true
            for (const name of ["review.photo", "review.lastPhoto"]) {
                const heading = findChild(page, name + ".heading")
                verify(heading.visible)
                for (const over of ["review.last", "review.watermark"]) {
                    const button = findChild(page, over)
                    const at = heading.mapFromItem(button, 0, 0)
                    verify(at.x >= heading.width || at.x + button.width <= 0 || at.y >= heading.height || at.y + button.height <= 0, name + " " + over)
                }
            }
            page.besideLast = false
        }
        function test_aApprovesWhenAllIsThere() {
            stage.makeApprovable()
            compare(stage.review.approveBlocked, ReviewModel.Blocked.No)
            page.forceActiveFocus()
            keyClick(Qt.Key_A)
            tryCompare(decided, "count", 1)
            compare(decided.signalArguments[0][0], ReviewModel.Decision.Approve)
            tryCompare(stage.review, "loaded", false)  // the stage's store has nothing to read again
        }
        function test_whoMayNotAdjustSeesNoButtonForIt() {
            const button = findChild(page, "review.adjust")
            verify(button.visible)
            stage.forbidAdjusting()
            verify(!button.visible)
            verify(findChild(page, "review.sendBack").visible)
            verify(!findChild(page, "appeal.grant.0").visible)
            verify(findChild(page, "appeal.uphold.0").visible)
        }
        function test_spaceGoesOnToTheNext() {
            page.forceActiveFocus()
            keyClick(Qt.Key_Space)
            compare(next.count, 1)
        }
        function test_spaceWithShiftGoesBackToThePrevious() {
            page.forceActiveFocus()
            keyClick(Qt.Key_Space, Qt.ShiftModifier)
            compare(previous.count, 1)
            compare(next.count, 0)
        }
        function test_cGoesToTheCommentAndWordsAreNoKeysThere() {
            page.forceActiveFocus()
            keyClick(Qt.Key_C)
            const input = findChild(page, "review.comment").input
            verify(input.activeFocus)
            keyClick(Qt.Key_R)
            verify(!findChild(page, "review.sheet").opened)
            input.text = ""
            keyClick(Qt.Key_Escape)
            verify(!input.activeFocus)
            keyClick(Qt.Key_Space)
            compare(next.count, 1)
        }
        function test_cBringsTheCommentIntoSight() {
            const input = findChild(page, "review.comment").input
            const chain = findChild(page, "review.chain")
            stage.review.goTo(2)
            root.height = 360
            page.forceActiveFocus()
            chain.contentY = 0
            tryVerify(() => input.mapToItem(chain, 0, 0).y > chain.height)
            keyClick(Qt.Key_C)
            const y = input.mapToItem(chain, 0, 0).y
            verify(y >= 0 && y + input.height <= chain.height, y + " in " + chain.height)
            root.height = 740
        }
        function test_uprightWhoInspectedStandsAboveTheItem() {
            const chain = findChild(page, "review.chain")
            compare(chain.visit, "")
            root.width = Theme.wideFrom - 40
            verify(chain.visit.startsWith(stage.review.inspector) && chain.visit.includes("在村"))
            root.width = 1280
        }
        function test_rAsksWhatIsToBeMended() {
            page.forceActiveFocus()
            keyClick(Qt.Key_R)
            const sheet = findChild(page, "review.sheet")
            tryVerify(() => sheet.opened)
            sheet.close()
            tryVerify(() => !sheet.visible)
        }
        function test_allPhotosStandInAStripUnderTheLargeOne() {
            stage.review.goTo(2)
            const photo = findChild(page, "review.photo")
            const strip = findChild(photo, "review.photo.strip")
            tryCompare(strip, "count", photo.count)
            verify(strip.visible)
            strip.opened(3)
            compare(photo.currentIndex, 3)
            verify(strip.y + strip.height <= photo.height)
        }
        function test_theScoreOpensDownToTheFinding() {
            const reasons = stage.review.reasons
            const before = reasons.count
            verify(before > 2)
            let row = 0
            while (row < before && !findChild(page, "reason." + row).words.startsWith("LJ07"))
                ++row
            verify(row < before)
            reasons.toggle(row)
            verify(reasons.count > before)
            reasons.toggle(row)
        }
        function test_itIsNotApprovedBeforeAllPhotosHaveArrived() {
            compare(stage.review.approveBlocked, ReviewModel.Blocked.PhotosMissing)
            verify(!findChild(page, "review.approve").enabled)
            page.forceActiveFocus()
            keyClick(Qt.Key_A)
            compare(decided.count, 0)
        }
        function test_sendingBackNeedsWords() {
            mouseClick(findChild(page, "review.sendBack"))
            const sheet = findChild(page, "review.sheet")
            tryVerify(() => sheet.opened)
            const confirm = findChild(sheet.contentItem, "decision.confirm")
            verify(!confirm.enabled)
            stage.review.setComment("请补近景")
            verify(confirm.enabled)
            compare(stage.review.comments, 1)
            stage.review.setComment("")
            sheet.close()
            tryVerify(() => !sheet.visible)
        }
        function test_pointsOutOfTheItemsRangeAreRefusedInWords() {
            stage.review.goTo(2)
            stage.review.adjust("7", "看错了")
            compare(stage.review.error, "分数应在 0 到 6 之间")
            stage.review.adjust("5", "")
            compare(stage.review.error, "调整要写明原因")
            compare(decided.count, 0)
        }
    }
}
