#pragma once

#include <QtQml/qqmlregistration.h>

#include <QObject>
#include <QTimer>
#include <functional>
#include <optional>
#include <vector>

#include "core/base/position.h"

namespace viewmodels {

/// The average of the fixes of the next seconds, made when somebody asks for it and stands still;
/// nothing is collected before or after. UI thread.
class PositionAverage : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("part of FinishModel")
    Q_PROPERTY(bool running READ running NOTIFY changed)
    Q_PROPERTY(int secondsLeft READ secondsLeft NOTIFY changed)
    Q_PROPERTY(double accuracyM READ accuracyM NOTIFY changed)

public:
    static constexpr int seconds = 20;

    /// `position` is the last fix with its age; `tickMs` is the second, shorter in tests.
    explicit PositionAverage(std::function<std::optional<base::Fix>()> position,
                             QObject* parent = nullptr, int tickMs = 1000);

    Q_INVOKABLE void start();
    Q_INVOKABLE void cancel();
    bool running() const { return m_tick.isActive(); }
    int secondsLeft() const { return m_left; }
    /// Of the average so far; -1 before the first fix.
    double accuracyM() const;

Q_SIGNALS:
    void changed();
    /// None when there was no fix in all that time.
    void finished(const std::optional<base::Fix>& average);

private:
    void tick();

    std::function<std::optional<base::Fix>()> m_position;
    std::vector<base::Fix> m_fixes;
    QTimer m_tick;
    int m_left = 0;
};

}  // namespace viewmodels
