pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T
import Xuncun.ViewModels

/// The items of the sheet; the open one with everything that can be tapped, the others one line each.
ListView {
    id: root

    required property ChecklistModel checklist
    property bool showPhotos: false

    signal cameraWanted()
    signal photoChosen(int index)
    signal detailsWanted()

    /// Later, never at once: a list that is laid out while its model tells of a change lets rows go which are still being told.
    function showCurrent() { later.restart() }

    model: root.checklist.items
    clip: true
    boundsBehavior: Flickable.StopAtBounds
    T.ScrollIndicator.vertical: ScrollLine {}
    cacheBuffer: Theme.dp(600)
    currentIndex: root.checklist.currentRow
    highlightFollowsCurrentItem: false
    onCurrentIndexChanged: root.showCurrent()

    delegate: ChecklistItem {
        width: root.width
        checklist: root.checklist
        showPhotos: root.showPhotos
        onCameraWanted: root.cameraWanted()
        onPhotoChosen: index => root.photoChosen(index)
        onDetailsWanted: root.detailsWanted()
        onGrown: root.showCurrent()
    }

    Timer {
        id: later
        interval: 0
        onTriggered: {
            root.forceLayout()
            root.positionViewAtIndex(root.currentIndex, ListView.Contain)
        }
    }
    EmptyState {
        anchors.centerIn: parent
        width: Math.min(parent.width, Theme.dp(420))
        visible: root.count === 0 && root.checklist.loaded
        iconName: root.checklist.empty ? "inbox" : "check_circle"
        title: root.checklist.empty ? qsTr("这张检查表没有项目") : qsTr("还没有扣分的项目")
        text: root.checklist.empty ? qsTr("请联网同步；仍没有请联系管理员") : ""
    }
}
