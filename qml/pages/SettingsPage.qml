pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Xuncun.ViewModels

/// How the app looks and syncs here, and what one reads out on the telephone when something is wrong.
PageFrame {
    id: root

    required property SettingsModel settings

    title: qsTr("设置")
    Component.onCompleted: root.settings.refresh()

    Flickable {
        anchors.fill: parent
        contentHeight: column.implicitHeight + Theme.margin
        clip: true
        boundsBehavior: Flickable.StopAtBounds

        ColumnLayout {
            id: column
            x: Theme.margin
            width: Math.min(parent.width - 2 * Theme.margin, Theme.dp(760))
            spacing: Theme.space(4)

            AppText { text: qsTr("显示"); strong: true; size: AppText.Size.Title }
            Segments {
                objectName: "settings.look"
                Layout.fillWidth: true
                label: qsTr("主题")
                options: [qsTr("浅色"), qsTr("深色"), qsTr("强光")]
                icons: ["light_mode", "dark_mode", "wb_sunny"]
                currentIndex: root.settings.look
                onChosen: index => root.settings.look = index
            }
            Segments {
                objectName: "settings.textSize"
                Layout.fillWidth: true
                label: qsTr("字号")
                options: [qsTr("小"), qsTr("标准"), qsTr("大"), qsTr("特大")]
                currentIndex: root.settings.textSize
                onChosen: index => root.settings.textSize = index
            }
            AppText { Layout.topMargin: Theme.space(4); text: qsTr("同步"); strong: true; size: AppText.Size.Title }
            AppSwitch {
                objectName: "settings.metered"
                Layout.fillWidth: true
                text: qsTr("用流量时也传照片")
                hint: qsTr("关掉后照片等到有免费网络再传，记录照常上传。")
                checked: root.settings.photosOnMetered
                onToggled: root.settings.photosOnMetered = checked
            }
            AppText { Layout.topMargin: Theme.space(4); text: qsTr("本机"); strong: true; size: AppText.Size.Title }
            GridLayout {
                Layout.fillWidth: true
                columns: 2
                columnSpacing: Theme.space(6)
                rowSpacing: Theme.space(2)

                Repeater {
                    model: [qsTr("检查人"), root.settings.userName, qsTr("单位"), root.settings.county,
                        qsTr("设备编号"), root.settings.deviceId, qsTr("服务器"), root.settings.hubUrl,
                        qsTr("版本"), qsTr("%1（数据 %2，Qt %3）").arg(root.settings.appVersion).arg(root.settings.schemaVersion).arg(root.settings.qtVersion),
                        qsTr("数据"), Qt.locale().formattedDataSize(root.settings.storeBytes, 1, Locale.DataSizeSIFormat),
                        qsTr("照片"), Qt.locale().formattedDataSize(root.settings.mediaBytes, 1, Locale.DataSizeSIFormat),
                        qsTr("剩余空间"), Qt.locale().formattedDataSize(root.settings.freeBytes, 1, Locale.DataSizeSIFormat)]

                    AppText {
                        required property int index
                        required property string modelData

                        Layout.fillWidth: index % 2 === 1
                        text: modelData === "" ? "–" : modelData
                        color: index % 2 === 0 ? Theme.second : Theme.text
                        wrapMode: Text.WrapAnywhere
                    }
                }
            }
            Banner {
                objectName: "settings.notice"
                Layout.fillWidth: true
                visible: text !== ""
                kind: root.settings.error !== "" ? Banner.Kind.Error : Banner.Kind.Info
                text: root.settings.error !== "" ? root.settings.error
                    : root.settings.exportedTo !== "" ? qsTr("日志已导出到 %1").arg(root.settings.exportedTo) : ""
            }
            SecondaryButton {
                objectName: "settings.pin"
                icon.name: "lock"
                text: qsTr("设置或更改密码")
                onClicked: root.settings.changePin()
            }
            SecondaryButton {
                objectName: "settings.export"
                icon.name: "save_alt"
                text: qsTr("导出日志")
                onClicked: root.settings.exportLog()
            }
        }
    }
}
