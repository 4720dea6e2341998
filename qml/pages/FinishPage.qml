pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Xuncun.ViewModels

/// May I leave? What is missing, each line on the way to it; the two signatures; and submitting.
PageFrame {
    id: root

    required property FinishModel finish

    signal itemChosen(string itemCode)

    /// Scrolls to the part of the page that something is missing in; the keys go there too.
    function showPlace(place: int) {
        const part = place === Missing.PositionReason ? reason : place === Missing.InspectorSignature ? inspector : village
        const y = part.mapToItem(column, 0, 0).y - Theme.margin
        scroll.contentY = Math.max(0, Math.min(y, scroll.contentHeight - scroll.height))
        if (part === reason)
            reason.input.forceActiveFocus()
    }

    title: qsTr("完成检查")
    canGoBack: true
    scoreText: root.finish.total

    Flickable {
        id: scroll
        anchors.fill: parent
        contentHeight: column.implicitHeight + Theme.margin
        clip: true
        boundsBehavior: Flickable.StopAtBounds
        T.ScrollIndicator.vertical: ScrollLine {}

        ColumnLayout {
            id: column
            anchors.horizontalCenter: parent.horizontalCenter
            width: Math.min(parent.width, Theme.dp(1040))
            spacing: Theme.space(3)

            RowLayout {
                Layout.leftMargin: Theme.margin
                Layout.rightMargin: Theme.margin
                spacing: Theme.space(6)

                ScoreText {
                    objectName: "finish.score"
                    Layout.alignment: Qt.AlignBaseline
                    large: true
                    points: root.finish.total
                    outOf: root.finish.maximum
                }
                AppText {
                    Layout.fillWidth: true
                    Layout.alignment: Qt.AlignBaseline
                    text: qsTr("%1 处问题").arg(root.finish.findings)
                    color: Theme.second
                }
            }
            FinishMissing {
                Layout.fillWidth: true
                finish: root.finish
                onItemChosen: itemCode => root.itemChosen(itemCode)
                onPlaceChosen: place => root.showPlace(place)
            }
            ColumnLayout {
                Layout.fillWidth: true
                Layout.leftMargin: Theme.margin
                Layout.rightMargin: Theme.margin
                spacing: Theme.space(4)

                Field {
                    id: reason
                    objectName: "finish.positionReason"
                    Layout.fillWidth: true
                    visible: root.finish.positionReasonWanted
                    label: qsTr("有定位缺失或误差超过 %1 m，请说明原因").arg(root.finish.accuracyLimitM)
                    placeholder: qsTr("例如：弄堂里收不到卫星")
                    value: root.finish.positionReason
                    onCommitted: text => root.finish.setPositionReason(text)
                }
                SecondaryButton {
                    objectName: "finish.average"
                    visible: root.finish.positionReasonWanted
                    icon.name: "my_location"
                    text: !root.finish.average.running ? qsTr("站着不动，重新定位取平均")
                        : root.finish.average.accuracyM < 0 ? qsTr("正在定位，还有 %1 秒").arg(root.finish.average.secondsLeft)
                        : qsTr("±%1 m，还有 %2 秒").arg(Math.round(root.finish.average.accuracyM)).arg(root.finish.average.secondsLeft)
                    onClicked: root.finish.average.running ? root.finish.average.cancel() : root.finish.average.start()
                }
                GridLayout {
                    Layout.fillWidth: true
                    columns: root.wide ? 2 : 1
                    columnSpacing: Theme.space(6)
                    rowSpacing: Theme.space(5)

                    ColumnLayout {
                        Layout.fillWidth: true
                        Layout.alignment: Qt.AlignTop
                        Layout.preferredWidth: 1
                        spacing: Theme.space(2)

                        AppText { text: qsTr("检查人签名"); strong: true }
                        SignaturePad {
                            id: inspector
                            objectName: "finish.inspector"
                            Layout.fillWidth: true
                            label: qsTr("检查人在此签名")
                            strokesSvg: root.finish.inspectorStrokes
                            onChanged: strokes => root.finish.signInspector(strokes)
                        }
                    }
                    VillageSignature {
                        id: village
                        Layout.fillWidth: true
                        Layout.alignment: Qt.AlignTop
                        Layout.preferredWidth: 1
                        finish: root.finish
                    }
                }
                NoteField {
                    objectName: "finish.remark"
                    Layout.fillWidth: true
                    label: qsTr("备注（可不填）")
                    lines: 2
                    value: root.finish.remark
                    onCommitted: text => root.finish.setRemark(text)
                }
            }
        }
    }
    bottomBar: BottomBar {
        Layout.fillWidth: true

        AppText {
            objectName: "finish.blocking"
            Layout.fillWidth: true
            text: root.finish.error !== "" ? root.finish.error
                : root.finish.blocking > 0 ? qsTr("还差 %1 项").arg(root.finish.blocking) : qsTr("可以提交")
            tone: root.finish.error !== "" ? Theme.Tone.Deduction : root.finish.blocking > 0 ? Theme.Tone.Warning : Theme.Tone.Primary
            wrapMode: Text.Wrap
            maximumLineCount: 3
        }
        PrimaryButton {
            objectName: "finish.submit"
            large: true
            enabled: root.finish.canSubmit
            text: root.finish.submitting ? qsTr("正在提交…") : qsTr("提交")
            onClicked: ask.open()
        }
    }
    AskDialog {
        id: ask
        title: qsTr("提交这次检查？")
        text: qsTr("提交后不能再改；审核退回时可以改正。没有网络也可以提交，联网后自动上传。")
        confirmText: qsTr("提交")
        onAccepted: root.finish.submit()
    }
}
