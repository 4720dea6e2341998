#include "tests/demo/props.h"

#include <QDir>
#include <QFile>
#include <QImage>
#include <QPainter>
#include <QRandomGenerator>
#include <cmath>

namespace demo {
namespace {

QByteArray sentence(const QByteArray& body)
{
    unsigned sum = 0;
    for (const char letter : body) {
        sum ^= static_cast<unsigned char>(letter);
    }
    return '$' + body + '*' + QByteArray::number(sum, 16).rightJustified(2, '0').toUpper() + "\r\n";
}

/// 29.1003 as "2906.01800".
QByteArray degreesMinutes(double degrees, int width)
{
    const double whole = std::floor(degrees);
    return QString::asprintf("%0*d%08.5f", width, static_cast<int>(whole), (degrees - whole) * 60)
        .toLatin1();
}

void paintHouse(QPainter& painter, QRandomGenerator& random, int x, int ground)
{
    const int width = random.bounded(260, 420);
    const int height = random.bounded(300, 520);
    const QRect wall(x, ground - height, width, height);
    painter.fillRect(wall, QColor::fromHsv(random.bounded(20, 50), random.bounded(10, 60),
                                           random.bounded(190, 240)));
    painter.setBrush(QColor(82, 86, 92));
    painter.drawPolygon(QPolygon({{x - 30, ground - height},
                                  {x + width / 2, ground - height - 130},
                                  {x + width + 30, ground - height}}));
    painter.setBrush(QColor(70, 92, 110));
    for (int floor = 0; floor < 2; ++floor) {
        for (int window = 0; window < 2; ++window) {
            painter.drawRect(x + 50 + window * (width / 2), ground - height + 60 + floor * 150,
                             width / 5, 90);
        }
    }
}

void paintBin(QPainter& painter, int x, int ground, const QColor& colour, bool full)
{
    painter.setBrush(colour);
    painter.drawRoundedRect(x, ground - 190, 130, 190, 10, 10);
    painter.setBrush(colour.darker(140));
    painter.drawRect(x - 8, ground - 205, 146, 26);
    if (full) {
        painter.setBrush(QColor(210, 205, 190));
        painter.drawEllipse(x + 8, ground - 252, 70, 62);
        painter.drawEllipse(x + 58, ground - 240, 74, 52);
        painter.drawEllipse(x + 120, ground - 40, 90, 44);
    }
}

}  // namespace

void paintPhotos(const QString& folder, int count)
{
    QDir().mkpath(folder);
    for (int i = 0; i < count; ++i) {
        QRandomGenerator random(static_cast<quint32>(2026 + i));
        QImage image(2400, 1800, QImage::Format_RGB32);
        QPainter painter(&image);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        QLinearGradient sky(0, 0, 0, 1000);
        sky.setColorAt(0, QColor(126, 164, 205));
        sky.setColorAt(1, QColor(222, 230, 232));
        painter.fillRect(image.rect(), sky);
        painter.setBrush(QColor(110, 140, 112));
        painter.drawEllipse(-400 + random.bounded(600), 620, 2200, 900);
        painter.setBrush(QColor(92, 124, 96));
        painter.drawEllipse(900 + random.bounded(400), 680, 2200, 800);
        const int ground = 1180;
        painter.fillRect(0, ground, 2400, 620, QColor(158, 152, 142));
        for (int x = random.bounded(80); x < 2300; x += random.bounded(460, 640)) {
            paintHouse(painter, random, x, ground);
        }
        paintBin(painter, 700 + random.bounded(300), 1520, QColor(40, 120, 70),
                 random.bounded(2) == 0);
        paintBin(painter, 1200 + random.bounded(300), 1540, QColor(90, 96, 104), true);
        for (int speck = 0; speck < 30'000;
             ++speck) {  // grain, so that the file is as large as a camera's
            painter.fillRect(
                random.bounded(2400), random.bounded(1800), 3, 3,
                QColor(random.bounded(256), random.bounded(256), random.bounded(256), 28));
        }
        painter.end();
        image.save(folder + QStringLiteral("/village-%1.jpg").arg(i + 1, 2, 10, QChar(u'0')),
                   "jpeg", 90);
    }
}

void writeReceiverLog(const QString& file, double latitude, double longitude)
{
    QFile log(file);
    log.open(QIODevice::WriteOnly);
    QRandomGenerator random(7);
    for (int second = 0; second < 600; ++second) {
        const QByteArray time =
            QString::asprintf("01%02d%02d.00", second / 60, second % 60).toLatin1();
        const QByteArray place = degreesMinutes(latitude + random.bounded(0.00004), 2) + ",N," +
                                 degreesMinutes(longitude + random.bounded(0.00004), 3) + ",E";
        log.write(sentence("GNRMC," + time + ",A," + place + ",0.0,,231126,,,A"));
        log.write(sentence("GNGGA," + time + ',' + place + ",1,14,0.8,92.0,M,11.0,M,,"));
        log.write(sentence("GNGST," + time + ",,,,,4.1,3.8,7.0"));
    }
}

}  // namespace demo
