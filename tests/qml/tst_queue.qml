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
    ReviewQueuePage { id: page; anchors.fill: parent; queue: stage.queue }

    SignalSpy { id: opened; target: page; signalName: "opened" }

    TestCase {
        name: "ReviewQueuePage"
        when: windowShown

        function init() {
            stage.queue.clearFilters()
            stage.queue.show = ReviewQueueModel.Show.Waiting
            stage.queue.sort = ReviewQueueModel.Sort.Oldest
        }

        function test_countsAddUp() {
            const counts = stage.queue.counts
            compare(counts[4], 60)
            compare(stage.queue.count, counts[0])
        }
        function test_aTapOpensTheInspection() {
            opened.clear()
            mouseClick(findChild(page, "queue.row.1"))
            compare(opened.count, 1)
            compare(opened.signalArguments[0][0], "inspection-1")
        }
        function test_theDoubtfulComeFirstWhenAsked() {
            stage.queue.sort = ReviewQueueModel.Sort.Risk
            const list = findChild(page, "queue.list")
            tryVerify(() => list.itemAtIndex(0) !== null)
            verify(list.itemAtIndex(0).flags & ReviewFlag.Vetoed)
        }
        function test_filtersNarrowAndAreCounted() {
            stage.queue.town = 1
            compare(stage.queue.filters, 1)
            verify(stage.queue.count < 29)
            mouseClick(findChild(page, "queue.show.4"))
            compare(stage.queue.show, ReviewQueueModel.Show.All)
            stage.queue.clearFilters()
            compare(stage.queue.count, 60)
        }
        function test_nextAndPreviousFollowTheListAsShown() {
            const second = stage.queue.after("inspection-0")
            compare(second, "inspection-1")
            compare(stage.queue.before(second), "inspection-0")
            compare(stage.queue.before("inspection-0"), "")
        }
        function test_whatIsSearchedStaysInSightWhenTheTabletIsTurned() {
            const across = findChild(page, "queue.search")
            const upright = findChild(page, "queue.searchBelow")
            verify(across.visible && !upright.visible)
            across.input.forceActiveFocus()
            keyClick("x")
            compare(stage.queue.search, "x")
            root.width = Theme.wideFrom - 40
            verify(!across.visible && upright.visible)
            compare(upright.text, "x")
            upright.input.forceActiveFocus()
            keyClick("y")
            root.width = 1280
            compare(across.text, "xy")
            stage.queue.clearFilters()
            compare(across.text, "")
        }
        function test_nothingLeftIsSaid() {
            stage.queue.search = "没有这个村"
            compare(stage.queue.count, 0)
            stage.queue.search = ""
        }
    }
}
