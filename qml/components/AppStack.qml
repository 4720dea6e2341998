import QtQuick
import QtQuick.Templates as T

/// Pages one over the other. The page below stays as it was.
T.StackView {
    id: root

    readonly property PageFrame currentPage: root.currentItem as PageFrame ?? (root.currentItem as Home)?.currentPage ?? null

    component Move: Transition {
        id: move

        property real from: 0
        property real to: 0
        property real fadeFrom: 1
        property real fadeTo: 1

        ParallelAnimation {
            NumberAnimation { property: "x"; from: move.from; to: move.to; duration: Theme.motion; easing.type: Easing.OutQuad }
            NumberAnimation { property: "opacity"; from: move.fadeFrom; to: move.fadeTo; duration: Theme.motion; easing.type: Easing.OutQuad }
        }
    }
    pushEnter: Move { from: Theme.dp(32); fadeFrom: 0 }
    pushExit: Move { fadeTo: 0 }
    popEnter: Move { fadeFrom: 0 }
    popExit: Move { to: Theme.dp(32); fadeTo: 0 }
    replaceEnter: Move { fadeFrom: 0 }
    replaceExit: Move { fadeTo: 0 }
}
