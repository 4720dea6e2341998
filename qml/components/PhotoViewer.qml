pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts

/// One photo of a list as large as it goes, with what is known of it; below it, where there is room, all in a strip.
/// The model has the roles `fullUrl`, `thumbUrl`, `hasFull`, `hasThumb`, `takenAt`, `accuracyM`, `distanceM`, `fromGallery`, `timeDoubtful`, `mocked`, `marks`, `badge`.
Item {
    id: root

    required property var model
    property alias currentIndex: list.currentIndex
    readonly property alias count: list.count
    property string heading
    /// What lies over the photo's top, so that the heading goes below it.
    property real headingBelow: 0
    property bool watermark: false
    property string emptyText: qsTr("这一项没有照片")
    readonly property bool stripShown: root.count > 1 && root.height >= Theme.dp(420)

    function next() {
        list.incrementCurrentIndex()
    }
    function previous() {
        list.decrementCurrentIndex()
    }

    Rectangle {
        anchors.fill: parent
        color: Theme.dark ? "#0B0E0C" : Theme.sunlight ? "#FFFFFF" : "#E6EAE5"
    }
    EmptyState {
        anchors.centerIn: parent
        width: parent.width - 2 * Theme.margin
        visible: list.count === 0
        iconName: "image_not_supported"
        title: root.emptyText
    }
    ListView {
        id: list

        anchors { left: parent.left; right: parent.right; top: parent.top; bottom: root.stripShown ? strip.top : parent.bottom; bottomMargin: root.stripShown ? Theme.space(2) : 0 }
        model: root.model
        orientation: ListView.Horizontal
        snapMode: ListView.SnapOneItem
        highlightRangeMode: ListView.StrictlyEnforceRange
        highlightMoveDuration: Theme.motion
        boundsBehavior: Flickable.StopAtBounds
        clip: true

        delegate: Item {
            id: photo

            required property int index
            required property url fullUrl
            required property url thumbUrl
            required property bool hasFull
            required property bool hasThumb
            required property string takenAt
            required property double accuracyM
            required property double distanceM
            required property bool fromGallery
            required property string badge
            required property bool timeDoubtful
            required property bool mocked
            required property var marks
            readonly property bool onlyThumb: !photo.hasFull
            readonly property bool nowhere: !photo.hasFull && !photo.hasThumb

            width: list.width
            height: list.height

            MarkedPhoto {
                anchors.fill: parent
                fullUrl: photo.fullUrl
                thumbUrl: photo.thumbUrl
                marks: photo.marks
                watermark: root.watermark
                Accessible.role: Accessible.Graphic
                Accessible.name: qsTr("照片 %1").arg(photo.index + 1)
            }
            EmptyState {
                anchors.centerIn: parent
                width: parent.width - 2 * Theme.margin
                visible: photo.nowhere
                iconName: "cloud_queue"
                title: qsTr("照片还没到这台平板")
            }
            Rectangle {
                anchors { left: parent.left; right: parent.right; bottom: parent.bottom }
                height: facts.implicitHeight + Theme.space(3)
                color: Theme.sunlight ? "#000000" : "#B3000000"

                Flow {
                    id: facts
                    anchors { left: parent.left; right: parent.right; verticalCenter: parent.verticalCenter; leftMargin: Theme.space(4); rightMargin: Theme.space(1) }
                    spacing: Theme.space(1)

                    component Fact: AppText { width: Math.min(implicitWidth, facts.width); wrapMode: Text.Wrap; rightPadding: Theme.space(3); size: AppText.Size.Second; color: "#FFFFFF" }
                    component Doubt: Row {
                        id: doubt
                        required property string iconName
                        required property string words
                        rightPadding: Theme.space(3)
                        spacing: Theme.space(1)
                        Icon { name: doubt.iconName; size: Theme.sp(18); color: "#FFC76B" }
                        AppText { text: doubt.words; size: AppText.Size.Second; color: "#FFC76B" }
                    }

                    Fact { text: (photo.index + 1) + " / " + list.count + " · " + photo.takenAt }
                    Fact { visible: photo.badge !== ""; text: photo.badge; strong: true }
                    Fact { visible: photo.accuracyM >= 0; text: "±" + Math.round(photo.accuracyM) + " m" }
                    Fact {
                        visible: photo.distanceM >= 0
                        text: photo.distanceM < 950 ? qsTr("离村 %1 m").arg(Math.round(photo.distanceM)) : qsTr("离村 %1 km").arg((photo.distanceM / 1000).toFixed(1))
                    }
                    Doubt { visible: photo.accuracyM < 0; iconName: "location_disabled"; words: qsTr("无定位") }
                    Doubt { visible: photo.mocked; iconName: "wrong_location"; words: qsTr("模拟定位") }
                    Doubt { visible: photo.fromGallery; iconName: "photo_library"; words: qsTr("来自相册") }
                    Doubt { visible: photo.timeDoubtful; iconName: "history_toggle_off"; words: qsTr("时间存疑") }
                    Doubt { visible: photo.onlyThumb && !photo.nowhere; iconName: "cloud_queue"; words: qsTr("原图未到") }
                }
            }
        }
    }
    PhotoStrip {
        id: strip
        objectName: root.objectName + ".strip"
        anchors { left: parent.left; right: parent.right; bottom: parent.bottom; margins: Theme.space(2) }
        visible: root.stripShown
        tile: Theme.touch
        current: list.currentIndex
        model: root.stripShown ? root.model : null
        onOpened: index => list.currentIndex = index
    }
    Rectangle {
        objectName: root.objectName + ".heading"
        visible: root.heading !== ""
        anchors { left: parent.left; top: parent.top; margins: Theme.space(3); topMargin: root.headingBelow + Theme.space(3) }
        width: Math.min(Math.ceil(headingText.implicitWidth) + Theme.space(5), root.width - 2 * Theme.space(3))
        height: headingText.implicitHeight + Theme.space(2)
        radius: Theme.radius
        color: Theme.sunlight ? "#000000" : "#B3000000"
        AppText {
            id: headingText
            anchors.centerIn: parent
            width: parent.width - Theme.space(5)
            text: root.heading
            size: AppText.Size.Second
            color: "#FFFFFF"
            wrapMode: Text.Wrap
        }
    }
    RowLayout {
        anchors { left: parent.left; right: parent.right; verticalCenter: list.verticalCenter; margins: Theme.space(2) }
        visible: list.count > 1

        IconButton {
            objectName: root.objectName + ".previous"
            icon.name: "chevron_left"
            label: qsTr("上一张")
            filled: true
            enabled: list.currentIndex > 0
            onClicked: root.previous()
        }
        Item { Layout.fillWidth: true }
        IconButton {
            objectName: root.objectName + ".next"
            icon.name: "chevron_right"
            label: qsTr("下一张")
            filled: true
            enabled: list.currentIndex < list.count - 1
            onClicked: root.next()
        }
    }
}
