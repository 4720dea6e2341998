#include "tests/demo/pilot.h"

#include <QDir>
#include <QImage>
#include <QTest>
#include <algorithm>
#include <utility>

namespace demo {
namespace {

/// Calls `see` for every item that is really on the screen, in the order in which they are painted.
void walk(QQuickItem* item, const std::function<void(QQuickItem*)>& see)
{
    if (!item->isVisible() || item->opacity() < 0.05) {
        return;
    }
    see(item);
    for (QQuickItem* child : item->childItems()) {
        walk(child, see);
    }
}

/// The flickable that an item scrolls in, or null.
QQuickItem* flickableOf(QQuickItem* item)
{
    for (QQuickItem* at = item->parentItem(); at != nullptr; at = at->parentItem()) {
        if (at->inherits("QQuickFlickable")) {
            return at;
        }
    }
    return nullptr;
}

/// A page slides in or out: the stack takes no clicks meanwhile.
bool isSliding(QQuickItem* item)
{
    if (!item->isVisible()) {
        return false;
    }
    const QList<QQuickItem*> children = item->childItems();
    return (item->inherits("QQuickStackView") && item->property("busy").toBool()) ||
           std::any_of(children.cbegin(), children.cend(), isSliding);
}

}  // namespace

Pilot::Pilot(QQuickWindow& window, QString pictureFolder)
    : m_window(window), m_pictureFolder(std::move(pictureFolder))
{
}

QQuickItem* Pilot::find(const QString& name) const
{
    const QString wanted = name.section(u'#', 0, 0);
    const int index = name.section(u'#', 1).toInt();
    QList<QQuickItem*> found;
    walk(m_window.contentItem(), [&](QQuickItem* item) {
        if (item->objectName() == wanted && item->isEnabled() && item->width() > 0 &&
            item->height() > 0) {
            found << item;
        }
    });
    std::stable_sort(found.begin(), found.end(), [](QQuickItem* a, QQuickItem* b) {
        const QPointF left = a->mapToScene({});
        const QPointF right = b->mapToScene({});
        return left.y() < right.y() || (left.y() == right.y() && left.x() < right.x());
    });
    return found.value(index);
}

QStringList Pilot::shownNames() const
{
    QStringList names;
    walk(m_window.contentItem(), [&](QQuickItem* item) {
        if (!item->objectName().isEmpty()) {
            names << item->objectName() +
                         (item->isEnabled() ? QString() : QStringLiteral(" (disabled)"));
        }
    });
    names.removeDuplicates();
    return names;
}

void Pilot::waitFor(const QString& what, const std::function<bool()>& happened, int timeoutMs)
{
    if (!QTest::qWaitFor(happened, timeoutMs)) {
        picture(QStringLiteral("failed"));
        throw DidNotHappen(
            (what + QStringLiteral(" (shown: ") + shownNames().join(QStringLiteral(", ")) + u')')
                .toStdString());
    }
}

QQuickItem* Pilot::see(const QString& name, int timeoutMs)
{
    waitFor(
        QStringLiteral("no \"%1\" on the screen").arg(name), [&] { return find(name) != nullptr; },
        timeoutMs);
    return find(name);
}

void Pilot::waitGone(const QString& name, int timeoutMs)
{
    waitFor(
        QStringLiteral("\"%1\" is still on the screen").arg(name),
        [&] { return find(name) == nullptr; }, timeoutMs);
}

void Pilot::bringIntoView(QQuickItem& item)
{
    for (QQuickItem* flickable = flickableOf(&item); flickable != nullptr;
         flickable = flickableOf(flickable)) {
        const QRectF shown(0, 0, flickable->width(), flickable->height());
        const QRectF at = item.mapRectToItem(flickable, QRectF(0, 0, item.width(), item.height()));
        const auto scrolled = [](double offset, double first, double last, double room) {
            return first < 0 ? offset + first - 8 : last > room ? offset + last - room + 8 : offset;
        };
        if (flickable->property("contentHeight").toDouble() > shown.height()) {
            flickable->setProperty("contentY", scrolled(flickable->property("contentY").toDouble(),
                                                        at.top(), at.bottom(), shown.height()));
        }
        if (flickable->property("contentWidth").toDouble() > shown.width()) {
            flickable->setProperty("contentX", scrolled(flickable->property("contentX").toDouble(),
                                                        at.left(), at.right(), shown.width()));
        }
    }
}

void Pilot::scrollTo(const QString& list, const QString& name)
{
    QQuickItem* pages = see(list);
    for (double y = 0; !isShown(name) && y < pages->property("contentHeight").toDouble();
         y += pages->height()) {
        pages->setProperty("contentY", y);
        settle(60);
    }
}

void Pilot::tap(const QString& name)
{
    tapAt(name, 0.5, 0.5);
}

QQuickItem* Pilot::inReach(const QString& name)
{
    see(name);
    QRectF before;
    waitFor(QStringLiteral("\"%1\" in reach and standing still").arg(name), [&] {
        QQuickItem* item = find(name);
        if (item == nullptr || isSliding(m_window.contentItem())) {
            before = {};
            return false;
        }
        bringIntoView(*item);
        const QRectF now = item->mapRectToScene(item->boundingRect());
        settle(60);
        return std::exchange(before, now) == now && find(name) == item &&
               item->mapRectToScene(item->boundingRect()) == now;
    });
    return see(name);
}

void Pilot::tapAt(const QString& name, double x, double y)
{
    QQuickItem* item = inReach(name);
    const QPoint at = item->mapToScene({item->width() * x, item->height() * y}).toPoint();
    if (!QRect(QPoint(), m_window.size()).contains(at)) {
        picture(QStringLiteral("failed"));
        throw DidNotHappen(QStringLiteral("\"%1\" is outside the window at %2,%3")
                               .arg(name)
                               .arg(at.x())
                               .arg(at.y())
                               .toStdString());
    }
    QTest::mouseClick(&m_window, Qt::LeftButton, Qt::NoModifier, at);
    settle(60);
}

void Pilot::stroke(const QString& name, const QList<QPointF>& points)
{
    QQuickItem* item = inReach(name);
    const auto at = [item](QPointF point) {
        return item->mapToScene({item->width() * point.x(), item->height() * point.y()}).toPoint();
    };
    QTest::mousePress(&m_window, Qt::LeftButton, Qt::NoModifier, at(points.constFirst()));
    for (const QPointF& point : points) {
        QTest::mouseMove(&m_window, at(point), 12);
    }
    QTest::mouseRelease(&m_window, Qt::LeftButton, Qt::NoModifier, at(points.constLast()));
    settle(60);
}

void Pilot::type(const QString& name, const QString& text)
{
    tap(name);
    QTest::keyClick(&m_window, Qt::Key_A, Qt::ControlModifier);
    QTest::keyClick(&m_window, Qt::Key_Delete);
    for (const QChar letter : text) {
        QTest::sendKeyEvent(QTest::Click, &m_window, Qt::Key_unknown, QString(letter),
                            Qt::NoModifier);
    }
    settle(120);
}

void Pilot::key(Qt::Key key)
{
    QTest::keyClick(&m_window, key);
    settle(60);
}

QVariant Pilot::property(const QString& name, const char* property)
{
    return see(name)->property(property);
}

void Pilot::picture(const QString& name)
{
    settle(350);
    QDir folder(m_pictureFolder);
    folder.mkpath(QStringLiteral("."));
    const auto taken = folder.entryList({QStringLiteral("*.png")}, QDir::Files).size();
    m_window.grabWindow().save(
        folder.filePath(QStringLiteral("%1-%2.png").arg(taken + 1, 2, 10, QChar(u'0')).arg(name)));
}

void Pilot::picture(const QString& name, QSize size)
{
    const QSize before = m_window.size();
    m_window.resize(size);
    waitFor(QStringLiteral("window at another size"), [&] { return m_window.size() == size; });
    picture(QStringLiteral("%1-%2x%3").arg(name).arg(size.width()).arg(size.height()));
    m_window.resize(before);
    waitFor(QStringLiteral("window at its own size"), [&] { return m_window.size() == before; });
    settle();
}

void Pilot::pictureEverywhere(const QString& name)
{
    picture(name);
    picture(name, {1920, 1200});
    picture(name, {800, 1280});
}

void Pilot::settle(int ms)
{
    QTest::qWait(ms);
}

}  // namespace demo
