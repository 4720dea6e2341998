#include <QFile>
#include <catch2/catch.hpp>
#include <sstream>

#include "app/viewmodels/ranking_model.h"
#include "core/actions/review.h"
#include "core/actions/submit.h"
#include "core/sheets/grid.h"
#include "core/store/open.h"
#include "core/store/reference.h"
#include "sync/hub/admin/admin.h"
#include "tests/app/viewmodels/desk.h"
#include "tests/support/attach_photo.h"
#include "tests/support/jpeg_like.h"
#include "tests/support/must.h"
#include "tests/support/synced_tablet.h"

// The real hub, an inspector's and a supervisor's tablet in one process: why a village stands where
// it stands is the same on screen, in the hub's text and in its export.
using namespace support;
using viewmodels::RankingModel;

namespace {

/// What `xuncun-hub explain` prints, or writes into `file`.
std::string explainedByHub(const TestHub& hub, const domain::RegionCode& village,
                           const std::string& file = {})
{
    std::vector<std::string> arguments = {"explain", county::campaign.value, village.value,
                                          "--data", hub.folder().string()};
    if (!file.empty()) arguments.insert(arguments.end(), {"--out", file});
    std::ostringstream out;
    std::ostringstream err;
    FakeClock clock;
    const int code = hub::runCommand(arguments, out, err, clock, seededBytes(77));
    INFO(err.str());
    REQUIRE(code == 0);
    return out.str();
}

std::string exportedByHub(const TestHub& hub, const domain::RegionCode& village,
                          const std::string& path)
{
    explainedByHub(hub, village, path);
    QFile file(QString::fromStdString(path));
    REQUIRE(file.open(QIODevice::ReadOnly));
    const auto grid = sheets::gridFromCsv(file.readAll().toStdString());
    REQUIRE(grid);
    std::string text;
    for (std::size_t row = 1; row < grid->rows.size(); ++row) text += grid->rows[row][1] + "\n";
    return text;
}

/// Every line of the tree on the ranking page, all opened.
std::string shownOnScreen(RankingModel& ranking, const domain::RegionCode& village)
{
    ranking.select(QString::fromStdString(village.value));
    viewmodels::ReasonListModel& reasons = *ranking.reasons();
    REQUIRE(eventually([&] { return reasons.count() > 0; }));
    for (int row = 0; row < reasons.count(); ++row)
        if (at(reasons, row, "hasMore").toBool() && !at(reasons, row, "open").toBool())
            reasons.toggle(row);
    std::string text;
    for (int row = 0; row < reasons.count(); ++row)
        text += std::string(static_cast<std::size_t>(at(reasons, row, "depth").toInt()) * 2, ' ') +
                at(reasons, row, "words").toString().toStdString() + "\n";
    return text;
}

/// A village with so many findings, each with its photo, submitted.
domain::InspectionId inspect(SyncedTablet& inspector, const domain::RegionCode& village,
                             int findings)
{
    Tablet& tablet = inspector.tablet();
    const domain::InspectionId draft = tablet.start("LJ", village);
    const auto sheet = store::Reference(tablet.db()).checklist("LJ", 1);
    for (int i = 0; i < findings; ++i) {
        domain::Finding finding;
        finding.ruleCode = domain::findItem(*sheet, "LJ07")->rules.front().code;
        finding.place = "文化礼堂东侧";
        const auto answer = must(addFinding(tablet.context(), draft, "LJ07", finding));
        CapturedPhoto photo;
        const auto seed = std::hash<std::string>()(village.value) + static_cast<std::size_t>(i);
        photo.jpeg = jpegLike(seed, 9'000);
        photo.thumbnail = jpegLike(seed + 1000, 2'000);
        photo.widthPx = 1600;
        photo.heightPx = 1200;
        photo.itemCode = "LJ07";
        photo.finding = answer.findings.back().id;
        tablet.clock().advance(1000);
        photo.clocks.wallMs = tablet.clock().wallMs();
        must(attachPhoto(tablet.context(), tablet.mediaFolder(), draft, photo));
    }
    tablet.answerAllOk(draft);
    must(actions::submit(tablet.context(), draft));
    return draft;
}

}  // namespace

TEST_CASE(
    "A supervisor's synced tablet shows of a village the lines that the hub prints and exports",
    "[reasons]")
{
    qtApplication();
    TestHub hub;
    SyncedTablet inspector(hub, 11, county::inspector());
    SyncedTablet supervisor(hub, 12, county::supervisor());
    const std::vector<domain::RegionCode> villages = {county::village1, county::village2,
                                                      county::village4};
    std::vector<domain::InspectionId> inspections;
    for (std::size_t i = 0; i < villages.size(); ++i)
        inspections.push_back(inspect(inspector, villages[i], static_cast<int>(i) * 2));
    REQUIRE(inspector.syncUntilDone());
    REQUIRE(supervisor.syncUntilDone());
    for (const domain::InspectionId& inspection : inspections) {
        domain::Review review;
        review.inspection = inspection;
        review.revision = 1;
        review.decision = domain::Decision::approve;
        must(actions::decideReview(supervisor.tablet().context(), review));
    }
    REQUIRE(supervisor.syncUntilDone());
    hub.clock().advance(3'600'000);  // until the hub's ranking is computed anew
    REQUIRE(supervisor.syncUntilDone());

    app::CoreThread core([path = supervisor.tablet().databasePath()] { return store::open(path); });
    RankingModel ranking(core);
    ranking.refresh();
    REQUIRE(eventually([&] { return ranking.loaded(); }));
    REQUIRE(ranking.hasRanking());
    for (const domain::RegionCode& village :
         {county::village1, county::village2, county::village4, county::village5}) {
        const std::string printed = explainedByHub(hub, village);
        CHECK(shownOnScreen(ranking, village) == printed);
        CHECK(exportedByHub(hub, village, supervisor.tablet().folder() / "why.csv") == printed);
    }
    const std::string deepest = explainedByHub(hub, county::village4);
    INFO(deepest);
    CHECK(deepest.find("LJ07") != std::string::npos);
    CHECK(deepest.find("文化礼堂东侧") != std::string::npos);
    CHECK(deepest.find("照片") != std::string::npos);
}
