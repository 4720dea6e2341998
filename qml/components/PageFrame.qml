import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T

/// What every page stands in: a title row, its content, and below it a bar of actions where there are any.
/// The window reads `scoreText` for its state bar.
T.Page {
    id: root

    /// Where the title belongs: "六石街道 · 石洞坑村".
    property string context
    property bool canGoBack: false
    /// The page has another use for Esc now.
    property bool keepsEsc: false
    property string scoreText
    readonly property bool wide: width >= Theme.wideFrom
    property alias actions: actionSlot.data
    property alias bottomBar: bottomSlot.data

    signal backRequested()

    /// What is being typed is said first, while the page is still there.
    function goBack() {
        back.forceActiveFocus()
        root.backRequested()
    }

    implicitWidth: Theme.dp(600)
    implicitHeight: Theme.dp(400)
    focusPolicy: Qt.NoFocus
    contentWidth: 0
    contentHeight: 0

    header: Item {
        implicitHeight: Theme.titleRow + (Theme.sizePage - Theme.dp(26)) + Theme.space(2)

        RowLayout {
            anchors { fill: parent; leftMargin: root.canGoBack ? Theme.space(2) : Theme.margin; rightMargin: Theme.space(4) }
            spacing: Theme.space(2)

            IconButton {
                id: back
                objectName: "page.back"
                visible: root.canGoBack
                icon.name: "arrow_back"
                label: qsTr("返回")
                onClicked: root.goBack()
            }
            // No layout: the title of a page that changes its words would keep the width of the first ones.
            Item {
                id: words

                /// Title and context in one line; else one under the other.
                readonly property bool fits: titleWidth.advanceWidth + contextWidth.advanceWidth + Theme.space(4) <= root.width - actionSlot.implicitWidth - Theme.touch - 2 * Theme.margin
                readonly property bool stacked: !words.fits && root.context !== ""

                Layout.fillWidth: true
                Layout.fillHeight: true

                TextMetrics { id: titleWidth; font.family: Theme.family; font.pixelSize: Theme.sizePage; font.weight: Theme.strong; text: root.title }
                TextMetrics { id: contextWidth; font.family: Theme.family; font.pixelSize: Theme.sizeBody; text: root.context }
                AppText {
                    id: titleText
                    y: (words.height - height - (words.stacked ? contextText.height : 0)) / 2
                    width: words.fits ? Math.ceil(titleWidth.advanceWidth) + 1 : words.width
                    text: root.title
                    size: words.stacked ? AppText.Size.Title : AppText.Size.Page
                    fontSizeMode: words.fits ? Text.FixedSize : Text.HorizontalFit
                    minimumPixelSize: Theme.sizeSecond
                    strong: true
                    Accessible.role: Accessible.Heading
                    Accessible.name: text
                }
                AppText {
                    id: contextText
                    x: words.fits ? titleText.width + Theme.space(3) : 0
                    y: titleText.y + (words.fits ? titleText.baselineOffset - baselineOffset : titleText.height)
                    width: words.fits ? Math.ceil(contextWidth.advanceWidth) + 1 : words.width
                    visible: root.context !== ""
                    text: root.context
                    size: words.fits ? AppText.Size.Body : AppText.Size.Second
                    color: Theme.second
                }
            }
            RowLayout {
                id: actionSlot
                Layout.fillWidth: false
                spacing: Theme.space(1)
            }
        }
    }

    footer: Item {
        implicitHeight: childrenRect.height

        ColumnLayout {
            id: bottomSlot
            width: parent.width
            spacing: 0
        }
    }

    // A sheet or a dialog over the page takes the key first.
    Shortcut {
        sequences: ["Esc", "Back"]
        enabled: root.canGoBack && root.visible && root.enabled && !root.keepsEsc
        onActivated: root.goBack()
    }

    // What scrolls stays out of the title row.
    contentItem: Item { clip: true }
    background: Rectangle { color: Theme.surface }
}
