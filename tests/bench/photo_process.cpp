// A 12 MP photo from the camera's file to the kept one (scaled, with EXIF, hashed, durable), beside
// what libjpeg-turbo alone needs to decode it scaled and to encode as many pixels as are kept; and
// 20 photos in a row: how long the UI thread is held up, and memory above idle.
// jpeglib.h uses what comes before it without including it.
// clang-format off
#include <cstddef>
#include <cstdio>
#include <jpeglib.h>
// clang-format on

#include <QCoreApplication>
#include <QDir>
#include <QEventLoop>
#include <QFile>
#include <QGuiApplication>
#include <QImage>
#include <QTemporaryDir>
#include <QTimer>
#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <fstream>
#include <memory>
#include <stdexcept>
#include <string>
#include <vector>

#include "app/viewmodels/capture_model.h"
#include "core/store/open.h"
#include "tests/bench/report.h"
#include "tests/paths.h"
#include "tests/support/tablet.h"

namespace {

constexpr int rounds = 15;
constexpr int inARow = 20;

/// The phone's 8 MP photo brought to 12 MP; one byte block that differs makes each a file of its
/// own.
QByteArray twelveMegapixels()
{
    QImage image(QStringLiteral(XUNCUN_SHARED_DATA "/photos/phone_8mp_exif.jpg"));
    if (image.isNull()) throw std::runtime_error("bench: no phone photo in XUNCUN_SHARED_DATA");
    image = image.scaled(4000, 3000, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("12mp.jpg"));
    if (!image.save(file, "jpeg", 92)) throw std::runtime_error("bench: photo not written");
    QFile made(file);
    made.open(QIODevice::ReadOnly);
    return made.readAll();
}

/// The same picture with another comment.
QByteArray numbered(const QByteArray& jpeg, int number)
{
    const QByteArray comment = QByteArray::number(number).rightJustified(8, '0');
    return jpeg.left(2) + QByteArray("\xff\xfe\x00\x0a", 4) + comment + jpeg.mid(2);
}

void writeFile(const QString& path, const QByteArray& bytes)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        throw std::runtime_error("bench: file not written");
}

/// What libjpeg-turbo's own scaling gives at half size, as rows of RGB.
struct Half {
    std::vector<JSAMPLE> pixels;
    JDIMENSION width = 0;
    JDIMENSION height = 0;
};

Half decodeHalf(const QByteArray& jpeg)
{
    jpeg_decompress_struct decoder{};
    jpeg_error_mgr errors{};
    decoder.err = jpeg_std_error(&errors);
    jpeg_create_decompress(&decoder);
    jpeg_mem_src(&decoder, reinterpret_cast<const unsigned char*>(jpeg.constData()),
                 static_cast<unsigned long>(jpeg.size()));
    jpeg_read_header(&decoder, TRUE);
    decoder.scale_num = 4;
    decoder.scale_denom = 8;
    jpeg_start_decompress(&decoder);
    Half half{{}, decoder.output_width, decoder.output_height};
    half.pixels.resize(std::size_t{3} * half.width * half.height);
    while (decoder.output_scanline < decoder.output_height) {
        JSAMPROW row = half.pixels.data() + std::size_t{3} * half.width * decoder.output_scanline;
        jpeg_read_scanlines(&decoder, &row, 1);
    }
    jpeg_finish_decompress(&decoder);
    jpeg_destroy_decompress(&decoder);
    return half;
}

void encode(Half& half, JDIMENSION width, JDIMENSION height)
{
    jpeg_compress_struct encoder{};
    jpeg_error_mgr errors{};
    encoder.err = jpeg_std_error(&errors);
    jpeg_create_compress(&encoder);
    unsigned char* bytes = nullptr;
    unsigned long size = 0;
    jpeg_mem_dest(&encoder, &bytes, &size);
    encoder.image_width = width;
    encoder.image_height = height;
    encoder.input_components = 3;
    encoder.in_color_space = JCS_RGB;
    jpeg_set_defaults(&encoder);
    jpeg_set_quality(&encoder, 80, TRUE);
    jpeg_start_compress(&encoder, TRUE);
    while (encoder.next_scanline < encoder.image_height) {
        JSAMPROW row = half.pixels.data() + std::size_t{3} * half.width * encoder.next_scanline;
        jpeg_write_scanlines(&encoder, &row, 1);
    }
    jpeg_finish_compress(&encoder);
    jpeg_destroy_compress(&encoder);
    std::free(bytes);  // NOLINT: allocated by libjpeg
}

