import QtQuick
import QtTest
import Xuncun.Gallery
import Xuncun.Ui
import Xuncun.ViewModels

Item {
    width: 1280
    height: 740

    InspectorStage { id: stage; Component.onCompleted: stage.wantWideAndClose() }
    CameraPage { id: page; anchors.fill: parent; capture: stage.capture }

    FindingLine {
        id: line
        width: 380
        findingId: "f"
        number: 1
        text: "面积大于 0.5 平方米的"
        household: 0
        place: "文化礼堂东侧第三个投放点"
        note: ""
        atMs: 0
        accuracyM: 6
        repeat: true
        photos: 0
        photosMissing: 2
        photoLack: FindingListModel.LacksWideAndClose
        sizeOver: "0.5"
        size: ""
        readOnly: false
    }

    TestCase {
        name: "CameraPage"
        when: windowShown

        function test_whatAFindingLacksStandsBelowItsPlaceAndNeverInItsStead() {
            const row = findChild(line, "finding.1")
            compare(row.note, "缺大小 · 缺远景、近景")
            verify(row.title.startsWith("1. 文化礼堂"))
            line.photoLack = FindingListModel.LacksClose
            line.size = "0.6"
            compare(row.note, "缺近景")
        }
        function test_whatTheNextPhotoShowsStandsChosenAndMovesOn() {
            const wide = findChild(page, "camera.view.0")
            const close = findChild(page, "camera.view.1")
            verify(wide.height >= Theme.touch && wide.width >= Theme.touch)
            compare(wide.Accessible.name, "远景")
            compare(close.Accessible.name, "近景")
            verify(wide.on && wide.Accessible.checked)  // the new finding has no photo yet
            verify(!close.on)

            mouseClick(close)
            verify(close.on && !wide.on)
            verify(findChild(page, "camera.cue").text.startsWith("近景"))
            mouseClick(findChild(page, "camera.take"))
            verify(wide.on && !close.on)
            tryCompare(stage.capture, "waiting", 0, 20000)
            tryCompare(stage.capture.photos, "count", 4)
            tryVerify(() => findChild(page, "camera.photo.3") !== null)
            compare(findChild(page, "camera.photo.3").badge, "近景")
            compare(findChild(page, "camera.photo.3").Accessible.name, "照片 4 近景")
            verify(wide.on)
        }
    }
}
