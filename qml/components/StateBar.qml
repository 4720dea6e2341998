import QtQuick
import QtQuick.Layouts
import Xuncun.ViewModels

/// Saved, position, unsent and the page's score, in one thin line at the same place under every page.
Rectangle {
    id: root

    required property StatusModel status
    /// Off for those who stay at a desk: nothing to place, and what they decide is in `unsent`.
    property bool inField: true
    /// What does not fit is left out in this order: the word for saved, the satellites, the size of what is unsent,
    /// and that word.
    readonly property int leftOut: neededWidth(0) <= width ? 0 : neededWidth(1) <= width ? 1 : neededWidth(2) <= width ? 2 : neededWidth(3) <= width ? 3 : 4

    readonly property bool notSaved: root.status.saved === StatusModel.Saved.No

    implicitHeight: Theme.stateBar + (root.notSaved ? why.height : 0)
    color: Theme.surface

    function neededWidth(leftOut: int): real {
        const sum = 2 * Theme.margin + partWidth(unsentWords(leftOut), leftOut)
            + (savedPart.visible ? partWidth(savedWords(leftOut), leftOut) : 0)
            + (root.inField ? partWidth(fixWords(leftOut), leftOut) : 0)
        return sum + (total.visible ? total.implicitWidth : 0)
    }
    function partWidth(words: string, leftOut: int): real {
        return Theme.sp(18) + Theme.space(1) + Math.ceil(metrics.advanceWidth(words)) + (leftOut > 0 ? Theme.space(3) : Theme.space(6))
    }
    function savedWords(leftOut: int): string {
        switch (root.status.saved) {
        case StatusModel.Saved.Saving: return qsTr("正在保存")
        case StatusModel.Saved.Yes:
            return (leftOut > 0 ? "" : qsTr("已保存") + " ") + Qt.formatTime(new Date(root.status.savedAtMs), "HH:mm:ss")
        }
        return qsTr("未改动")
    }
    function fixWords(leftOut: int): string {
        if (!root.status.hasFix)
            return qsTr("无定位")
        const accuracy = "±" + Math.round(root.status.accuracyM) + " m"
        const withAge = accuracy + " · " + root.status.fixAgeS + " s"
        if (root.status.fixMocked)
            return qsTr("模拟定位") + " " + withAge
        return leftOut > 1 || root.status.satellites < 0 ? withAge : withAge + " · " + qsTr("%1 颗卫星").arg(root.status.satellites)
    }
    function unsentWords(leftOut: int): string {
        if (root.status.unsentRecords === 0 && root.status.unsentPhotos === 0)
            return qsTr("都已送达")
        const counts = (leftOut > 3 ? qsTr("%1 条 · %2 张") : qsTr("待传 %1 条 · %2 张")).arg(root.status.unsentRecords).arg(root.status.unsentPhotos)
        return leftOut > 2 ? counts : counts + " (" + Qt.locale().formattedDataSize(root.status.unsentBytes, 1, Locale.DataSizeSIFormat) + ")"
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

    FontMetrics {
        id: metrics
        font.family: Theme.family
        font.pixelSize: Theme.sizeSecond
    }
    Divider { anchors { left: parent.left; right: parent.right; top: parent.top } }
    // Why something was not saved is never cut off.
    Item {
        id: why
        anchors { left: parent.left; right: parent.right; top: parent.top; leftMargin: Theme.margin; rightMargin: Theme.margin }
        height: reason.implicitHeight + Theme.space(2)
        visible: root.notSaved
        Accessible.role: Accessible.AlertMessage
        Accessible.name: reason.text

        Icon { id: sign; y: Theme.space(2); name: "error"; size: Theme.sp(18); tone: Theme.Tone.Deduction }
        AppText {
            id: reason
            objectName: "state.notSaved"
            anchors { left: sign.right; leftMargin: Theme.space(1); right: parent.right; top: parent.top; topMargin: Theme.space(2) }
            text: qsTr("没有保存：%1").arg(root.status.notSavedReason)
            size: AppText.Size.Second
            tone: Theme.Tone.Deduction
            wrapMode: Text.Wrap
        }
    }
    RowLayout {
        anchors { left: parent.left; right: parent.right; bottom: parent.bottom; leftMargin: Theme.margin; rightMargin: Theme.margin }
        height: Theme.stateBar
        spacing: root.leftOut > 0 ? Theme.space(3) : Theme.space(6)

        Part {
            id: savedPart
            objectName: "state.saved"
            visible: !root.notSaved && (root.inField || root.status.saved !== StatusModel.Saved.NothingYet)
            Layout.fillWidth: false
            iconName: root.status.saved === StatusModel.Saved.Saving ? "more_horiz" : "check"
            words: root.savedWords(root.leftOut)
        }
        Part {
            objectName: "state.position"
            visible: root.inField
            Layout.fillWidth: false
            iconName: root.status.hasFix ? "my_location" : "location_disabled"
            tone: root.status.fixMocked || root.status.fixStale ? Theme.Tone.Warning : Theme.Tone.Neutral
            words: root.fixWords(root.leftOut)
        }
        Part {
            objectName: "state.unsent"
            Layout.fillWidth: true
            iconName: root.unsentIcon()
            words: root.unsentWords(root.leftOut)
        }
        AppText {
            id: total
            objectName: "state.total"
            visible: root.status.total !== ""
            text: qsTr("%1 分").arg(root.status.total)
            size: AppText.Size.Second
            strong: true
            color: Theme.text
        }
    }
}
