import QtQuick
import QtTest
import Xuncun.Ui

/// What moves, what is cut, what is in sight: the places of the parts, not what they do.
Item {
    id: root

    width: 900
    height: 700

    Stepper { id: stepper; objectName: "stepper"; count: 0; unitWord: "found" }
    Segments { id: choice; y: 400; objectName: "choice"; options: ["合格", "不适用", "发现问题"] }

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
    }
}
