#include "app/viewmodels/photo_overlay.h"

#include <QPainter>

namespace viewmodels {

PhotoOverlay::PhotoOverlay(QQuickItem* parent) : QQuickPaintedItem(parent)
{
    setAntialiasing(true);
}

void PhotoOverlay::setMarks(const QVariant& marks)
{
    const auto shown = marks.value<ShownMarks>();
    if (m_marks == shown) return;
    m_marks = shown;
    update();
    Q_EMIT marksChanged();
}

void PhotoOverlay::setWatermark(bool watermark)
{
    if (m_watermark == watermark) return;
    m_watermark = watermark;
    update();
    Q_EMIT watermarkChanged();
}

void PhotoOverlay::paint(QPainter* painter)
{
    platform::PhotoMarks marks = m_marks.value;
    if (!m_watermark) marks.watermark.clear();
    platform::paintMarks(*painter, size(), marks);
}

}  // namespace viewmodels
