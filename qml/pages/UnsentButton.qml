import QtQuick
import Xuncun.ViewModels

/// One line about what is still to be sent; leads to the outbox.
QuietButton {
    id: root

    required property StatusModel status

    icon.name: "cloud_upload"
    text: qsTr("待传 %1 条 · %2 张（%3）").arg(root.status.unsentRecords).arg(root.status.unsentPhotos)
        .arg(Qt.locale().formattedDataSize(root.status.unsentBytes, 1, Locale.DataSizeSIFormat))
}
