import QtQuick

/// Places gained or lost against last time, as arrow and number.
Row {
    id: root

    required property bool hasLast
    required property int change

    spacing: 0
    width: Theme.sp(44)
    Accessible.role: Accessible.StaticText
    Accessible.name: !root.hasLast ? qsTr("上期未排名") : root.change > 0 ? qsTr("上升 %1 位").arg(root.change) : root.change < 0 ? qsTr("下降 %1 位").arg(-root.change) : qsTr("与上期相同")

    Icon {
        visible: root.hasLast && root.change !== 0
        name: root.change > 0 ? "arrow_upward" : "arrow_downward"
        size: Theme.sp(16)
        tone: root.change > 0 ? Theme.Tone.Primary : Theme.Tone.Neutral
        anchors.verticalCenter: parent.verticalCenter
    }
    AppText {
        anchors.verticalCenter: parent.verticalCenter
        text: !root.hasLast ? "" : root.change === 0 ? "=" : Math.abs(root.change)
        size: AppText.Size.Second
    }
}
