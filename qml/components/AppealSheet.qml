import QtQuick
import QtQuick.Layouts
import Xuncun.ViewModels

/// The words that an appeal or the answer to one needs, before it is done.
SideSheet {
    id: root

    enum What { Raise, Grant, Uphold }

    required property AppealModel appeal
    property int what: AppealSheet.What.Raise
    property string appealId
    property string item
    readonly property bool ready: words.text.trim() !== "" && (root.what !== AppealSheet.What.Grant || points.text.trim() !== "")

    function ask(what: int, item: string, appealId: string) {
        root.what = what
        root.item = item
        root.appealId = appealId
        words.text = ""
        points.text = ""
        root.open()
        if (what === AppealSheet.What.Grant)
            points.input.forceActiveFocus()
        else
            words.input.forceActiveFocus()
    }
    function confirm() {
        switch (root.what) {
        case AppealSheet.What.Raise: root.appeal.raise(words.text); break
        case AppealSheet.What.Grant: root.appeal.grant(root.appealId, points.text, words.text); break
        case AppealSheet.What.Uphold: root.appeal.uphold(root.appealId, words.text); break
        }
    }

    title: [qsTr("申诉"), qsTr("申诉成立"), qsTr("维持扣分")][root.what]
    footerActions: [
        SecondaryButton {
            objectName: "appeal.cancel"
            Layout.fillWidth: true
            text: qsTr("取消")
            onClicked: root.close()
        },
        PrimaryButton {
            objectName: "appeal.confirm"
            Layout.fillWidth: true
            text: [qsTr("提出申诉"), qsTr("成立，改分"), qsTr("维持扣分")][root.what]
            enabled: root.ready && !root.appeal.busy
            onClicked: root.confirm()
        }
    ]

    Connections {
        target: root.appeal
        function onDone() { root.close() }
    }
    AppText { Layout.fillWidth: true; text: root.item; strong: true; wrapMode: Text.Wrap }
    AppText {
        Layout.fillWidth: true
        text: [qsTr("写明哪里不对、依据是什么。主管答复前分数不变。"),
            qsTr("这一项从现在起按新的分数计，原分数仍然看得到；已发布的排名要重新发布更正。"),
            qsTr("扣分不变，理由会发给村里。")][root.what]
        color: Theme.second
        wrapMode: Text.Wrap
    }
    Field {
        id: points
        objectName: "appeal.points"
        Layout.fillWidth: true
        visible: root.what === AppealSheet.What.Grant
        label: qsTr("改为多少分")
        hint: root.what === AppealSheet.What.Grant ? qsTr("0 到 %1 分").arg(root.appeal.mostOf(root.appealId)) : ""
        input.inputMethodHints: Qt.ImhFormattedNumbersOnly
    }
    NoteField {
        id: words
        objectName: "appeal.words"
        Layout.fillWidth: true
        label: root.what === AppealSheet.What.Raise ? qsTr("申诉的理由") : qsTr("答复的理由")
    }
    Banner {
        Layout.fillWidth: true
        visible: root.appeal.error !== ""
        kind: Banner.Kind.Error
        text: root.appeal.error
    }
}
