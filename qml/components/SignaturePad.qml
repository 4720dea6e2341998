import QtQuick
import QtQuick.Shapes

/// A place to sign by hand. `strokesSvg` is the signature as SVG path data, the pad's longer side 1000 units long;
/// empty until something was written. The owner keeps it: what it does not show yet is drawn fainter.
Item {
    id: root

    property string strokesSvg
    property string label: qsTr("在此签名")
    /// The stroke under the finger; part of the signature when it is lifted, whatever the owner shows meanwhile.
    property string stroke
    /// What the owner was told last, and whether it does not show that yet.
    property string told
    property bool waiting: false
    readonly property string drawn: (root.waiting ? root.told : root.strokesSvg) + root.stroke
    readonly property bool kept: root.drawn === root.strokesSvg
    readonly property bool signed: root.drawn !== ""
    readonly property real scaleTo1000: 1000 / Math.max(1, root.width, root.height) / root.fit
    /// Under 1 for a signature from a pad of another shape, so that all of it is inside.
    readonly property real fit: {
        const unit = 1000 / Math.max(1, root.width, root.height)
        const numbers = (root.strokesSvg.match(/\d+/g) ?? []).map(Number)
        const right = Math.max(1, ...numbers.filter((n, i) => i % 2 === 0))
        const bottom = Math.max(1, ...numbers.filter((n, i) => i % 2 === 1))
        return Math.min(1, root.width * unit / right, root.height * unit / bottom) || 1
    }

    signal changed(string strokesSvg)

    onStrokesSvgChanged: if (root.strokesSvg === root.told) root.waiting = false

    function tell(strokes: string) {
        root.told = strokes
        root.waiting = strokes !== root.strokesSvg
        root.changed(strokes)
    }
    function clear() { root.tell("") }
    function add(x: real, y: real, begins: bool) {
        const px = Math.round(Math.max(0, Math.min(x, root.width)) * root.scaleTo1000)
        const py = Math.round(Math.max(0, Math.min(y, root.height)) * root.scaleTo1000)
        root.stroke = begins ? "M" + px + " " + py : root.stroke + "L" + px + " " + py
    }
    function lift() {
        const whole = root.drawn
        root.stroke = ""
        root.tell(whole)
    }

    implicitWidth: Theme.dp(480)
    implicitHeight: Theme.dp(180)
    Accessible.role: Accessible.Canvas
    Accessible.name: root.label

    Rectangle {
        anchors.fill: parent
        radius: Theme.radius
        color: Theme.raised
        border.width: Theme.lineWidth
        border.color: Theme.line
    }
    AppText {
        anchors.centerIn: parent
        visible: !root.signed
        text: root.label
        color: Theme.second
    }
    Divider {
        anchors { left: parent.left; right: parent.right; bottom: parent.bottom; margins: Theme.margin; bottomMargin: Theme.dp(44) }
    }
    Shape {
        width: 1000
        height: 1000
        scale: 1 / root.scaleTo1000
        transformOrigin: Item.TopLeft

        ShapePath {
            strokeColor: root.kept ? Theme.text : Theme.second
            strokeWidth: 3 * Theme.unit * root.scaleTo1000
            fillColor: "transparent"
            capStyle: ShapePath.RoundCap
            joinStyle: ShapePath.RoundJoin
            PathSvg { path: root.drawn }
        }
    }
    MouseArea {
        anchors.fill: parent
        preventStealing: true
        onPressed: mouse => root.add(mouse.x, mouse.y, true)
        onPositionChanged: mouse => root.add(mouse.x, mouse.y, false)
        onReleased: root.lift()
        onCanceled: root.lift()
    }
    IconButton {
        objectName: root.objectName + ".clear"
        anchors { right: parent.right; top: parent.top }
        visible: root.signed
        icon.name: "backspace"
        label: qsTr("重签")
        onClicked: root.clear()
    }
}
