#pragma once

#include <QQuickWindow>
#include <QString>
#include <QStringList>
#include <functional>

#include "tests/demo/pilot.h"

namespace demo {

/// What an act of the day is given: the running app's window and a line to the director in the
/// other process.
class Stage {
public:
    Stage(QQuickWindow& window, const QString& pictureFolder) : m_pilot(window, pictureFolder) {}

    Pilot& pilot() { return m_pilot; }
    /// Says that a step happened; one line in the report of the day.
    void happened(const QString& step);
    /// Tells the director a fact that a later act or the final comparison needs.
    void tell(const QString& name, const QString& value);
    /// What an earlier act told.
    QString told(const QString& name) const;

    /// Asks the director and waits until it is done: "cut", "up", "cut-after 20000",
    /// "wait-for-cut".
    void ask(const QString& wish);
    /// Is killed here with SIGKILL; does not come back.
    [[noreturn]] void dieHere();

private:
    Pilot m_pilot;
};

using Act = std::function<void(Stage&)>;

}  // namespace demo
