pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Xuncun.ViewModels

/// Why an inspection deserves a second look, each as icon and word, the gravest first; when `compact`, that one and how many more.
RowLayout {
    id: root

    required property int flags
    property bool compact: false

    readonly property list<int> bits: [ReviewFlag.ChainBroken, ReviewFlag.Vetoed, ReviewFlag.MissingEvidence, ReviewFlag.MockPosition, ReviewFlag.ClockDoubtful,
        ReviewFlag.NoPosition, ReviewFlag.FromGallery, ReviewFlag.PoorAccuracy, ReviewFlag.PhotosNotHere, ReviewFlag.FarFromLast, ReviewFlag.InspectorFarOff,
        ReviewFlag.NotSignedOff]
    readonly property list<string> icons: ["link_off", "gavel", "no_photography", "wrong_location", "history_toggle_off", "location_disabled", "photo_library",
        "gps_not_fixed", "cloud_queue", "trending_down", "person_search", "edit_off"]
    readonly property list<string> words: [qsTr("证据链断"), qsTr("一票否决"), qsTr("缺证据"), qsTr("模拟定位"), qsTr("时间存疑"), qsTr("无定位"), qsTr("相册照片"), qsTr("精度差"), qsTr("照片未齐"), qsTr("与上期差距大"), qsTr("检查人偏差大"), qsTr("签名或定位说明不全")]
    readonly property var raised: [...Array(root.bits.length).keys()].filter(i => root.flags > 0 && (root.flags & root.bits[i]) !== 0)

    spacing: Theme.space(2)
    Accessible.role: Accessible.StaticText
    Accessible.name: root.raised.map(i => root.words[i]).join("、")

    Repeater {
        model: 3  // always as many: a row that is hidden keeps pointers to what was destroyed

        RowLayout {
            id: flag

            required property int index
            readonly property int which: root.raised[flag.index] ?? 0

            visible: flag.index < Math.min(root.raised.length, root.compact ? 1 : 3)
            spacing: Theme.space(1)

            Icon {
                name: root.icons[flag.which]
                size: Theme.sp(18)
                tone: flag.which === 8 ? Theme.Tone.Info : flag.which <= 1 ? Theme.Tone.Deduction : Theme.Tone.Warning
            }
            AppText {
                text: root.words[flag.which]
                size: AppText.Size.Second
                tone: flag.which === 8 ? Theme.Tone.Info : flag.which <= 1 ? Theme.Tone.Deduction : Theme.Tone.Warning
            }
        }
    }
    AppText {
        visible: root.raised.length > (root.compact ? 1 : 3)
        text: "+" + (root.raised.length - (root.compact ? 1 : 3))
        size: AppText.Size.Second
        tone: Theme.Tone.Warning
    }
}
