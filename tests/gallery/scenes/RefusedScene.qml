import QtQuick
import Xuncun.Ui

Rectangle {
    color: Theme.surface

    RefusedNotice {
        anchors.centerIn: parent
        width: parent.width - 2 * Theme.margin
        message: qsTranslate("ErrorWords", "数据由更新的版本写成，请升级应用")
        code: "store.newer"
        place: "/home/xuncun/.local/share/xuncun"
    }
}
