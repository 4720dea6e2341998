#include "tests/bench/ui/finger.h"

#include <pthread.h>

#include <QElapsedTimer>
#include <QEventLoop>
#include <QTest>
#include <QTimer>
#include <ctime>
#include <stdexcept>

namespace bench {

namespace {

constexpr int patienceMs = 10'000;

double cpuMs(clockid_t clock)
{
    timespec at{};
    clock_gettime(clock, &at);
    return static_cast<double>(at.tv_sec) * 1e3 + static_cast<double>(at.tv_nsec) / 1e6;
}

/// Depth first, what is drawn last is found first.
QQuickItem* found(QQuickItem* item, const std::function<bool(const QQuickItem&)>& wanted)
{
    if (!item->isVisible()) return nullptr;
    const QList<QQuickItem*> children = item->childItems();
    for (auto child = children.rbegin(); child != children.rend(); ++child)
        if (QQuickItem* inside = found(*child, wanted)) return inside;
    return wanted(*item) ? item : nullptr;
}

bool isLoading(const QQuickItem& item)
{
    constexpr int loading = 2;  // Image.Loading
    return item.inherits("QQuickImage") && item.property("status").toInt() == loading;
}

}  // namespace

SceneClock::SceneClock(QQuickWindow& window)
{
    pthread_getcpuclockid(pthread_self(), &m_uiThread);
    connect(
        &window, &QQuickWindow::beforeSynchronizing, this,
        [this] { m_syncSinceMs = cpuMs(CLOCK_THREAD_CPUTIME_ID); }, Qt::DirectConnection);
    connect(&window, &QQuickWindow::afterSynchronizing, this, &SceneClock::sceneIsThere,
            Qt::DirectConnection);
    connect(&window, &QQuickWindow::afterAnimating, this, [this] {
        const double now = ms();
        if (m_frames != nullptr && m_frameSinceMs >= 0) m_frames->push_back(now - m_frameSinceMs);
        m_frameSinceMs = now;
    });
}

double SceneClock::ms() const
{
    return cpuMs(m_uiThread) + m_syncMs;
}

void SceneClock::sceneIsThere()
{
    if (QThread::currentThread() != thread())
        m_syncMs = m_syncMs + cpuMs(CLOCK_THREAD_CPUTIME_ID) - m_syncSinceMs;
    if (m_seenAtMs >= 0 || !m_inScene || !m_inScene()) return;
    m_seenAtMs = ms();
    if (m_loop != nullptr)
        QMetaObject::invokeMethod(m_loop, &QEventLoop::quit, Qt::QueuedConnection);
}

double SceneClock::msUntil(const std::function<void()>& action, std::function<bool()> inScene)
{
    m_seenAtMs = -1;
    m_inScene = std::move(inScene);
    const double since = ms();
    action();
    if (m_seenAtMs < 0) {  // asleep until then: turning the event loop would cost time itself
        QEventLoop loop;
        m_loop = &loop;
        QTimer::singleShot(patienceMs, &loop, &QEventLoop::quit);
        if (m_seenAtMs < 0) loop.exec();
        m_loop = nullptr;
    }
    m_inScene = nullptr;
    return m_seenAtMs < 0 ? -1 : m_seenAtMs - since;
}

std::vector<double> SceneClock::framesOf(const std::function<void()>& action)
{
    std::vector<double> frames;
    m_frameSinceMs = -1;
    m_frames = &frames;
    action();
    m_frames = nullptr;
    return frames;
}

QQuickItem& Finger::item(const QString& objectName)
{
    QQuickItem* there = nullptr;
    waitUntil(qPrintable(objectName), [&] {
        there = found(m_window.contentItem(),
                      [&](const QQuickItem& item) { return item.objectName() == objectName; });
        return there != nullptr;
    });
    return *there;
}

QQuickItem& Finger::itemOfType(const QByteArray& type)
{
    QQuickItem* there = nullptr;
    waitUntil(type.constData(), [&] {
        there = found(m_window.contentItem(), [&](const QQuickItem& item) {
            return QByteArray(item.metaObject()->className()).startsWith(type + "_QML");
        });
        return there != nullptr;
    });
    return *there;
}

void Finger::tap(QQuickItem& item)
{
    QTest::mouseClick(&m_window, Qt::LeftButton, Qt::NoModifier,
                      item.mapToScene({item.width() / 2, item.height() / 2}).toPoint());
}

void Finger::waitUntil(const char* what, const std::function<bool()>& holds)
{
    QElapsedTimer waited;
    waited.start();
    while (!holds()) {
        if (waited.elapsed() > patienceMs) throw std::runtime_error(std::string("no ") + what);
        QTest::qWait(5);
    }
}

void Finger::waitForPictures()
{
    QTest::qWait(20);
    waitUntil("end of loading",
              [this] { return found(m_window.contentItem(), &isLoading) == nullptr; });
}

}  // namespace bench
