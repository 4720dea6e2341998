pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Xuncun.ViewModels

/// The village cadre signs, or the inspector says why there is no signature.
ColumnLayout {
    id: root

    required property FinishModel finish
    property int way: root.finish.villageSignature === FinishModel.Refused ? 1
                    : root.finish.villageSignature === FinishModel.NobodyThere ? 2 : 0

    spacing: Theme.space(2)

    AppText { text: qsTr("村干部签名"); strong: true }
    SignaturePad {
        id: pad
        objectName: "finish.village"
        Layout.fillWidth: true
        visible: root.way === 0
        label: qsTr("村干部在此签名")
        strokesSvg: root.finish.villageStrokes
        onChanged: strokes => root.finish.signVillage(strokes, name.text)
    }
    Field {
        id: name
        objectName: "finish.villageName"
        Layout.fillWidth: true
        visible: root.way === 0
        label: qsTr("姓名")
        text: root.finish.villageName
        input.onEditingFinished: root.finish.signVillage(pad.strokesSvg, name.text)
    }
    Field {
        id: reason
        objectName: "finish.villageReason"
        Layout.fillWidth: true
        visible: root.way !== 0
        label: root.way === 1 ? qsTr("拒签的原因") : qsTr("为什么没有人在场")
        text: root.finish.villageReason
        input.onEditingFinished: root.way === 1 ? root.finish.villageRefused(reason.text) : root.finish.nobodyThere(reason.text)
    }
    Segments {
        objectName: "finish.villageWay"
        Layout.fillWidth: true
        label: qsTr("村干部签名")
        options: [qsTr("签名"), qsTr("拒签"), qsTr("无人")]
        currentIndex: root.way
        onChosen: index => root.way = index
    }
}
