import QtQuick
import Xuncun.Gallery
import Xuncun.Ui

/// The lower part of what stands beside the photo: appeals, changes, the sketch map.
Rectangle {
    color: Theme.surface

    SupervisorStage {
        id: stage
        Component.onCompleted: stage.review.goTo(2)
    }
    ReviewChain {
        id: chain
        anchors { left: parent.left; top: parent.top; bottom: parent.bottom }
        width: Math.min(parent.width, Theme.dp(420) * Theme.textScale)
        review: stage.review
        appeal: stage.appeal
    }
    ReviewChain {
        anchors { left: chain.right; top: parent.top; bottom: parent.bottom; right: parent.right }
        visible: width > Theme.dp(300)
        review: stage.review
        appeal: stage.appeal
        onContentHeightChanged: contentY = contentHeight - height
    }
    Timer { running: true; interval: 1; onTriggered: chain.contentY = Math.min(Theme.dp(520) * Theme.textScale, chain.contentHeight - chain.height) }
}
