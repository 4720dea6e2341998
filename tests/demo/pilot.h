#pragma once

#include <QQuickItem>
#include <QQuickWindow>
#include <QSize>
#include <QString>
#include <functional>
#include <stdexcept>

namespace demo {

/// A step of the day that did not happen; what() says which and what was on the screen instead.
struct DidNotHappen : std::runtime_error {
    using std::runtime_error::runtime_error;
};

/// A hand and an eye on the app's window: finds what is shown by its objectName and sends real
/// mouse and key events to where it is. Everything waits a while for the screen and throws
/// DidNotHappen when it never comes.
class Pilot {
public:
    Pilot(QQuickWindow& window, QString pictureFolder);

    /// The shown, enabled item of this objectName; "name#2" is the third one from the top.
    QQuickItem* see(const QString& name, int timeoutMs = 10'000);
    bool isShown(const QString& name) const { return find(name) != nullptr; }
    void waitGone(const QString& name, int timeoutMs = 10'000);
    void waitFor(const QString& what, const std::function<bool()>& happened,
                 int timeoutMs = 10'000);

    /// Goes through the list a page at a time, from its top, until it shows the item.
    void scrollTo(const QString& list, const QString& name);
    /// Brings the item into view when it is in a list, then clicks its middle.
    void tap(const QString& name);
    /// Clicks at a place of the item, 0..1 from its left and top.
    void tapAt(const QString& name, double x, double y);
    /// Draws a line over the item, as a finger would.
    void stroke(const QString& name, const QList<QPointF>& points);
    void type(const QString& name, const QString& text);
    void key(Qt::Key key);

    QVariant property(const QString& name, const char* property);
    QString text(const QString& name) { return property(name, "text").toString(); }

    /// Saves what the window shows as NN-name.png, numbered over all processes of the day.
    void picture(const QString& name);
    /// The same at another size of the window; the size is as before afterwards.
    void picture(const QString& name, QSize size);
    /// At 1280x800, at a desk's and upright in the hand.
    void pictureEverywhere(const QString& name);

    /// All objectNames that are shown, for messages.
    QStringList shownNames() const;
    void settle(int ms = 250);

private:
    QQuickItem* find(const QString& name) const;
    /// The item once it can be touched: scrolled into view, standing still, no page on its way.
    QQuickItem* inReach(const QString& name);
    void bringIntoView(QQuickItem& item);

    QQuickWindow& m_window;
    QString m_pictureFolder;
};

}  // namespace demo
