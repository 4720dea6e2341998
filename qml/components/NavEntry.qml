import QtQml

/// One place of the navigation rail, with the page that stands there. Pages are made when first shown.
QtObject {
    required property string name
    required property string title
    required property string iconName
    required property Component page
    property int badge: 0
    property bool shown: true
}
