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
        title: qsTranslate("VillagePage", "放弃这次检查？")
        text: qsTranslate("VillagePage", "这次记下的答案、问题和照片会从本机删去，不能恢复。已经提交过的内容不受影响。")
        confirmText: qsTranslate("VillagePage", "放弃")
        danger: true
    }
    Timer { running: true; interval: 1; onTriggered: ask.open() }
}
