import QtQuick

/// The hairline between two rows or regions.
Rectangle {
    implicitHeight: Theme.lineWidth
    implicitWidth: Theme.lineWidth
    color: Theme.line
    opacity: Theme.sunlight ? 0.5 : 1
}
