import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T

/// A labelled place for some sentences: a note, a comment, a reason.
ColumnLayout {
    id: root

    property string label
    property alias text: input.text
    /// What is kept of it: shown when it becomes another, but never over what somebody is typing.
    property string value
    property string placeholder
    property alias input: input
    property int lines: 3

    signal edited(string text)
    /// What was typed, when one pauses or leaves.
    signal committed(string text)

    function commit() {
        if (!pause.running)
            return
        pause.stop()
        root.committed(input.text)
    }
    function typed() {
        pause.restart()
        root.edited(input.text)
    }

    onValueChanged: if (!input.activeFocus) input.text = root.value

    spacing: Theme.space(1)

    Timer {
        id: pause
        interval: Theme.typingPause
        onTriggered: root.committed(input.text)
    }
    AppText {
        visible: root.label !== ""
        text: root.label
        size: AppText.Size.Second
    }
    T.TextArea {
        id: input

        objectName: root.objectName + ".input"
        Layout.fillWidth: true
        implicitWidth: Theme.dp(240)
        implicitHeight: Math.max(Theme.touch, contentHeight + topPadding + bottomPadding, root.lines * Theme.sizeBody * 1.6 + topPadding * 2)
        topPadding: Theme.space(3)
        bottomPadding: Theme.space(3)
        leftPadding: Theme.space(4)
        rightPadding: Theme.space(4)
        wrapMode: TextEdit.Wrap
        color: Theme.text
        selectionColor: Theme.primary
        selectedTextColor: Theme.inkOnPrimary
        selectByMouse: true
        font.family: Theme.family
        font.pixelSize: Theme.sizeBody
        Accessible.name: root.label !== "" ? root.label : root.placeholder
        onTextChanged: if (activeFocus) root.typed()
        onEditingFinished: root.commit()
        KeyNavigation.priority: KeyNavigation.BeforeItem
        KeyNavigation.tab: input.nextItemInFocusChain(true)

        AppText {
            anchors { fill: parent; margins: input.topPadding; leftMargin: input.leftPadding }
            visible: input.text === "" && input.preeditText === ""
            text: root.placeholder
            color: Theme.second
            verticalAlignment: Text.AlignTop
            wrapMode: Text.Wrap
            Accessible.ignored: true
        }
        background: Rectangle {
            radius: Theme.radius
            color: Theme.raised
            border.width: input.activeFocus || Theme.sunlight ? 2 : 1
            border.color: input.activeFocus ? Theme.primary : Theme.outline
        }
    }
}
