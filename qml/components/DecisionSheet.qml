pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Xuncun.ViewModels

/// The words that sending back, voiding or adjusting an inspection needs, before it is done.
SideSheet {
    id: root

    enum What { SendBack, Void, Adjust }

    required property ReviewModel review
    property int what: DecisionSheet.What.SendBack
    readonly property bool ready: root.what === DecisionSheet.What.SendBack ? root.review.comments > 0 || words.text.trim() !== ""
        : root.what === DecisionSheet.What.Void ? words.text.trim() !== "" : words.text.trim() !== "" && points.text.trim() !== ""

    function ask(what: int) {
        root.what = what
        words.text = ""
        points.text = root.review.item.points
        root.open()
        if (what === DecisionSheet.What.Adjust)
            points.input.forceActiveFocus()
        else
            words.input.forceActiveFocus()
    }
    function decide() {
        switch (root.what) {
        case DecisionSheet.What.SendBack: root.review.sendBack(words.text); break
        case DecisionSheet.What.Void: root.review.voidIt(words.text); break
        case DecisionSheet.What.Adjust: root.review.adjust(points.text, words.text); break
        }
    }

    title: [qsTr("退回给 %1").arg(root.review.inspector), qsTr("作废这份检查"), qsTr("调整 %1 的分数").arg(root.review.item.itemCode)][root.what]
    footerActions: [
        SecondaryButton {
            objectName: "decision.cancel"
            Layout.fillWidth: true
            text: qsTr("取消")
            onClicked: root.close()
        },
        AppButton {
            objectName: "decision.confirm"
            Layout.fillWidth: true
            kind: root.what === DecisionSheet.What.Adjust ? AppButton.Kind.Primary : AppButton.Kind.Danger
            text: [qsTr("退回"), qsTr("作废"), qsTr("调整")][root.what]
            enabled: root.ready && !root.review.busy
            onClicked: root.decide()
        }
    ]

    Connections {
        target: root.review
        function onDecided() { root.close() }
    }
    // A Column: a layout that is hidden keeps pointers to delegates that a new model destroyed.
    Column {
        id: comments
        Layout.fillWidth: true
        visible: root.review.comments > 0
        spacing: Theme.space(3)

        Repeater {
            model: root.what === DecisionSheet.What.SendBack ? root.review.items : null

            ColumnLayout {
                id: item

                required property string itemCode
                required property string title
                required property string comment

                width: comments.width
                visible: item.comment !== ""
                spacing: 0

                AppText { Layout.fillWidth: true; text: item.itemCode + " " + item.title; size: AppText.Size.Second }
                AppText { Layout.fillWidth: true; text: item.comment; wrapMode: Text.Wrap }
            }
        }
    }
    AppText {
        Layout.fillWidth: true
        visible: root.what === DecisionSheet.What.Adjust
        text: qsTr("%1，最多 %2 分，现在 %3 分。原来的分数仍然看得到。").arg(root.review.item.title).arg(root.review.item.most).arg(root.review.item.points)
        wrapMode: Text.Wrap
    }
    Field {
        id: points
        objectName: "decision.points"
        Layout.fillWidth: true
        visible: root.what === DecisionSheet.What.Adjust
        label: qsTr("改为多少分")
        input.inputMethodHints: Qt.ImhFormattedNumbersOnly
    }
    NoteField {
        id: words
        objectName: "decision.words"
        Layout.fillWidth: true
        label: [qsTr("对整份检查的意见"), qsTr("为什么作废"), qsTr("为什么调整")][root.what]
        placeholder: root.what === DecisionSheet.What.SendBack ? qsTr("哪里不清楚、要补什么") : qsTr("写给检查人和以后查账的人看")
    }
    Banner {
        Layout.fillWidth: true
        visible: root.review.error !== ""
        kind: Banner.Kind.Error
        text: root.review.error
    }
}
