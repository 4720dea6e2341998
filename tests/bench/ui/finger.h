#pragma once

#include <QEventLoop>
#include <QObject>
#include <QQuickItem>
#include <QQuickWindow>
#include <atomic>
#include <functional>
#include <vector>

namespace bench {

/// What a window costs its UI thread, in CPU time: the thread's own, and that of the render thread
/// while the UI thread waits for it to bring the scene up to date. Requires to be made on the UI
/// thread.
class SceneClock : public QObject {
public:
    explicit SceneClock(QQuickWindow& window);

    double ms() const;
    /// From now until the first scene for which `inScene` holds. It is asked on the render thread
    /// while the UI thread waits. Negative when no such scene comes within 10 s.
    double msUntil(const std::function<void()>& action, std::function<bool()> inScene);
    /// The cost of each frame while `action` runs.
    std::vector<double> framesOf(const std::function<void()>& action);

private:
    void sceneIsThere();

    clockid_t m_uiThread{};
    double m_syncSinceMs = 0;
    std::atomic<double> m_syncMs = 0;
    std::function<bool()> m_inScene;
    std::atomic<double> m_seenAtMs = -1;
    QEventLoop* m_loop = nullptr;
    double m_frameSinceMs = 0;
    std::vector<double>* m_frames = nullptr;
};

/// One finger on the window. What it looks for it waits for, 10 s, and throws when it is not there.
class Finger {
public:
    explicit Finger(QQuickWindow& window) : m_window(window) {}

    /// The topmost visible item of this name.
    QQuickItem& item(const QString& objectName);
    /// The visible item whose QML type has this name.
    QQuickItem& itemOfType(const QByteArray& type);
    void tap(QQuickItem& item);
    void waitUntil(const char* what, const std::function<bool()>& holds);
    /// Until nothing is decoded any more.
    void waitForPictures();

private:
    QQuickWindow& m_window;
};

}  // namespace bench
