pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Xuncun.ViewModels

/// How the app looks and syncs here, and what one reads out on the telephone when something is wrong.
PageFrame {
    id: root

    required property SettingsModel settings

    title: qsTr("设置")
    onVisibleChanged: if (visible) root.settings.refresh()
    Component.onCompleted: root.settings.refresh()

    Flickable {
        anchors.fill: parent
        contentHeight: column.implicitHeight + Theme.margin
        clip: true
        boundsBehavior: Flickable.StopAtBounds
        T.ScrollIndicator.vertical: ScrollLine {}

        ColumnLayout {
            id: column
            x: Theme.margin
            width: Math.min(parent.width - 2 * Theme.margin, Theme.dp(760))
            spacing: Theme.space(4)

            AppText { text: qsTr("显示"); strong: true; size: AppText.Size.Title }
            AppText { text: qsTr("主题"); color: Theme.second }
            Segments {
                objectName: "settings.look"
                Layout.fillWidth: true
                label: qsTr("主题")
                options: [qsTr("浅色"), qsTr("深色"), qsTr("强光")]
                icons: ["light_mode", "dark_mode", "wb_sunny"]
                currentIndex: root.settings.look
                onChosen: index => root.settings.look = index
            }
            AppText { text: qsTr("字号"); color: Theme.second }
            Segments {
                objectName: "settings.textSize"
                Layout.fillWidth: true
                label: qsTr("字号")
                options: [qsTr("小"), qsTr("标准"), qsTr("大"), qsTr("特大")]
                currentIndex: root.settings.textSize
                onChosen: index => root.settings.textSize = index
            }
            AppText { text: qsTr("语言"); color: Theme.second }
            Segments {
                objectName: "settings.language"
                Layout.fillWidth: true
                label: qsTr("语言")
                options: [qsTr("跟随系统"), "中文", "English"]
                currentIndex: root.settings.language
                onChosen: index => root.settings.language = index
            }
            AppText { Layout.topMargin: Theme.space(4); text: qsTr("同步"); strong: true; size: AppText.Size.Title }
            AppText { text: qsTr("检查记录用什么网络"); color: Theme.second }
            Segments {
                objectName: "settings.recordsOver"
                Layout.fillWidth: true
                label: qsTr("检查记录用什么网络")
                options: [qsTr("不同步"), qsTr("仅免费网络"), qsTr("任何网络")]
                currentIndex: root.settings.recordsOver
                onChosen: index => root.settings.recordsOver = index
            }
            AppText { text: qsTr("照片用什么网络"); color: Theme.second }
            Segments {
                objectName: "settings.photosOver"
                Layout.fillWidth: true
                label: qsTr("照片用什么网络")
                options: [qsTr("不传"), qsTr("仅免费网络"), qsTr("任何网络")]
                currentIndex: root.settings.photosOver
                onChosen: index => root.settings.photosOver = index
            }
            AppText {
                Layout.fillWidth: true
                text: qsTr("免费网络是系统没有标为按流量计费的网络，例如 Wi-Fi。照片在记录之后传。")
                wrapMode: Text.Wrap
                size: AppText.Size.Second
                color: Theme.second
            }
            AppText { Layout.topMargin: Theme.space(4); text: qsTr("定位来源"); strong: true; size: AppText.Size.Title }
            ReceiverSetting {
                Layout.fillWidth: true
                settings: root.settings
            }
            AppText { Layout.topMargin: Theme.space(4); text: qsTr("本机"); strong: true; size: AppText.Size.Title }
            Column {
                Layout.fillWidth: true
                spacing: Theme.space(2)

                component Fact: Row {
                    id: fact

                    required property string name
                    required property string value

                    spacing: Theme.space(4)
                    AppText { width: Theme.sp(88); text: fact.name; color: Theme.second }
                    AppText {
                        width: column.width - Theme.sp(88) - fact.spacing
                        text: fact.value === "" ? "–" : fact.value
                        wrapMode: Text.WrapAnywhere
                    }
                }

                Fact { name: qsTr("用户"); value: root.settings.userName }
                Fact { name: qsTr("单位"); value: root.settings.county }
                Fact { name: qsTr("设备编号"); value: root.settings.deviceId }
                Fact { name: qsTr("服务器"); value: root.settings.hubUrl }
                Fact { name: qsTr("版本"); value: qsTr("%1（数据 %2，Qt %3）").arg(root.settings.appVersion).arg(root.settings.schemaVersion).arg(root.settings.qtVersion) }
                Fact { name: qsTr("数据"); value: Qt.locale().formattedDataSize(root.settings.storeBytes, 1, Locale.DataSizeSIFormat) }
                Fact { name: qsTr("照片"); value: Qt.locale().formattedDataSize(root.settings.mediaBytes, 1, Locale.DataSizeSIFormat) }
                Fact { name: qsTr("剩余空间"); value: Qt.locale().formattedDataSize(root.settings.freeBytes, 1, Locale.DataSizeSIFormat) }
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
                objectName: "settings.handOver"
                icon.name: "person"
                text: qsTr("换人或重新登记")
                onClicked: root.settings.handOver()
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
