import QtQuick
import Xuncun.Ui

Rectangle {
    color: Theme.surface

    RefusedNotice {
        anchors.centerIn: parent
        width: parent.width - 2 * Theme.margin
        message: "本机数据是更新版本的应用写的，这个版本打不开；请安装最新版本，不要删除本机数据"
        code: "store.newer"
        place: "/home/xuncun/.local/share/xuncun"
    }
}
