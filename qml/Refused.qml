pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls

/// Shown instead of the app when the store must not be opened: it says why, and nothing was changed.
ApplicationWindow {
    id: root

    required property string message
    required property string code
    required property string place

    width: 1280
    height: 800
    visible: true
    title: qsTr("巡村")
    color: Theme.surface

    RefusedNotice {
        anchors.centerIn: parent
        width: root.width - 2 * Theme.margin
        message: root.message
        code: root.code
        place: root.place
    }
}
