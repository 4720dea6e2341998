#include "tests/gallery/controls.h"

#include <QAccessible>

namespace gallery {

namespace {

constexpr double leastMm = 12;
constexpr double roundingPx = 1;

QString nameOf(QQuickItem& item)
{
    const QAccessibleInterface* said = QAccessible::queryAccessibleInterface(&item);
    return said == nullptr ? QString() : said->text(QAccessible::Name);
}

bool isWritten(const QQuickItem& item)
{
    return item.inherits("QQuickTextInput") || item.inherits("QQuickTextEdit");
}

/// Also what only says that it is one.
bool isButton(QQuickItem& item)
{
    if (item.inherits("QQuickAbstractButton")) return true;
    const QAccessibleInterface* said = QAccessible::queryAccessibleInterface(&item);
    return said != nullptr && said->role() == QAccessible::Button;
}

/// Buttons and the state bar say all of their words, in every language and size.
bool saysAllOfIt(const QQuickItem& item)
{
    return item.inherits("QQuickButton") || item.objectName().startsWith(u"state.");
}

void look(QQuickItem& item, double leastPx, bool whole, QStringList& wrong)
{
    if (!item.isVisible() || item.width() <= 0 || item.height() <= 0) return;
    whole = whole || saysAllOfIt(item);
    if (whole && item.property("truncated").toBool())
        wrong << QStringLiteral("\"%1\" is cut off").arg(item.property("text").toString());
    const bool written = isWritten(item);
    if (written || isButton(item)) {
        const QString what = item.objectName().isEmpty()
                                 ? QString::fromLatin1(item.metaObject()->className())
                                 : item.objectName();
        if (nameOf(item).isEmpty()) wrong << what + QStringLiteral(": no name");
        if (!written && !item.activeFocusOnTab())
            wrong << what + QStringLiteral(": no way to it by keyboard");
        if (!written && (item.width() < leastPx || item.height() < leastPx))
            wrong
                << QStringLiteral("%1: %2 x %3 px").arg(what).arg(item.width()).arg(item.height());
    }
    for (QQuickItem* child : item.childItems()) look(*child, leastPx, whole, wrong);
}

}  // namespace

QStringList wrongControls(QQuickItem& root, double pixelsPerMm)
{
    QStringList wrong;
    look(root, leastMm * pixelsPerMm - roundingPx, false, wrong);
    wrong.removeDuplicates();
    return wrong;
}

}  // namespace gallery
