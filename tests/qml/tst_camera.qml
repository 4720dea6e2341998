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

    TestCase {
        name: "CameraPage"
        when: windowShown

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
