import QtQuick
import QtQuick.Templates as T

/// Where one is in what scrolls: a thin line at its edge, beside the words, there only when not all is in sight.
T.ScrollIndicator {
    id: root

    padding: Theme.dp(2)
    implicitWidth: implicitContentWidth + leftPadding + rightPadding
    implicitHeight: implicitContentHeight + topPadding + bottomPadding
    visible: root.size < 1
    minimumSize: 0.08

    contentItem: Rectangle {
        implicitWidth: Theme.dp(4)
        implicitHeight: Theme.dp(4)
        radius: width / 2
        color: Theme.outline
    }
}
