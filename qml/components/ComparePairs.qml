import QtQuick
import QtQuick.Layouts

/// Photos before and after, pair by pair under one slider; where one side has fewer, its last one stays.
ColumnLayout {
    id: root

    required property list<url> before
    required property list<url> after
    readonly property int pairs: Math.max(root.before.length, root.after.length)
    property int pair: 0

    function at(photos: list<url>): url {
        return photos.length === 0 ? "" : photos[Math.min(root.pair, photos.length - 1)]
    }

    spacing: Theme.space(2)
    onPairsChanged: root.pair = 0

    CompareSlider {
        objectName: root.objectName
        Layout.fillWidth: true
        Layout.fillHeight: true
        before: root.at(root.before)
        after: root.at(root.after)
    }
    RowLayout {
        visible: root.pairs > 1
        Layout.fillWidth: true

        QuietButton {
            objectName: "pairs.previous"
            icon.name: "chevron_left"
            text: qsTr("上一组")
            enabled: root.pair > 0
            onClicked: --root.pair
        }
        AppText {
            objectName: "pairs.which"
            Layout.fillWidth: true
            horizontalAlignment: Text.AlignHCenter
            text: qsTr("第 %1 / %2 组照片").arg(root.pair + 1).arg(root.pairs)
            size: AppText.Size.Second
        }
        QuietButton {
            objectName: "pairs.next"
            LayoutMirroring.enabled: true  // the arrow after the word
            LayoutMirroring.childrenInherit: true
            icon.name: "chevron_right"
            text: qsTr("下一组")
            enabled: root.pair + 1 < root.pairs
            onClicked: ++root.pair
        }
    }
}
