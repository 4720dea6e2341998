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
    required property string error
    readonly property string size: Qt.locale().formattedDataSize(root.bytes, 1, Locale.DataSizeSIFormat)
    readonly property list<string> kinds: [qsTr("检查"), qsTr("审核"), qsTr("整改"), qsTr("申诉"), qsTr("排名"), qsTr("记录"), qsTr("照片"), qsTr("原图")]

    objectName: "outbox.line." + root.index
    width: ListView.view ? ListView.view.width : implicitWidth
    titleSize: AppText.Size.Body
    titleLines: 3
    subtitle: root.kinds[root.entryKind] + " · " + (root.sentBytes > 0
        ? qsTr("%1，已传 %2").arg(root.size).arg(Qt.locale().formattedDataSize(root.sentBytes, 1, Locale.DataSizeSIFormat)) : root.size)
    note: root.error
    leading: Icon {
        name: root.entryKind >= OutboxModel.Photo ? "image" : "description"
    }

    StateChip {
        kind: [StateChip.Kind.Waiting, StateChip.Kind.Sending, StateChip.Kind.Sent, StateChip.Kind.Failed][root.transferState]
    }
}
