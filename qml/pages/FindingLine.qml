pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Xuncun.ViewModels

/// One finding of the open item: which, where, its photos; a tap opens place and note to be written.
Item {
    id: root

    required property string findingId
    required property int number
    required property string text
    required property int household
    required property string place
    required property string note
    required property double atMs
    required property double accuracyM
    required property bool repeat
    required property int photos
    required property int photosMissing
    required property int photoLack
    required property string sizeOver
    required property string size
    required property bool readOnly
    property bool open: false
    readonly property bool asksSize: root.sizeOver !== "" && !root.readOnly
    readonly property string photosLacking: root.photoLack === FindingListModel.LacksNothing ? ""
        : root.photoLack === FindingListModel.LacksWide ? qsTr("缺远景")
        : root.photoLack === FindingListModel.LacksClose ? qsTr("缺近景")
        : root.photoLack === FindingListModel.LacksWideAndClose ? qsTr("缺远景、近景") : qsTr("缺 %1 张").arg(root.photosMissing)
    readonly property string sizeLacking: root.sizeOver !== "" && root.size === "" ? qsTr("缺大小") : ""
    readonly property string missing: root.sizeLacking + (root.sizeLacking !== "" && root.photosLacking !== "" ? " · " : "") + root.photosLacking

    signal cameraWanted()
    signal removed()
    signal described(string place, string note)
    signal sized(string size)

    implicitHeight: column.implicitHeight

    // A positioner: a layout would keep a pointer to the fields after they are gone.
    Column {
        id: column
        width: parent.width

        ListRow {
            objectName: "finding." + root.number
            width: column.width
            leftPadding: Theme.space(4)
            rightPadding: Theme.space(2)
            titleSize: AppText.Size.Body
            titleLines: 4
            subtitleLines: 2
            divider: !root.open && !root.asksSize
            title: root.household > 0 ? qsTr("%1. 户 %2").arg(root.number).arg(root.household)
                 : root.place !== "" ? qsTr("%1. %2").arg(root.number).arg(root.place)
                 : qsTr("%1. %2").arg(root.number).arg(root.text)
            subtitle: root.accuracyM < 0
                ? qsTr("%1 · 无定位").arg(new Date(root.atMs).toLocaleTimeString(Qt.locale(), "HH:mm"))
                : qsTr("%1 · ±%2 m").arg(new Date(root.atMs).toLocaleTimeString(Qt.locale(), "HH:mm")).arg(Math.round(root.accuracyM))
            note: root.missing
            noteTone: Theme.Tone.Warning
            onClicked: root.open = !root.open

            StateChip {
                visible: root.repeat
                kind: StateChip.Kind.Overdue
                word: qsTr("再次")
            }
            AppText {
                visible: root.photosMissing === 0 && root.photos > 0
                text: qsTr("%1 张").arg(root.photos)
                size: AppText.Size.Second
            }
            IconButton {
                objectName: "finding." + root.number + ".camera"
                visible: !root.readOnly
                icon.name: "photo_camera"
                label: qsTr("给第 %1 处拍照").arg(root.number)
                tone: root.photosMissing > 0 ? Theme.Tone.Warning : Theme.Tone.Neutral
                onClicked: root.cameraWanted()
            }
        }
        // Made where the rule asks for it only, and then always there: without a size the finding does not count.
        Repeater {
            model: root.asksSize ? 1 : 0

            ColumnLayout {
                x: Theme.space(4)
                width: column.width - 2 * Theme.space(4)
                spacing: Theme.space(2)

                // Where the finding is called by its place, its rule would stand nowhere.
                AppText {
                    Layout.fillWidth: true
                    visible: root.place !== ""
                    text: root.text
                    size: AppText.Size.Second
                    wrapMode: Text.Wrap
                }
                Field {
                    id: size
                    objectName: "finding." + root.number + ".size"
                    Layout.fillWidth: true
                    label: qsTr("大小（超过 %1 才计）").arg(root.sizeOver)
                    text: root.size
                    input.inputMethodHints: Qt.ImhFormattedNumbersOnly
                    input.validator: RegularExpressionValidator { regularExpression: /(\d{1,9}(\.\d{0,3})?)?/ }
                    input.onEditingFinished: root.sized(size.text)
                }
                Divider {
                    Layout.fillWidth: true
                    Layout.topMargin: Theme.space(2)
                    visible: !root.open
                }
            }
        }
        // Made when the finding is opened: fields take longer than all the rest of a line.
        Repeater {
            model: root.open && !root.readOnly ? 1 : 0

            ColumnLayout {
                x: Theme.space(4)
                width: column.width - 2 * Theme.space(4)
                spacing: Theme.space(3)

                Field {
                    id: place
                    objectName: "finding.place"
                    Layout.fillWidth: true
                    label: qsTr("位置")
                    placeholder: qsTr("例如：文化礼堂东侧")
                    value: root.place
                    onCommitted: root.described(place.text, note.text)
                }
                Field {
                    id: note
                    objectName: "finding.note"
                    Layout.fillWidth: true
                    label: qsTr("备注")
                    value: root.note
                    onCommitted: root.described(place.text, note.text)
                }
                DangerButton {
                    objectName: "finding.remove"
                    icon.name: "delete"
                    text: qsTr("去掉这一处")
                    onClicked: root.removed()
                }
                Divider { Layout.fillWidth: true }
            }
        }
    }
}