platform::PhotoTask taskFor(const QString& file, int number)
{
    platform::PhotoTask task;
    task.file = file;
    task.id = {"0192d3c4-aaaa-7bbb-8ccc-" + std::to_string(100'000'000'000 + number)};
    task.inspection = {"0192d3c4-1111-7222-8333-0123456789ab"};
    task.clocks.wallMs = 1'798'761'599'250;
    task.fix = base::Fix{{29.258, 120.236}, 6, base::PositionSource::device, 0, {}, 9, false};
    task.deviceName = "bench";
    return task;
}

double megabytes(const char* word)
{
    std::ifstream status("/proc/self/status");
    std::string name;
    double kb = 0;
    while (status >> name)
        if (name == word) status >> kb;
    return kb / 1024;
}

void must(const base::Result<platform::ProcessedPhoto>& photo)
{
    if (!photo) throw std::runtime_error("bench: " + photo.error().code);
}

void measureOne(bench::Report& report, const QString& folder, const QByteArray& jpeg)
{
    platform::PhotoProcessor processor(folder + QStringLiteral("/media"));
    const QString shot = folder + QStringLiteral("/shot.jpg");
    bench::Samples ours;
    bench::Samples theirs;
    for (int i = 0; i < rounds; ++i) {
        const QByteArray own = numbered(jpeg, i);
        writeFile(shot, own);
        ours.time([&] {
            auto future = processor.process(taskFor(shot, i));
            future.waitForFinished();
            must(future.result());
        });
        theirs.time([&] {
            Half half = decodeHalf(own);
            encode(half, 1600, 1200);
        });
    }
    report.add({"photo_12mp_p50", ours.percentileMs(50), "ms",
                bench::Beside{"libjpeg-turbo scaled decode, encode", theirs.percentileMs(50)},
                "<= 1.5"});
}

/// As on the camera page: 20 taps on its button, each through camera, note, files and row.
void measureTwenty(bench::Report& report, const QByteArray& jpeg)
{
    support::Tablet tablet;
    const QString data = QString::fromStdString(tablet.folder().path());
    QDir().mkpath(data + QStringLiteral("/camera"));
    for (int i = 0; i < inARow; ++i)
        writeFile(data + QStringLiteral("/camera/%1.jpg").arg(10 + i), numbered(jpeg, 1000 + i));
    app::CoreThread core([path = tablet.databasePath()] { return store::open(path); });
    const viewmodels::Around around{
        tablet.clock(), tablet.ids(), {}, QString::fromStdString(tablet.mediaFolder())};
    platform::PhotoProcessor processor(around.mediaFolder);
    const auto camera = platform::makeFolderCamera(data + QStringLiteral("/camera"),
                                                   data + QStringLiteral("/shots"));
    viewmodels::OpenInspection open(core, around);
    viewmodels::ShotLine line(core, around, processor, QStringLiteral("bench"));
    viewmodels::CaptureModel capture(open, camera.get(), line);
    QEventLoop loop;
    QObject::connect(&open, &viewmodels::OpenInspection::opened, &loop, &QEventLoop::quit);
    open.open(tablet.start("LJ"));
    loop.exec();

    std::ofstream("/proc/self/clear_refs") << 5;  // the peak counts from now on
    const double idle = megabytes("VmRSS:");
    using Clock = std::chrono::steady_clock;
    double longestMs = 0;
    auto last = Clock::now();
    QTimer tick;
    QObject::connect(&tick, &QTimer::timeout, &loop, [&] {
        const auto now = Clock::now();
        longestMs =
            std::max(longestMs, std::chrono::duration<double, std::milli>(now - last).count());
        last = now;
    });
    tick.setTimerType(Qt::PreciseTimer);
    tick.start(1);
    QObject::connect(&capture, &viewmodels::CaptureModel::waitingChanged, &loop, [&] {
        if (capture.waiting() == 0) loop.quit();
    });
    bench::Samples asking;
    for (int i = 0; i < inARow; ++i) asking.time([&] { capture.take(); });
    loop.exec();
    if (capture.taken() != inARow)
        throw std::runtime_error("bench: " + capture.error().toStdString());
    report.add(
        {"twenty_photos_asking_p100", asking.percentileMs(100), "ms", std::nullopt, "<= 16 ms"});
    report.add({"twenty_photos_longest_gap_on_ui_thread", longestMs, "ms", std::nullopt, ""});
    report.add({"twenty_photos_memory_above_idle", megabytes("VmHWM:") - idle, "MB", std::nullopt,
                "<= 150 MB"});
}

}  // namespace

int main(int argumentCount, char** arguments)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QGuiApplication application(argumentCount, arguments);
    bench::Report report("photo_process", argumentCount, arguments);
    QTemporaryDir folder(QString::fromStdString(report.folder()) +
                         QStringLiteral("/photo_process-XXXXXX"));
    qputenv("TMPDIR", folder.path().toUtf8());  // the tablet is on the disk that is measured
    const QByteArray jpeg = twelveMegapixels();
    measureTwenty(report, jpeg);  // first, while idle is what nothing was done before
    measureOne(report, folder.path(), jpeg);
    return report.finish();
}
