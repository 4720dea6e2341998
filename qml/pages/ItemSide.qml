pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Xuncun.ViewModels

/// The open item last time and this time: what was found, the photos, and the way to say "again".
ColumnLayout {
    id: root

    required property ItemModel item
    required property bool readOnly

    signal cameraWanted(string findingId)
    signal photoChosen(int index)
    signal lastPhotoChosen(int index)

    spacing: Theme.space(3)

    ColumnLayout {
        Layout.fillWidth: true
        Layout.margins: Theme.space(4)
        spacing: Theme.space(3)
        visible: root.item.lastTime.known

        Flow {
            Layout.fillWidth: true
            spacing: Theme.space(3)

            AppText {
                text: qsTr("上期 %1").arg(new Date(root.item.lastTime.atMs).toLocaleDateString(Qt.locale(), "yyyy-MM-dd"))
                strong: true
            }
            AppText {
                text: root.item.lastTime.lost === ""
                    ? root.item.lastTime.findings === 0 ? qsTr("没有问题") : qsTr("%1 处").arg(root.item.lastTime.findings)
                    : root.item.lastTime.findings === 0 ? qsTr("扣 %1").arg(root.item.lastTime.lost)
                    : qsTr("%1 处 −%2").arg(root.item.lastTime.findings).arg(root.item.lastTime.lost)
                tone: root.item.lastTime.findings === 0 && root.item.lastTime.lost === "" ? Theme.Tone.Neutral : Theme.Tone.Deduction
            }
        }
        AppText {
            Layout.fillWidth: true
            visible: root.item.lastTime.note !== ""
            text: root.item.lastTime.note
            size: AppText.Size.Second
            wrapMode: Text.Wrap
        }
        AppText {
            Layout.fillWidth: true
            visible: root.item.lastTime.mended > 0
            text: qsTr("其中 %1 处已整改销号").arg(root.item.lastTime.mended)
            size: AppText.Size.Second
            tone: Theme.Tone.Primary
            wrapMode: Text.Wrap
        }
        PhotoStrip {
            objectName: "item.last.photo"
            Layout.fillWidth: true
            visible: root.item.lastTime.photos.count > 0
            model: root.item.lastTime.photos
            onOpened: index => root.lastPhotoChosen(index)
        }
        // A Column: a layout that is hidden keeps pointers to delegates that a new model destroyed.
        Column {
            id: left
            Layout.fillWidth: true
            visible: root.item.lastTime.left.count > 0

            Repeater {
                model: root.item.lastTime.left

                OldFindingLine {
                    width: root.width - 2 * Theme.space(4)
                    readOnly: root.readOnly
                    onFoundAgain: root.item.againNotFixed(findingId)
                }
            }
        }
    }
    Divider {
        Layout.fillWidth: true
        visible: root.item.lastTime.known
    }
    AppText {
        Layout.leftMargin: Theme.space(4)
        Layout.topMargin: Theme.space(2)
        text: root.item.findingCount > 0 ? qsTr("本期 %1 处").arg(root.item.findingCount)
            : root.item.lost === "" ? qsTr("本期没有问题") : qsTr("本期扣 %1").arg(root.item.lost)
        strong: true
    }
    PhotoStrip {
        objectName: "item.side.photo"
        Layout.fillWidth: true
        Layout.leftMargin: Theme.space(4)
        Layout.rightMargin: Theme.space(4)
        model: root.item.photos
        canAdd: !root.readOnly
        onOpened: index => root.photoChosen(index)
        onAddRequested: root.cameraWanted("")
    }
    // A Column: a layout that is hidden keeps pointers to delegates that a new model destroyed.
    Column {
        id: findings
        Layout.fillWidth: true

        Repeater {
            model: root.item.findings

            FindingLine {
                width: findings.width
                readOnly: root.readOnly
                onCameraWanted: root.cameraWanted(findingId)
                onRemoved: root.item.removeFinding(findingId)
                onDescribed: (place, note) => root.item.describeFinding(findingId, place, note)
                onSized: size => root.item.sizeFinding(findingId, size)
            }
        }
    }
    AppText {
        Layout.fillWidth: true
        Layout.margins: Theme.space(4)
        visible: root.item.basis !== ""
        text: qsTr("依据：%1").arg(root.item.basis)
        size: AppText.Size.Second
        wrapMode: Text.Wrap
    }
}
