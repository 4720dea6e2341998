import QtQuick
import QtQuick.Templates as T

/// The one button; PrimaryButton and its kin only fix `kind`. `icon.name` is a name of Icon, `hint` the key
/// that does the same. At least 12 mm high.
T.Button {
    id: root

    enum Kind { Primary, Secondary, Quiet, Danger }

    property int kind: AppButton.Kind.Secondary
    property string hint
    /// Take more room than the words need: the one action of a page.
    property bool large: false

    property color ink: !root.enabled ? Theme.disabledInk
        : root.kind === AppButton.Kind.Primary ? Theme.inkOnPrimary
        : root.kind === AppButton.Kind.Danger ? Theme.deduction : Theme.primary
    readonly property color fill: !root.enabled ? (root.kind === AppButton.Kind.Quiet ? "transparent" : Theme.sunken)
        : root.kind === AppButton.Kind.Primary ? Theme.primary
        : root.kind === AppButton.Kind.Danger ? Theme.deductionSoft
        : root.kind === AppButton.Kind.Quiet ? "transparent" : Theme.primarySoft

    implicitWidth: Math.max(Theme.touch, implicitContentWidth + leftPadding + rightPadding)
    implicitHeight: Math.max(root.large ? Theme.dp(60) : Theme.dp(48), Theme.touch, implicitContentHeight + topPadding + bottomPadding)
    leftPadding: root.kind === AppButton.Kind.Quiet ? Theme.space(4) : Theme.space(root.large ? 8 : 6)
    rightPadding: leftPadding
    topPadding: Theme.space(2)
    bottomPadding: Theme.space(2)
    focusPolicy: Qt.StrongFocus
    Accessible.name: root.text

    contentItem: Item {
        // Layouts give whole pixels: half of one too few would cut the last letter.
        implicitWidth: Math.ceil(words.implicitWidth) + (picture.visible ? Math.ceil(picture.width) + row.spacing : 0)
            + (key.visible ? Math.ceil(key.implicitWidth) + row.spacing : 0)
        implicitHeight: row.implicitHeight

        Row {
            id: row
            anchors.centerIn: parent
            spacing: Theme.space(2)

            Icon {
                id: picture
                anchors.verticalCenter: parent.verticalCenter
                visible: root.icon.name !== ""
                name: root.icon.name
                color: root.ink
            }
            AppText {
                id: words
                anchors.verticalCenter: parent.verticalCenter
                width: Math.min(implicitWidth, root.availableWidth - (picture.visible ? picture.width + row.spacing : 0)
                                - (key.visible ? key.width + row.spacing : 0))
                text: root.text
                size: root.large ? AppText.Size.Title : AppText.Size.Body
                strong: root.enabled && (root.kind === AppButton.Kind.Primary || Theme.sunlight && root.kind === AppButton.Kind.Danger)
                color: root.ink
            }
            AppText {
                id: key
                anchors.verticalCenter: parent.verticalCenter
                visible: root.hint !== "" && root.enabled
                text: root.hint
                size: AppText.Size.Second
                color: root.ink
            }
        }
    }

    background: Rectangle {
        radius: Theme.radius
        color: root.fill
        border.width: !Theme.sunlight || root.kind === AppButton.Kind.Quiet ? 0 : root.enabled ? Theme.lineWidth : 1
        border.color: root.enabled && root.kind === AppButton.Kind.Primary ? root.fill : root.ink

        Rectangle {
            anchors.fill: parent
            radius: parent.radius
            color: root.kind === AppButton.Kind.Primary ? "#FFFFFF" : Theme.text
            opacity: root.down ? 0.14 : root.hovered && root.enabled ? 0.05 : 0
            Behavior on opacity { NumberAnimation { duration: Theme.motion; easing.type: Easing.OutQuad } }
        }
        FocusRing { shown: root.visualFocus }
    }
}
