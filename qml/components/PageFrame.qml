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
    property string scoreText
    readonly property bool wide: width >= Theme.wideFrom
    property alias actions: actionSlot.data
    property alias bottomBar: bottomSlot.data

    signal backRequested()

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
                objectName: "page.back"
                visible: root.canGoBack
                icon.name: "arrow_back"
                label: qsTr("返回")
                onClicked: root.backRequested()
            }
            RowLayout {
                Layout.fillWidth: true
                spacing: Theme.space(3)

                AppText {
                    Layout.fillWidth: true
                    Layout.maximumWidth: Math.ceil(implicitWidth)
                    Layout.minimumWidth: Math.min(Math.ceil(implicitWidth), root.width * 0.5)
                    Layout.alignment: Qt.AlignBaseline
                    text: root.title
                    size: AppText.Size.Page
                    strong: true
                    Accessible.role: Accessible.Heading
                    Accessible.name: text
                }
                AppText {
                    Layout.fillWidth: true
                    Layout.alignment: Qt.AlignBaseline
                    text: root.context
                    size: AppText.Size.Body
                    color: Theme.second
                }
            }
            RowLayout {
                id: actionSlot
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

    background: Rectangle { color: Theme.surface }
}
