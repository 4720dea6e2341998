#pragma once

#include <QQuickItem>
#include <QStringList>

namespace gallery {

/// What is wrong with the controls that are to be seen under this item: without a name for who
/// cannot see it, out of reach of the keyboard, smaller than a finger in a glove (12 mm on a screen
/// of so many pixels a millimetre), or with words cut off on a button or in the state bar. One line
/// each.
QStringList wrongControls(QQuickItem& root, double pixelsPerMm);

}  // namespace gallery
