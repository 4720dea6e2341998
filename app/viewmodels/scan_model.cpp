#include "app/viewmodels/scan_model.h"

#include "app/core_thread.h"
#include "app/platform/qr_reader.h"

namespace viewmodels {
namespace {

constexpr int lookEveryMs = 250;

}  // namespace

ScanModel::ScanModel(platform::Camera* camera, Wanted wanted, QObject* parent)
    : QObject(parent), m_camera(camera), m_wanted(std::move(wanted))
{
    m_next.setSingleShot(true);
    m_next.setInterval(lookEveryMs);
    connect(&m_next, &QTimer::timeout, this, &ScanModel::look);
}

void ScanModel::begin(QObject* videoOutput)
{
    if (!m_camera || m_looking) return;
    m_looking = true;
    ++m_round;
    m_sawOther = false;
    m_camera->showOn(videoOutput);
    m_camera->start();
    m_next.start();
    Q_EMIT changed();
}

void ScanModel::end()
{
    if (!m_looking) return;
    m_looking = false;
    m_next.stop();
    m_camera->stop();
    m_camera->showOn(nullptr);
}

void ScanModel::look()
{
    const QImage seen = m_camera->look();
    if (seen.isNull()) return m_next.start();
    const auto judged = [this, round = m_round](const QString& text) {
        if (m_looking && m_round == round) judge(text);  // not what was seen before it was begun
    };
    app::whenDone(platform::readQrAside(seen), this, judged,
                  [judged](const std::exception&) { judged({}); });
}

void ScanModel::judge(const QString& text)
{
    if (!text.isEmpty() && m_wanted(text)) {
        end();
        Q_EMIT found(text);
        return;
    }
    if (!text.isEmpty() && !m_sawOther) {
        m_sawOther = true;
        Q_EMIT changed();
    }
    m_next.start();
}

}  // namespace viewmodels
