pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Xuncun.ViewModels

/// The open item: its inputs, 合格 and 不适用, and the camera.
ColumnLayout {
    id: root

    required property ChecklistModel checklist
    required property string itemCode
    required property int answerState
    required property bool mayNotApply
    required property bool extra
    required property int photos
    required property int photosMissing
    required property bool showPhotos
    readonly property ItemModel item: root.checklist.item

    signal cameraWanted()
    signal photoChosen(int index)
    signal detailsWanted()

    spacing: Theme.space(4)

    ItemInputs {
        enabled: !root.checklist.readOnly
        Layout.fillWidth: true
        item: root.item
        itemCode: root.itemCode
    }
    AppText {
        Layout.fillWidth: true
        visible: root.item.error !== ""
        text: root.item.error
        tone: Theme.Tone.Deduction
        wrapMode: Text.Wrap
    }
    AppText {
        objectName: "item." + root.itemCode + ".why"
        Layout.fillWidth: true
        visible: root.item.why !== ""
        text: root.item.why
        size: AppText.Size.Second
        wrapMode: Text.Wrap
    }
    GridLayout {
        visible: !root.checklist.readOnly
        Layout.fillWidth: true
        columns: root.width >= Theme.dp(520) ? 2 : 1
        columnSpacing: Theme.betweenOpposites
        rowSpacing: Theme.space(3)

        Segments {
            objectName: "item." + root.itemCode + ".answer"
            Layout.fillWidth: true
            visible: !root.extra
            label: qsTr("结论")
            options: root.mayNotApply ? [qsTr("合格"), qsTr("不适用")] : [qsTr("合格")]
            currentIndex: root.answerState === Answer.Ok ? 0 : root.answerState === Answer.NotApplicable ? 1 : -1
            onChosen: index => index === 0 ? root.checklist.setOk(root.itemCode) : root.checklist.setNotApplicable(root.itemCode)
        }
        AppButton {
            objectName: "item." + root.itemCode + ".camera"
            Layout.fillWidth: parent.columns === 1
            kind: root.photosMissing > 0 ? AppButton.Kind.Primary : AppButton.Kind.Secondary
            icon.name: "photo_camera"
            text: root.photosMissing > 0 ? qsTr("拍照（还缺 %1）").arg(root.photosMissing)
                : root.photos > 0 ? qsTr("拍照（%1）").arg(root.photos) : qsTr("拍照")
            onClicked: root.cameraWanted()
        }
    }
    // The details have the fields; in large text those beside the list may be out of sight.
    SecondaryButton {
        objectName: "item." + root.itemCode + ".sizes"
        visible: (root.showPhotos || Theme.textScale > 1) && root.item.sizesMissing > 0 && !root.checklist.readOnly
        icon.name: "straighten"
        text: qsTr("填大小（还缺 %1）").arg(root.item.sizesMissing)
        onClicked: root.detailsWanted()
    }
    PhotoStrip {
        objectName: "item." + root.itemCode + ".photo"
        Layout.fillWidth: true
        visible: root.showPhotos && root.item.photos.count > 0
        model: root.showPhotos ? root.item.photos : null
        onOpened: index => root.photoChosen(index)
    }
    QuietButton {
        objectName: "item." + root.itemCode + ".details"
        visible: root.showPhotos
        icon.name: "history"
        text: root.item.lastTime.known ? qsTr("本项明细与上期") : qsTr("本项明细")
        onClicked: root.detailsWanted()
    }
}
