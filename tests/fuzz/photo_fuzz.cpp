// A file that is said to be a photo: never a crash, nothing read beyond its end, and what is taken
// keeps what the headers promise: upright, no larger than asked for, no larger than the limits,
// with our EXIF and without the file's own.
#include <QByteArray>
#include <QCoreApplication>
#include <QGuiApplication>
#include <QImageReader>
#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <span>

#include "app/platform/photo_derive.h"
#include "app/platform/photo_exif.h"
#include "app/platform/photo_header.h"
#include "app/platform/photo_marks.h"
#include "core/domain/limits.h"

namespace {

void must(bool holds)
{
    if (!holds) std::abort();
}

platform::PhotoTask task()
{
    platform::PhotoTask task;
    task.id = {"0192d3c4-aaaa-7bbb-8ccc-0123456789ab"};
    task.clocks.wallMs = 1'798'761'599'250;
    task.fix = base::Fix{{29.258, 120.236}, 6, base::PositionSource::device, 0, {}, 9, false};
    task.longSidePx = 640;
    return task;
}

void startQt()
{
    static int count = 1;
    static char name[] = "photo_fuzz";
    static char* arguments[] = {name, nullptr};
    static const bool offscreen = qputenv("QT_QPA_PLATFORM", "offscreen");
    static QGuiApplication application(count, arguments);
    must(offscreen);
    qInstallMessageHandler([](QtMsgType, const QMessageLogContext&, const QString&) {});
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    startQt();
    const auto header = platform::checkJpeg(std::as_bytes(std::span(data, size)));
    if (!header) {
        must(!header.error().code.empty() && !header.error().message.empty());
        return 0;
    }
    must(header->widthPx >= 100 && header->heightPx >= 100);
    // Large pictures are slow under the sanitizers and teach nothing more.
    if (std::int64_t{header->widthPx} * header->heightPx > 1'000'000) return 0;
    const QByteArray file(reinterpret_cast<const char*>(data), static_cast<qsizetype>(size));
    const auto derived = platform::derivePhoto(file, task());
    if (!derived) {
        must(!derived.error().code.empty());
        return 0;
    }
    must(std::max(derived->widthPx, derived->heightPx) <= 640);
    must(derived->jpeg.mid(6, 4) == "Exif");
    must(derived->thumb.size() <= static_cast<qsizetype>(domain::limits::thumbnailBytes));
    (void)platform::burned(file, {{}, {"2026-11-23"}});
    return 0;
}
