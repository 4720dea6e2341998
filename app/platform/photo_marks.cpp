#include "app/platform/photo_marks.h"

#include <QBuffer>
#include <QFontMetricsF>
#include <QImage>
#include <QImageWriter>
#include <QPainter>
#include <QPainterPath>
#include <QPolygonF>
#include <algorithm>
#include <cmath>

#include "app/platform/photo_exif.h"

namespace platform {
namespace {

// Shares of the picture's longer side.
constexpr double strokeShare = 0.005;
constexpr double wordShare = 0.026;
constexpr double lineShare = 0.0175;
constexpr double widestShare = 0.62;  // of the picture's width, for the watermark
constexpr int burnedQuality = 88;

const QColor ink(0xE5, 0x24, 0x1B);
const QColor halo(255, 255, 255, 230);  // seen on any ground, also by those who do not see red
const QColor plate(0, 0, 0, 130);

QFont fontOf(double pixels, bool bold)
{
    QFont font;
    font.setFamilies({QStringLiteral("Noto Sans CJK SC"), QStringLiteral("Noto Sans SC")});
    font.setPixelSize(std::max(1, static_cast<int>(std::lround(pixels))));
    font.setBold(bold);
    return font;
}

/// The shapes of one drawing on a picture of one size.
class ShapePainter {
public:
    ShapePainter(QPainter& painter, QSizeF picture)
        : m_painter(painter),
          m_picture(picture),
          m_stroke(std::max(2.0, std::max(picture.width(), picture.height()) * strokeShare))
    {
    }

    void paint(const domain::Shape& shape)
    {
        switch (shape.kind) {
            case domain::ShapeKind::arrow:
                return strokeTwice(arrow(at(shape.x1, shape.y1), at(shape.x2, shape.y2)));
            case domain::ShapeKind::circle: {
                QPainterPath path;
                path.addEllipse(
                    QRectF(at(shape.x1, shape.y1), at(shape.x2, shape.y2)).normalized());
                return strokeTwice(path);
            }
            case domain::ShapeKind::text:
                return words(at(shape.x1, shape.y1), QString::fromStdString(shape.text));
        }
    }

private:
    QPointF at(int x, int y) const
    {
        return {m_picture.width() * x / domain::drawingUnits,
                m_picture.height() * y / domain::drawingUnits};
    }

    QPainterPath arrow(QPointF tail, QPointF point) const
    {
        QPainterPath path(tail);
        path.lineTo(point);
        const double angle = std::atan2(tail.y() - point.y(), tail.x() - point.x());
        const double length = m_stroke * 6;
        for (const double side : {-0.45, 0.45}) {
            path.moveTo(point);
            path.lineTo(point + length * QPointF(std::cos(angle + side), std::sin(angle + side)));
        }
        return path;
    }

    void strokeTwice(const QPainterPath& path)
    {
        m_painter.strokePath(
            path, QPen(halo, m_stroke * 1.9, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        m_painter.strokePath(path, QPen(ink, m_stroke, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    }

    /// Moved inwards where the words would leave the picture.
    void words(QPointF where, const QString& text)
    {
        m_painter.setFont(
            fontOf(std::max(m_picture.width(), m_picture.height()) * wordShare, true));
        const QFontMetricsF metrics(m_painter.font(), m_painter.device());
        const double space = metrics.height() * 0.25;
        QRectF box(where,
                   QSizeF(std::min(metrics.horizontalAdvance(text) + 2 * space, m_picture.width()),
                          metrics.height() + space));
        box.moveLeft(std::clamp(box.left(), 0.0, m_picture.width() - box.width()));
        box.moveTop(std::clamp(box.top(), 0.0, std::max(0.0, m_picture.height() - box.height())));
        m_painter.setPen(Qt::NoPen);
        m_painter.setBrush(halo);
        m_painter.drawRoundedRect(box, space, space);
        m_painter.setPen(ink);
        m_painter.drawText(box, Qt::AlignCenter, text);
    }

    QPainter& m_painter;
    QSizeF m_picture;
    double m_stroke;
};

/// In the lower left corner: a photo's subject is rarely there, and the block takes a small part.
void paintWatermark(QPainter& painter, QSizeF picture, const std::vector<std::string>& lines)
{
    double pixels = std::max(picture.width(), picture.height()) * lineShare;
    painter.setFont(fontOf(pixels, false));
    double widest = 0;
    for (const std::string& line : lines) {
        const QFontMetricsF metrics(painter.font(), painter.device());
        widest = std::max(widest, metrics.horizontalAdvance(QString::fromStdString(line)));
    }
    const double allowed = picture.width() * widestShare;
    if (widest > allowed) {
        pixels *= allowed / widest;
        widest = allowed;
        painter.setFont(fontOf(pixels, false));
    }
    const QFontMetricsF metrics(painter.font(), painter.device());
    const double step = metrics.height() * 1.02;
    const double space = pixels * 0.6;
    QRectF box(0, 0, widest + 2 * space, step * static_cast<double>(lines.size()) + space);
    box.moveBottomLeft({space, picture.height() - space});
    painter.setPen(Qt::NoPen);
    painter.setBrush(plate);
    painter.drawRoundedRect(box, space / 2, space / 2);
    painter.setPen(Qt::white);
    double top = box.top() + space / 2;
    for (const std::string& line : lines) {
        painter.drawText(QRectF(box.left() + space, top, box.width(), step),
                         Qt::AlignLeft | Qt::AlignVCenter, QString::fromStdString(line));
        top += step;
    }
}

/// The APP1 block that withExif() put behind the start of our own files; empty for others.
QByteArray exifIn(const QByteArray& jpeg)
{
    const auto byteAt = [&](qsizetype at) { return static_cast<unsigned char>(jpeg.at(at)); };
    if (jpeg.size() < 10 || byteAt(2) != 0xFF || byteAt(3) != 0xE1 || jpeg.mid(6, 4) != "Exif")
        return {};
    return jpeg.mid(6, (byteAt(4) << 8 | byteAt(5)) - 2);
}

}  // namespace

void paintMarks(QPainter& painter, QSizeF picture, const PhotoMarks& marks)
{
    painter.save();
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    ShapePainter shapes(painter, picture);
    if (!marks.watermark.empty()) paintWatermark(painter, picture, marks.watermark);
    for (const domain::Shape& shape : marks.shapes) shapes.paint(shape);
    painter.restore();
}

base::Result<QByteArray> burned(const QByteArray& jpeg, const PhotoMarks& marks)
{
    QImage image = QImage::fromData(jpeg, "jpeg").convertToFormat(QImage::Format_RGB32);
    if (image.isNull()) return base::fail("photo.damaged", "照片已损坏，读不出来");
    QPainter painter(&image);
    paintMarks(painter, image.size(), marks);
    painter.end();
    for (const QString& key : image.textKeys()) image.setText(key, QString());
    QByteArray bytes;
    QBuffer buffer(&bytes);
    QImageWriter writer(&buffer, "jpeg");
    writer.setQuality(burnedQuality);
    if (!writer.write(image)) return base::fail("photo.damaged", "照片处理不了", "encode");
    const QByteArray exif = exifIn(jpeg);
    return exif.isEmpty() ? bytes : withExif(bytes, exif);
}

}  // namespace platform
