import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import QtTest
import Xuncun.Ui

/// What moves, what is cut, what is in sight: the places of the parts, not what they do.
Item {
    id: root

    width: 900
    height: 700

    Stepper { id: stepper; objectName: "stepper"; count: 0; unit: "found" }
    Segments { id: choice; y: 400; objectName: "choice"; options: ["合格", "不适用", "发现问题"] }
    FilterChips { id: filters; y: 650; width: 300; objectName: "filters"; options: ["未查", "进行中", "待传", "已退回", "已通过", "已作废", "存疑"] }
    ChoiceList { id: names; x: 800; width: 100; objectName: "names"; label: "批次"; options: ["2026 年第四季度美丽乡村长效管护检查", "三"] }
    PhotoViewer { id: viewer; x: 800; y: 500; width: 100; height: 80; objectName: "viewer"; model: null; heading: "上期 10-24 · 12 处，各在不同的位置" }
    Flickable { id: scrolled; x: 860; y: 300; width: 40; height: 100; contentHeight: 100; T.ScrollIndicator.vertical: ScrollLine { id: where } }
    SideSheet {
        id: sheet
        title: "申诉"
        footerActions: [
            SecondaryButton { id: no; Layout.fillWidth: true; text: "取消" },
            PrimaryButton { id: yes; Layout.fillWidth: true; text: "成立" }
        ]
    }

    TestCase {
        name: "Layout"
        when: windowShown

        function test_thePlusStaysWhereItIsWhileOneCounts() {
            stepper.count = 0
            const plus = findChild(stepper, "stepper.plus")
            const x = plus.x
            for (const count of [1, 9, 10, 99]) {
                stepper.count = count
                waitForRendering(stepper)
                compare(plus.x, x)
            }
        }
        function test_aChoiceMovesNoneOfItsNeighbours() {
            const places = () => [0, 1, 2].map(i => findChild(choice, "choice." + i)).map(option => [option.x, option.width])
            const before = places()
            for (let i = 0; i < 3; ++i) {
                choice.currentIndex = i
                waitForRendering(choice)
                compare(places(), before)
            }
        }
        function test_filtersOutOfSightAreHintedAtOnTheirSide() {
            tryVerify(() => filters.contentWidth > filters.width)
            const shown = side => findChild(filters, "filters." + side).visible
            verify(!shown("before"))
            verify(shown("after"))
            filters.currentIndex = 6
            tryVerify(() => shown("before") && !shown("after"))
            // The hint does not lie over the chosen one.
            filters.currentIndex = 2
            const hint = findChild(filters, "filters.before")
            const chosen = findChild(filters, "filters.2")
            tryVerify(() => chosen.mapToItem(filters, 0, 0).x >= hint.width)
        }
        function test_whereOneIsShowsOnlyWhenNotAllIsInSight() {
            verify(!where.visible)
            scrolled.contentHeight = 300
            tryVerify(() => where.visible)
        }
        function test_aLongNameToChooseHasTheRoomItNeeds() {
            const lengthy = findChild(names, "names.0")
            tryVerify(() => lengthy.height > findChild(names, "names.1").height)
            verify(lengthy.height > lengthy.contentItem.implicitHeight)
        }
        function test_theHeadingOfAPhotoStaysInItsViewer() {
            const heading = findChild(viewer, "viewer.heading")
            verify(heading.x + heading.width <= viewer.width)
        }
        function test_oppositeActionsOfASheetStandApartAndAreNeverCut() {
            sheet.open()
            tryCompare(sheet, "opened", true)
            tryVerify(() => yes.x - no.x - no.width >= Theme.betweenOpposites)
            yes.text = "成立，并且把这一项的分数改为村里申诉里提出来的那个分数"
            tryVerify(() => no.width === yes.width && yes.y - no.y - no.height >= Theme.betweenOpposites)
            yes.text = "成立"
            sheet.close()
            tryCompare(sheet, "visible", false)
        }
    }
}
