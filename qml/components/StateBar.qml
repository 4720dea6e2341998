import QtQuick
import QtQuick.Layouts
import Xuncun.ViewModels

/// Saved, position, unsent and the page's score, in one thin line at the same place under every page.
Rectangle {
    id: root

    required property StatusModel status
    /// Off for those who stay at a desk: nothing to place, and what they decide is in `unsent`.
    property bool inField: true
    readonly property bool compact: width < Theme.dp(640) * Theme.textScale

    implicitHeight: Theme.stateBar
    color: Theme.surface

    function savedWords(): string {
        switch (root.status.saved) {
        case StatusModel.Saved.Saving: return qsTr("正在保存")
        case StatusModel.Saved.No: return qsTr("没有保存：%1").arg(root.status.notSavedReason)
        case StatusModel.Saved.Yes:
            return (root.compact ? "" : qsTr("已保存") + " ") + Qt.formatTime(new Date(root.status.savedAtMs), "HH:mm:ss")
        }
        return qsTr("未改动")
    }
    function fixWords(): string {
        if (!root.status.hasFix)
            return qsTr("无定位")
        const accuracy = "±" + Math.round(root.status.accuracyM) + " m"
        const withAge = accuracy + " · " + root.status.fixAgeS + " s"
        if (root.status.fixMocked)
            return qsTr("模拟定位") + " " + withAge
        return root.compact || root.status.satellites < 0 ? withAge : withAge + " · " + qsTr("%1 颗卫星").arg(root.status.satellites)
    }
    function unsentWords(): string {
        if (root.status.unsentRecords === 0 && root.status.unsentPhotos === 0)
            return qsTr("都已送达")
        const counts = qsTr("待传 %1 条 · %2 张").arg(root.status.unsentRecords).arg(root.status.unsentPhotos)
        return root.compact ? counts : counts + " (" + Qt.locale().formattedDataSize(root.status.unsentBytes, 1, Locale.DataSizeSIFormat) + ")"
    }
    function unsentIcon(): string {
        switch (root.status.sync) {
        case StatusModel.Sync.Running: return "sync"
        case StatusModel.Sync.Failed: return "sync_problem"
        case StatusModel.Sync.Waiting: return "cloud_off"
        }
        return root.status.unsentRecords + root.status.unsentPhotos > 0 ? "swap_vert" : "cloud_done"
    }

    component Part: RowLayout {
        id: part

        property string iconName
        property string words
        property int tone: Theme.Tone.Neutral

        spacing: Theme.space(1)
        Accessible.role: Accessible.StaticText
        Accessible.name: part.words

        Icon { name: part.iconName; size: Theme.sp(18); tone: part.tone }
        AppText { Layout.fillWidth: true; text: part.words; size: AppText.Size.Second; tone: part.tone }
    }

    Divider { anchors { left: parent.left; right: parent.right; top: parent.top } }
    RowLayout {
        anchors { fill: parent; leftMargin: Theme.margin; rightMargin: Theme.margin }
        spacing: root.compact ? Theme.space(3) : Theme.space(6)

        Part {
            objectName: "state.saved"
            visible: root.inField || root.status.saved !== StatusModel.Saved.NothingYet
            Layout.fillWidth: root.status.saved === StatusModel.Saved.No
            iconName: root.status.saved === StatusModel.Saved.No ? "error" : root.status.saved === StatusModel.Saved.Saving ? "more_horiz" : "check"
            tone: root.status.saved === StatusModel.Saved.No ? Theme.Tone.Deduction : Theme.Tone.Neutral
            words: root.savedWords()
        }
        Part {
            objectName: "state.position"
            visible: root.inField
            Layout.fillWidth: false
            iconName: root.status.hasFix ? "my_location" : "location_disabled"
            tone: root.status.fixMocked || root.status.fixStale ? Theme.Tone.Warning : Theme.Tone.Neutral
            words: root.fixWords()
        }
        Part {
            objectName: "state.unsent"
            Layout.fillWidth: true
            iconName: root.unsentIcon()
            words: root.unsentWords()
        }
        AppText {
            objectName: "state.total"
            visible: root.status.total !== ""
            text: qsTr("%1 分").arg(root.status.total)
            size: AppText.Size.Second
            strong: true
            color: Theme.text
        }
    }
}
