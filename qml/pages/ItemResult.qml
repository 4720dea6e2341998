import QtQuick
import QtQuick.Layouts
import Xuncun.ViewModels

/// What an item came to, at the end of its line: points and loss, in order, not applicable, or still open.
RowLayout {
    id: root

    required property int answerState
    required property string points
    required property string maximum
    required property string lost
    required property int findings
    required property int photosMissing
    required property int sizesMissing
    required property bool extra
    /// At the end of its line: the last words of all lines stand under each other.
    property bool inColumn: true

    spacing: Theme.space(3)

    RowLayout {
        visible: root.sizesMissing > 0
        spacing: Theme.space(1)

        Icon { name: "straighten"; size: Theme.sp(18); tone: Theme.Tone.Warning }
        AppText {
            text: qsTr("缺大小")
            size: AppText.Size.Second
            tone: Theme.Tone.Warning
        }
    }

    RowLayout {
        visible: root.photosMissing > 0
        spacing: Theme.space(1)

        Icon { name: "photo_camera"; size: Theme.sp(18); tone: Theme.Tone.Warning }
        AppText {
            text: qsTr("缺 %1").arg(root.photosMissing)
            size: AppText.Size.Second
            tone: Theme.Tone.Warning
        }
    }
    AppText {
        visible: root.answerState === Answer.Found && root.findings > 0
        text: qsTr("%1 处").arg(root.findings)
        size: AppText.Size.Second
    }
    ScoreText {
        visible: !root.extra && root.answerState !== Answer.NotApplicable
            && (root.answerState !== Answer.Unanswered || root.lost !== "")
        points: root.points
        outOf: root.maximum
    }
    AppText {
        Layout.minimumWidth: root.inColumn ? Theme.sp(52) : implicitWidth
        visible: root.lost !== "" || (root.inColumn && !root.extra && root.answerState === Answer.Found)
        horizontalAlignment: Text.AlignRight
        text: root.lost === "" ? "" : qsTr("−%1").arg(root.lost)
        tone: Theme.Tone.Deduction
    }
    AppText {
        visible: !root.extra && root.answerState === Answer.Unanswered
        text: qsTr("满分 %1").arg(root.maximum)
        size: AppText.Size.Second
    }
    Icon {
        Layout.preferredWidth: root.inColumn ? Theme.sp(44) : size
        visible: root.answerState === Answer.Ok
        horizontalAlignment: Text.AlignRight
        name: "check_circle"
        tone: Theme.Tone.Primary
    }
    AppText {
        visible: root.answerState === Answer.NotApplicable
        text: qsTr("不适用")
        size: AppText.Size.Second
    }
}
