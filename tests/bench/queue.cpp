// The supervisor's desk with a year's work: the queue of 10,000 inspections beside one of 100, and
// an inspection of 40 photos beside one of a single photo.
#include <fmt/format.h>

#include <QElapsedTimer>
#include <QGuiApplication>
#include <QImage>
#include <QImageReader>
#include <QThread>
#include <cstdlib>
#include <filesystem>
#include <functional>

#include "app/core_thread.h"
#include "app/viewmodels/review_model.h"
#include "app/viewmodels/review_queue_model.h"
#include "core/domain/codec.h"
#include "core/store/media.h"
#include "core/store/open.h"
#include "core/store/records.h"
#include "tests/bench/report.h"
#include "tests/support/tablet.h"

namespace {
namespace county = support::county;
using viewmodels::ReviewModel;
using viewmodels::ReviewQueueModel;

constexpr int rounds = 9;
constexpr int photosOfEach = 3;
const domain::RegionCode villages[] = {county::village1, county::village2, county::village3,
                                       county::village4, county::village5, county::village6};

void turnUntil(const std::function<bool()>& happened)
{
    QElapsedTimer waited;
    waited.start();
    while (!happened()) {
        QCoreApplication::processEvents();
        QThread::usleep(200);
        if (waited.elapsed() > 120'000) std::abort();
    }
}

domain::PhotoEntry photoOf(support::Tablet& tablet, int number)
{
    domain::PhotoEntry photo;
    photo.id = {tablet.ids().next()};
    photo.sha256 = {fmt::format("{:064x}", number * 2 + 1)};
    photo.thumbSha256 = {fmt::format("{:064x}", number * 2 + 2)};
    photo.bytes = 400'000;
    photo.thumbBytes = 12'000;
    photo.widthPx = 1600;
    photo.heightPx = 1200;
    photo.itemCode = "LJ07";
    photo.fix = base::Fix{{29.258, 120.236}, 6, {}, 1000, {}, {}, false};
    return photo;
}

/// A supervisor's tablet with so many inspections from the feed, scored.
struct Desk {
    explicit Desk(int inspections)
    {
        auto inspection = *store::Records(tablet.db()).newest(tablet.submitted("LJ"));
        SQLite::Transaction transaction(tablet.db());
        for (int i = 0; i < inspections; ++i) {
            inspection.village = inspection.subject = villages[i % 6];
            inspection.inspector = i % 2 == 0 ? county::inspector().id : domain::UserId{"u-other"};
            inspection.submittedAtMs = 1'795'000'000'000 + i * 60'000;
            inspection.photos.clear();
            for (int photo = 0; photo < photosOfEach; ++photo)
                inspection.photos.push_back(photoOf(tablet, i * photosOfEach + photo));
            put(inspection, i);
        }
        transaction.commit();
        core.emplace([path = tablet.databasePath()] { return store::open(path); });
    }

    void put(domain::Inspection& inspection, int number)
    {
        inspection.id = {tablet.ids().next()};
        store::Records records(tablet.db());
        records.apply(number + 1, 7,
                      {{tablet.ids().next()},
                       "inspection",
                       inspection.inspector,
                       {"d"},
                       "i",
                       number + 1,
                       5,
                       domain::canonicalJson(inspection)});
        records.putScore(inspection.id, 1, {6000 + number % 4000});
    }

    /// One more with so many photos, their thumbnails and pictures as files.
    domain::InspectionId withPhotos(int photos, int number)
    {
        auto inspection =
            *store::Records(tablet.db()).newest(tablet.submitted("LJ", county::village3));
        inspection.photos.clear();
        for (int i = 0; i < photos; ++i) {
            const domain::PhotoEntry photo = photoOf(tablet, 1'000'000 + number + i);
            save(photo.sha256, store::MediaKind::photo, 1600, 1200);
            save(photo.thumbSha256, store::MediaKind::thumb, 320, 240);
            inspection.photos.push_back(photo);
        }
        put(inspection, number);
        return inspection.id;
    }

    void save(const domain::Sha256& sha256, store::MediaKind kind, int width, int height)
    {
        const std::filesystem::path path =
            tablet.mediaFolder() + "/" + store::mediaPath(sha256, kind);
        std::filesystem::create_directories(path.parent_path());
        QImage image(width, height, QImage::Format_RGB32);
        for (int y = 0; y < height; ++y)
            for (int x = 0; x < width; ++x)
                image.setPixel(x, y, qRgb(x * 7 % 251, y * 5 % 241, x * y % 239));
        if (!image.save(QString::fromStdString(path.string()), "JPEG", 80)) std::abort();
    }

    support::Tablet tablet;
    std::optional<app::CoreThread> core;
};

/// The queue looks into its rows from the first to the last.
bool allLookedInto(const ReviewQueueModel& queue)
{
    return queue.data(queue.index(queue.rowCount() - 1), ReviewQueueModel::FlagsRole).toInt() >= 0;
}

/// What a queue that is gone had asked for is done.
void settle(Desk& desk)
{
    QFuture<void> done = desk.core->run([](SQLite::Database&) {});
    turnUntil([&] { return done.isFinished(); });
}

double opensMs(Desk& desk)
{
    bench::Samples samples;
    for (int i = 0; i < rounds; ++i) {
        settle(desk);
        ReviewQueueModel queue(*desk.core);
        samples.time([&] {
            queue.refresh();
            turnUntil([&] { return queue.loaded() && queue.rowCount() > 0; });
        });
    }
    settle(desk);
    return samples.percentileMs(50);
}

/// The slowest of all filters and orders.
double filterMs(Desk& desk)
{
    ReviewQueueModel queue(*desk.core);
    queue.setApprove([](const std::vector<domain::Review>&) { return QFuture<int>(); });
    queue.refresh();
    turnUntil([&] { return queue.loaded() && queue.rowCount() > 0 && allLookedInto(queue); });
    using Show = ReviewQueueModel::Show;
    using Sort = ReviewQueueModel::Sort;
    const std::vector<std::function<void(bool)>> choices{
        [&](bool on) { queue.setTown(on ? 1 : 0); },
        [&](bool on) { queue.setSheet(on ? 1 : 0); },
        [&](bool on) { queue.setInspector(on ? 1 : 0); },
        [&](bool on) { queue.setCampaign(on ? 1 : 0); },
        [&](bool on) { queue.setFlaggedOnly(on); },
        [&](bool on) { queue.setSearch(on ? QStringLiteral("石") : QString()); },
        [&](bool on) { queue.setShow(on ? Show::All : Show::Waiting); },
        [&](bool on) { queue.setSort(on ? Sort::Risk : Sort::Oldest); },
        [&](bool on) { queue.setSort(on ? Sort::LowestScore : Sort::Oldest); },
        [&](bool on) { queue.setSort(on ? Sort::Village : Sort::Oldest); }};
    double slowest = 0;
    for (const auto& choose : choices) {
        bench::Samples samples;
        for (int i = 0; i < rounds; ++i) {
            samples.time([&] { choose(true); });
            samples.time([&] { choose(false); });
        }
        slowest = std::max(slowest, samples.percentileMs(95));
    }
    return slowest;
}

/// Until the item list stands and every thumbnail of the open item is decoded.
double inspectionMs(Desk& desk, const domain::InspectionId& inspection)
{
    bench::Samples samples;
    for (int i = 0; i < rounds; ++i) {
        ReviewModel review(*desk.core, {}, QString::fromStdString(desk.tablet.mediaFolder()));
        samples.time([&] {
            review.open(QString::fromStdString(inspection.value));
            turnUntil([&] { return review.loaded(); });
            while (review.item()->itemCode() != QStringLiteral("LJ07"))
                review.goTo(review.row() + 1);
            for (const viewmodels::ReviewPhotoRow& row : review.item()->photos()->rows())
                if (QImageReader(QUrl(row.thumb).toLocalFile()).read().isNull()) std::abort();
        });
    }
    return samples.percentileMs(50);
}
}  // namespace

int main(int argumentCount, char** arguments)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QGuiApplication application(argumentCount, arguments);
    bench::Report report("queue", argumentCount, arguments);
    Desk small(100);
    Desk large(10'000);
    const domain::InspectionId one = large.withPhotos(1, 20'000);
    const domain::InspectionId forty = large.withPhotos(40, 20'100);
    const double few = opensMs(small);
    report.add({"queue_of_10000_opens", opensMs(large), "ms", bench::Beside{"a queue of 100", few},
                "<= 300 ms"});
    const double fewFiltered = filterMs(small);
    report.add({"slowest_filter_of_10000", filterMs(large), "ms",
                bench::Beside{"a queue of 100", fewFiltered}, "<= 50 ms"});
    const double single = inspectionMs(large, one);
    report.add({"inspection_with_40_photos", inspectionMs(large, forty), "ms",
                bench::Beside{"one with one photo", single}, "<= 300 ms"});
    return report.finish();
}
