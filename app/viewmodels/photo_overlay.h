#pragma once

#include <QtQml/qqmlregistration.h>

#include <QQuickPaintedItem>
#include <QVariant>

#include "app/platform/photo_marks.h"

namespace viewmodels {

/// Marks on their way from a model's role to the overlay that paints them; QML only hands them on.
struct ShownMarks {
    Q_GADGET
public:
    platform::PhotoMarks value;

    bool operator==(const ShownMarks&) const = default;
};

/// Paints the marks of a photo; to lie exactly over the picture as it is shown. Exports are painted
/// by the same hand.
class PhotoOverlay : public QQuickPaintedItem {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QVariant marks READ marks WRITE setMarks NOTIFY marksChanged)
    Q_PROPERTY(bool watermark READ watermark WRITE setWatermark NOTIFY watermarkChanged)

public:
    explicit PhotoOverlay(QQuickItem* parent = nullptr);

    /// A ShownMarks; anything else is none.
    QVariant marks() const { return QVariant::fromValue(m_marks); }
    void setMarks(const QVariant& marks);
    /// False leaves the watermark's lines out.
    bool watermark() const { return m_watermark; }
    void setWatermark(bool watermark);
    void paint(QPainter* painter) override;

Q_SIGNALS:
    void marksChanged();
    void watermarkChanged();

private:
    ShownMarks m_marks;
    bool m_watermark = true;
};

}  // namespace viewmodels
