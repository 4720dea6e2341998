pragma ComponentBehavior: Bound

import QtQuick
import Xuncun.ViewModels

/// Where the photos were taken around the village, without a map: dots to scale, north up, those of the open item
/// filled, a ring for the accuracy, and the distance in words.
Column {
    id: root

    required property ReviewPlaceModel places
    /// The ring that stands for a round number of metres.
    readonly property real ringM: {
        const rough = root.places.reachM / 1.5
        const power = Math.pow(10, Math.floor(Math.log(rough) / Math.LN10))
        return power * (rough / power >= 5 ? 5 : rough / power >= 2 ? 2 : 1)
    }

    visible: dots.count > 0
    spacing: Theme.space(1)

    AppText { text: qsTr("位置"); size: AppText.Size.Second }
    AppText {
        width: root.width
        text: root.places.nearestM < 0 ? qsTr("村的位置未知，只看照片之间的远近")
            : root.places.nearestM === root.places.farthestM ? qsTr("照片离村 %1 米").arg(root.places.nearestM)
            : qsTr("照片离村 %1 到 %2 米").arg(root.places.nearestM).arg(root.places.farthestM)
        wrapMode: Text.Wrap
    }
    Rectangle {
        id: field

        readonly property real metre: (width / 2 - Theme.dp(12)) / root.places.reachM

        objectName: "review.map"
        width: Math.min(root.width, Theme.dp(260))
        height: width
        color: Theme.sunken
        border.width: Theme.lineWidth
        border.color: Theme.line
        clip: true

        Rectangle {
            anchors.centerIn: parent
            width: 2 * root.ringM * field.metre
            height: width
            radius: width / 2
            color: "transparent"
            border.width: Theme.lineWidth
            border.color: Theme.second
        }
        AppText {
            x: (field.width - width) / 2
            y: Math.min(field.height / 2 + root.ringM * field.metre + Theme.space(0.5), field.height - height - Theme.space(0.5))
            text: qsTr("%1 米").arg(root.ringM)
            size: AppText.Size.Second
        }
        AppText { x: Theme.space(2); y: Theme.space(1); text: qsTr("北↑"); size: AppText.Size.Second }
        Repeater {
            id: dots
            model: root.places

            Item {
                id: dot

                required property bool isVillage
                required property real eastM
                required property real northM
                required property real accuracyM
                required property bool current

                x: field.width / 2 + dot.eastM * field.metre
                y: field.height / 2 - dot.northM * field.metre
                z: dot.current ? 2 : dot.isVillage ? 1 : 0

                Rectangle {
                    anchors.centerIn: parent
                    visible: dot.current && dot.accuracyM > 0
                    width: 2 * dot.accuracyM * field.metre
                    height: width
                    radius: width / 2
                    color: "transparent"
                    border.width: Theme.lineWidth
                    border.color: Theme.deduction
                }
                Rectangle {
                    anchors.centerIn: parent
                    visible: !dot.isVillage
                    width: Theme.dp(12)
                    height: width
                    radius: width / 2
                    color: dot.current ? Theme.deduction : Theme.surface
                    border.width: Theme.dp(2)
                    border.color: dot.current ? Theme.deduction : Theme.second
                }
                Icon {
                    anchors.centerIn: parent
                    visible: dot.isVillage
                    name: "home"
                    size: Theme.dp(22)
                    tone: Theme.Tone.Primary
                }
            }
        }
    }
}
