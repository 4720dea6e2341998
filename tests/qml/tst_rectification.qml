import QtQuick
import QtTest
import Xuncun.Gallery
import Xuncun.Ui

Item {
    width: 1280
    height: 740

    SupervisorStage { id: stage }
    RectificationPage { id: page; anchors.fill: parent; task: stage.task; appeal: stage.appeal }

    TestCase {
        name: "RectificationPage"
        when: windowShown

        function cleanup() {
            Theme.textScale = 1
        }
        function test_anAppealIsAnsweredWithoutScrollingAtTheLargestText() {
            Theme.textScale = 1.45
            verify(stage.appeal.waits)
            const grant = findChild(page, "appeal.grant.0")
            const reason = findChild(page, "task.reason")
            tryVerify(() => grant.mapToItem(page, 0, grant.height).y < reason.mapToItem(page, 0, 0).y)
        }
        function test_theReasonStandsBesideTheButtonThatWantsIt() {
            const sendBack = findChild(page, "task.sendBack")
            const reason = findChild(page, "task.reason")
            verify(reason.visible && !sendBack.enabled)
            verify(reason.label.includes("必填"))
            reason.text = "拍的不是同一位置"
            verify(sendBack.enabled)
            reason.text = ""
        }
        function test_theMostThatAnAppealMayBeGivenIsSaid() {
            mouseClick(findChild(page, "appeal.grant.0"))
            const sheet = findChild(page, "task.appealSheet")
            tryVerify(() => sheet.opened)
            compare(findChild(sheet.contentItem, "appeal.points").hint, "0 到 6 分")
            sheet.close()
            tryVerify(() => !sheet.visible)
        }
    }
}
