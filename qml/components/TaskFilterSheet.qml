import QtQuick
import QtQuick.Layouts
import Xuncun.ViewModels

/// Of which campaign, town and kind of check tasks are shown, counted, issued and closed.
SideSheet {
    id: root

    required property TaskFilter filter

    title: qsTr("筛选")

    ChoiceList {
        objectName: "taskFilter.campaign"
        Layout.fillWidth: true
        label: qsTr("批次")
        options: root.filter.campaigns
        currentIndex: root.filter.campaign
        onChosen: index => root.filter.campaign = index
    }
    ChoiceList {
        objectName: "taskFilter.town"
        Layout.fillWidth: true
        label: qsTr("镇街")
        options: root.filter.towns
        currentIndex: root.filter.town
        onChosen: index => root.filter.town = index
    }
    ChoiceList {
        objectName: "taskFilter.sheet"
        Layout.fillWidth: true
        label: qsTr("检查")
        options: root.filter.sheets
        currentIndex: root.filter.sheet
        onChosen: index => root.filter.sheet = index
    }
}
