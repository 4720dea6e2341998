import QtQuick.Templates as T

/// A place for one page, made when `page` is set. A stack and no Loader: Qt 6.4's Loader makes nothing from a
/// component of a bound file.
T.StackView {
    id: root

    property var page: null

    onPageChanged: {
        if (root.page)
            root.replace(null, root.page, {}, T.StackView.Immediate)
        else
            root.clear(T.StackView.Immediate)
    }
}
