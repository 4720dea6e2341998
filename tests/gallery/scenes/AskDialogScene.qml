import QtQuick
import Xuncun.Gallery
import Xuncun.Ui

Item {
    NastyStage { id: stage }
    FinishPage {
        anchors.fill: parent
        finish: stage.finish
    }
    AskDialog {
        id: ask
        title: "放弃石洞坑樟树下大溪口联合新型社区第一村民小组的这次检查？"
        text: "这次记下的答案、问题和照片会从本机删去，不能恢复。已经提交过的内容不受影响。"
        confirmText: "放弃"
        danger: true
    }
    Timer { running: true; interval: 1; onTriggered: ask.open() }
}
