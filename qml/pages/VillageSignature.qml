pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Xuncun.ViewModels

/// The village cadre signs, or the inspector says why there is no signature.
ColumnLayout {
    id: root

    required property FinishModel finish
    readonly property var ways: [FinishModel.Signed, FinishModel.Refused, FinishModel.NobodyThere]
    readonly property bool byHand: root.finish.villageWay === FinishModel.Signed

    spacing: Theme.space(2)

    AppText { text: qsTr("村干部签名"); strong: true }
    SignaturePad {
        objectName: "finish.village"
        Layout.fillWidth: true
        visible: root.byHand
        label: qsTr("村干部在此签名")
        strokesSvg: root.finish.villageStrokes
        onChanged: strokes => root.finish.signVillage(strokes)
    }
    Field {
        objectName: "finish.villageName"
        Layout.fillWidth: true
        visible: root.byHand
        label: qsTr("姓名")
        value: root.finish.villageName
        onCommitted: text => root.finish.nameVillage(text)
    }
    Field {
        objectName: "finish.villageReason"
        Layout.fillWidth: true
        visible: !root.byHand
        label: root.finish.villageWay === FinishModel.Refused ? qsTr("拒签的原因") : qsTr("为什么没有人在场")
        value: root.finish.villageReason
        onCommitted: text => root.finish.explainVillage(text)
    }
    Segments {
        objectName: "finish.villageWay"
        Layout.fillWidth: true
        label: qsTr("村干部签名")
        options: [qsTr("签名"), qsTr("拒签"), qsTr("无人")]
        currentIndex: root.ways.indexOf(root.finish.villageWay)
        onChosen: index => root.finish.chooseVillage(root.ways[index])
    }
}
