pragma ComponentBehavior: Bound

import QtQuick
import QtTest
import Xuncun.Ui
import Xuncun.ViewModels

Item {
    id: root

    width: 900
    height: 700

    Stepper { id: stepper; objectName: "stepper"; count: 0; onIncremented: count += 1; onDecremented: count -= 1 }
    Segments { id: segments; y: 100; width: 400; objectName: "segments"; options: ["合格", "不适用"]; onChosen: index => currentIndex = index }
    SearchField { id: search; y: 200; width: 400; objectName: "search" }
    SignaturePad { id: pad; y: 300; width: 400; height: 160; objectName: "pad"; strokesSvg: kept.strokes; onChanged: strokes => kept.told = strokes }
    QtObject { id: kept; property string strokes; property string told; property string note: "桥头" }
    Field { id: field; y: 300; x: 420; width: 60; objectName: "field"; value: kept.note }
    SignalSpy { id: committed; target: field; signalName: "committed" }
    UndoToast { id: toast; y: 480; objectName: "toast"; forMs: 400 }
    PhotoStrip {
        id: strip
        y: 550
        width: 500
        objectName: "strip"
        canAdd: true
        model: ListModel {
            ListElement { thumbUrl: ""; badge: "LJ07" }
            ListElement { thumbUrl: ""; badge: "" }
        }
    }
    PhotoStrip {
        id: longStrip
        x: 500
        y: 440
        width: 340
        objectName: "longStrip"
        canAdd: true
        model: ListModel { id: many }
    }
    ScoreText { id: score; x: 500; points: "86.5"; outOf: "100"; lost: "13.5" }
    FlagChips { id: flags; x: 500; y: 60; compact: true; flags: ReviewFlag.FarFromLast | ReviewFlag.MissingEvidence | ReviewFlag.Vetoed }
    CheckChip { id: check; x: 500; y: 130; checkState: 2; refused: false }
    OldFindingLine { id: old; y: 660; index: 0; findingId: "f"; what: "文化礼堂东侧第三个垃圾投放点"; note: ""; again: false; countable: true; readOnly: false }
    StateChip { id: chip; x: 500; y: 100; kind: StateChip.Kind.SentBack }
    AppButton { id: longButton; x: 500; y: 200; width: 160; text: "一个很长很长很长很长的按钮"; icon.name: "check" }
    Banner { id: banner; x: 500; y: 300; width: 380; objectName: "banner"; text: "没有保存"; actionText: "腾出空间"; kind: Banner.Kind.Error }
    PageSlot { id: slot; x: 700; width: 100; height: 100 }
    Component { id: page; AppText { objectName: "slot.page"; text: root.objectName } }

    PageFrame { id: goingBack; x: 600; y: 590; width: 100; height: 100; canGoBack: true }
    SignalSpy { id: wentBack; target: goingBack; signalName: "backRequested" }
    SignalSpy { id: undone; target: toast; signalName: "undoRequested" }
    SignalSpy { id: searched; target: search; signalName: "edited" }
    SignalSpy { id: added; target: strip; signalName: "addRequested" }
    SignalSpy { id: opened; target: strip; signalName: "opened" }
    SignalSpy { id: openedLong; target: longStrip; signalName: "opened" }
    SignalSpy { id: stepped; target: banner; signalName: "actionRequested" }

    TestCase {
        name: "Components"
        when: windowShown

        function test_oneTapIsOneMoreFinding() {
            stepper.count = 0
            mouseClick(findChild(stepper, "stepper.plus"))
            mouseClick(findChild(stepper, "stepper.plus"))
            compare(stepper.count, 2)
            mouseClick(findChild(stepper, "stepper.minus"))
            compare(stepper.count, 1)
        }
        function test_whatCannotBeCountedNowOnlyTellsTheCount() {
            stepper.count = 3
            stepper.unit = "种"
            stepper.enabled = false
            verify(!findChild(stepper, "stepper.plus").visible && !findChild(stepper, "stepper.minus").visible)
            compare(stepper.unitWord, "种")
            stepper.enabled = true
            stepper.unit = ""
            compare(stepper.unitWord, "处")
            verify(findChild(stepper, "stepper.plus").visible)
        }
        function test_whatTheHubRefusedIsNotSaidToWaitForItsReview() {
            compare(check.stateWord, "待审")
            check.refused = true
            compare(check.kind, StateChip.Kind.Failed)
            compare(check.stateWord, "未送达")
            verify(check.Accessible.name.includes("未送达"))
        }
        function test_anOldFindingKeepsRoomForItsPlace() {
            const again = findChild(old, "item.again.0")
            old.width = 600
            verify(again.mapToItem(old, 0, 0).x > 300)
            old.width = 260
            tryVerify(() => again.mapToItem(old, 0, 0).x === 0)
            tryVerify(() => again.mapToItem(old, 0, 0).y > 20)
            verify(again.mapToItem(old, 0, again.height).y <= old.implicitHeight)
        }
        function test_nothingCanBeTakenFromNone() {
            stepper.count = 0
            verify(!findChild(stepper, "stepper.minus").enabled)
        }
        function test_aChoiceIsSaidToItsOwner() {
            mouseClick(findChild(segments, "segments.1"))
            compare(segments.currentIndex, 1)
        }
        function test_searchReportsEachKeyAndCanBeCleared() {
            searched.clear()
            search.input.forceActiveFocus()
            keyClick("s")
            keyClick("d")
            compare(searched.count, 2)
            compare(searched.signalArguments[1][0], "sd")
        }
        function test_aSignatureBecomesPathsOf1000Units() {
            verify(!pad.signed)
            mousePress(pad, 0, 0)
            mouseMove(pad, 200, 80)
            mouseRelease(pad, 200, 80)
            verify(pad.signed)
            compare(kept.told, "M0 0L500 200")
        }
        function test_aSignatureThatIsNotKeptYetLooksSoAndIsGoneWithWhatItsOwnerLetsGo() {
            mousePress(pad, 0, 0)
            mouseMove(pad, 200, 80)
            mouseRelease(pad, 200, 80)
            verify(!pad.kept)
            kept.strokes = kept.told
            verify(pad.kept)
            kept.strokes = ""  // another way was chosen
            verify(!pad.signed)
            // Written again before the owner has let the old one go: the old one is no part of it.
            kept.strokes = "M1 1L2 2"
            pad.clear()
            mousePress(pad, 0, 0)
            mouseMove(pad, 200, 80)
            mouseRelease(pad, 200, 80)
            compare(kept.told, "M0 0L500 200")
            kept.strokes = ""
        }
        function test_whatIsTypedIsSaidAfterAPauseAndNeverOverwritten() {
            search.input.forceActiveFocus()
            kept.note = ""
            kept.note = "桥头"
            committed.clear()
            compare(field.text, "桥头")
            field.input.forceActiveFocus()
            keyClick("a")
            keyClick(" ")
            compare(committed.count, 0)
            tryCompare(committed, "count", 1, 2000)
            compare(committed.signalArguments[0][0], "桥头a ")
            kept.note = "桥头a"  // as it is kept
            compare(field.text, "桥头a ")
            keyClick("b")
            keyClick(Qt.Key_Return)
            compare(committed.count, 2)
            search.input.forceActiveFocus()
            compare(committed.count, 2)
            kept.note = "村口"
            compare(field.text, "村口")
        }
        function test_whatWasDoneCanBeTakenBackForAWhile() {
            undone.clear()
            toast.show("6 项标为合格")
            tryCompare(toast, "opacity", 1)
            mouseClick(findChild(toast, "toast.undo"))
            compare(undone.count, 1)
            toast.show("再一次")
            tryCompare(toast, "visible", false, 2000)
            compare(undone.count, 1)
        }
        function test_theLastTileOfTheStripTakesAPhoto() {
            added.clear()
            mouseClick(findChild(strip, "strip.add"))
            compare(added.count, 1)
            mouseClick(findChild(strip, "strip.1"))
            compare(opened.signalArguments[0][0], 1)
        }
        function test_thePlaceForTheNextPhotoLiesOverNone() {
            many.clear()
            for (let i = 0; i < 7; ++i)
                many.append({ thumbUrl: "", badge: "" })
            const add = findChild(longStrip, "longStrip.add")
            verify(add.x + add.width <= longStrip.width)
            // The newest photo is in sight beside it.
            tryVerify(() => findChild(longStrip, "longStrip.6") !== null)
            const newest = findChild(longStrip, "longStrip.6")
            tryVerify(() => newest.mapToItem(longStrip, newest.width, 0).x <= add.x)
            verify(newest.mapToItem(longStrip, 0, 0).x >= 0)
            mouseClick(newest)
            compare(openedLong.signalArguments[0][0], 6)
        }
        function test_aBannerLeadsToTheNextStep() {
            mouseClick(findChild(banner, "banner.action"))
            compare(stepped.count, 1)
        }
        function test_aStateIsSaidByWordAndIcon() {
            compare(chip.Accessible.name, "已退回")
            compare(chip.icons[chip.kind], "reply")
        }
        function test_whereOneFlagHasRoomTheVetoIsTheOne() {
            compare(flags.Accessible.name, "一票否决、缺证据、与上期差距大")
            compare(flags.icons[flags.raised[0]], "gavel")
        }
        function test_aScoreIsReadAloudWhole() {
            compare(score.Accessible.name, "86.5 分，扣 13.5")
        }
        function test_longWordsEndInAnEllipsisInsideTheButton() {
            const row = longButton.contentItem.children[0]
            verify(row.children.length > 1)
            for (let i = 0; i < row.children.length; ++i)
                verify(!row.children[i].visible || row.children[i].x + row.children[i].width <= longButton.availableWidth + 1)
        }
        function test_escapeGoesBackAndWhatIsBeingTypedIsSaidBefore() {
            wentBack.clear()
            committed.clear()
            field.input.forceActiveFocus()
            keyClick("x")
            keyClick(Qt.Key_Escape)
            compare(wentBack.count, 1)
            compare(committed.count, 1)
            goingBack.canGoBack = false
            keyClick(Qt.Key_Escape)
            compare(wentBack.count, 1)
            goingBack.canGoBack = true
        }
        function test_aPhotoIsOpenedByKeyboardAndIsThenInSight() {
            opened.clear()
            search.input.forceActiveFocus()
            findChild(strip, "strip.1").forceActiveFocus(Qt.TabFocusReason)
            keyClick(Qt.Key_Space)
            compare(opened.count, 1)
            compare(opened.signalArguments[0][0], 1)
        }
        function test_aPageOfABoundFileIsMade() {
            slot.page = page
            tryVerify(() => findChild(slot, "slot.page") !== null)
            slot.page = null
            tryVerify(() => slot.currentItem === null)
        }
    }
}
