import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T

/// A labelled line to type in. `error` replaces the hint below and says what to do; the label never vanishes.
ColumnLayout {
    id: root

    property string label
    property string hint
    property string error
    property alias text: input.text
    /// What is kept of it: shown when it becomes another, but never over what somebody is typing.
    property string value
    property alias placeholder: input.placeholderText
    property alias input: input
    property string leadingIcon
    property bool clearable: false

    signal accepted()
    signal edited(string text)
    /// What was typed, when one pauses or leaves: what is to be kept does not wait for Enter.
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
    T.TextField {
        id: input

        objectName: root.objectName + ".input"
        Layout.fillWidth: true
        implicitWidth: Theme.dp(240)
        implicitHeight: Math.max(Theme.dp(52), Theme.touch)
        leftPadding: root.leadingIcon === "" ? Theme.space(4) : Theme.space(13)
        rightPadding: clear.visible ? Theme.touch : Theme.space(4)
        verticalAlignment: TextInput.AlignVCenter
        color: Theme.text
        placeholderTextColor: Theme.second
        selectionColor: Theme.primary
        selectedTextColor: Theme.inkOnPrimary
        selectByMouse: true
        font.family: Theme.family
        font.pixelSize: Theme.sizeBody
        Accessible.name: root.label !== "" ? root.label : root.placeholder
        onAccepted: root.accepted()
        onTextEdited: root.typed()
        onEditingFinished: root.commit()

        AppText {
            anchors { fill: parent; leftMargin: input.leftPadding; rightMargin: input.rightPadding }
            visible: input.text === "" && input.preeditText === ""
            text: input.placeholderText
            color: Theme.second
            Accessible.ignored: true
        }
        Icon {
            anchors { left: parent.left; leftMargin: Theme.space(4); verticalCenter: parent.verticalCenter }
            visible: root.leadingIcon !== ""
            name: root.leadingIcon
        }
        IconButton {
            id: clear

            anchors { right: parent.right; verticalCenter: parent.verticalCenter }
            visible: root.clearable && input.text !== ""
            icon.name: "close"
            label: qsTr("清除")
            onClicked: {
                input.clear()
                root.typed()
                root.commit()
            }
        }
        background: Rectangle {
            radius: Theme.radius
            color: Theme.raised
            border.width: input.activeFocus || Theme.sunlight ? 2 : 1
            border.color: root.error !== "" ? Theme.deduction : input.activeFocus ? Theme.primary : Theme.outline
        }
    }
    RowLayout {
        visible: root.error !== "" || root.hint !== ""
        spacing: Theme.space(1)

        Icon {
            visible: root.error !== ""
            name: "error_outline"
            size: Theme.sp(18)
            tone: Theme.Tone.Deduction
        }
        AppText {
            Layout.fillWidth: true
            text: root.error !== "" ? root.error : root.hint
            size: AppText.Size.Second
            tone: root.error !== "" ? Theme.Tone.Deduction : Theme.Tone.Neutral
            wrapMode: Text.Wrap
        }
    }
}
