import QtQuick
import Xuncun.ViewModels

/// One record or photo on its way, with the hub's words where it was refused.
ListRow {
    id: root

    required property int index
    required property int entryKind
    required property int transferState
    required property double bytes
    required property double sentBytes
    required property string detail
    required property string error

    objectName: "outbox.line." + root.index
    width: ListView.view ? ListView.view.width : implicitWidth
    titleSize: AppText.Size.Body
    subtitle: root.error !== "" ? root.error
            : root.sentBytes > 0 ? qsTr("%1，已传 %2").arg(Qt.locale().formattedDataSize(root.bytes, 1, Locale.DataSizeSIFormat)).arg(Qt.locale().formattedDataSize(root.sentBytes, 1, Locale.DataSizeSIFormat))
            : Qt.locale().formattedDataSize(root.bytes, 1, Locale.DataSizeSIFormat)
    subtitleTone: root.error !== "" ? Theme.Tone.Deduction : Theme.Tone.Neutral
    leading: Icon {
        name: root.entryKind === OutboxModel.Photo ? "image" : "description"
    }

    StateChip {
        kind: [StateChip.Kind.Waiting, StateChip.Kind.Sending, StateChip.Kind.Sent, StateChip.Kind.Failed][root.transferState]
    }
}
