#include <algorithm>
#include <catch2/catch.hpp>

#include "app/viewmodels/overview_model.h"
#include "app/viewmodels/rectification_list_model.h"
#include "app/viewmodels/review_item_model.h"
#include "app/viewmodels/review_lists.h"
#include "core/checklists/samples.h"
#include "core/store/outbox.h"
#include "core/store/reference.h"
#include "core/store/wanted_media.h"
#include "tests/app/viewmodels/reviewing.h"

// One inspection before its judge, and the campaign at a glance.
using namespace viewmodels;
using support::at;
using support::Desk;
using support::eventually;
using support::Reviewing;
using support::reviewOf;
namespace county = support::county;

TEST_CASE("Why a decision was refused stays on the page until the next one", "[review]")
{
    Reviewing r;
    r.open(r.desk.tablet.submitted("LJ"));
    r.result = base::fail("review.photos_missing", "还有 2 张照片没有到齐");
    r.model.approve();
    REQUIRE(eventually([&] { return !r.model.busy(); }));
    r.desk.settle();
    CHECK(r.model.error() == QStringLiteral("还有 2 张照片没有到齐"));
    r.model.refresh();
    r.desk.settle();
    CHECK(r.model.error() == QStringLiteral("还有 2 张照片没有到齐"));
    r.result = {};
    r.model.approve();
    REQUIRE(eventually([&] { return !r.model.busy(); }));
    CHECK(r.model.error().isEmpty());
}

TEST_CASE("Why a notice was not issued stays to be read when the list is read again",
          "[rectification]")
{
    Desk desk;
    base::Result<void> result = base::fail("rectification.state", "这项整改已有新的进展");
    RectificationListModel tasks(desk.core, desk.tablet.clock(),
                                 [&](const std::vector<domain::FindingId>&, const std::string&,
                                     const std::string&) { return support::answered(result); });
    RectificationRow waiting;
    waiting.id = "new";
    tasks.showSupervises(true);
    tasks.display({waiting});
    tasks.issueAll(QStringLiteral("1号"), {});
    REQUIRE(eventually([&] { return !tasks.error().isEmpty(); }));
    tasks.refresh();
    desk.settle();
    CHECK(tasks.error() == QStringLiteral("这项整改已有新的进展"));
    result = {};
    tasks.display({waiting});
    QSignalSpy issued(&tasks, &RectificationListModel::issued);
    tasks.issueAll(QStringLiteral("1号"), {});
    REQUIRE(eventually([&] { return issued.count() == 1; }));
    CHECK(tasks.error().isEmpty());
}

TEST_CASE("What is to be mended is not lost when points are adjusted first", "[review]")
{
    Reviewing r;
    r.open(r.desk.tablet.submitted("LJ"));
    r.model.setComment(QStringLiteral("请补近景"));
    r.model.adjust(QStringLiteral("1"), QStringLiteral("看错"));
    REQUIRE(eventually([&] { return !r.model.busy(); }));
    CHECK(r.model.comments() == 1);
    r.model.sendBack({});
    REQUIRE(eventually([&] { return !r.model.busy(); }));
    REQUIRE(r.decided.size() == 2);
    CHECK(r.decided[1].items.size() == 1);
    CHECK(r.model.comments() == 0);
}

TEST_CASE("Of findings without a photo their judge reads how many, beside the item's photos",
          "[review]")
{
    ReviewSheet sheet;
    sheet.sheet = checklists::samples().front();
    sheet.inspectorName = "张三";
    domain::Inspection said;
    const std::string code = sheet.sheet.sections[0].items[0].code;
    for (const char* photo : {"p1", "p2"}) {
        said.photos.emplace_back().id = {photo};
        said.photos.back().itemCode = code;
    }
    sheet.history.revisions.push_back({{"r1"}, said, {}, {}, {}});
    sheet.files.resize(2);
    sheet.score = scoring::scoreOf(sheet.sheet, {}, {});
    for (const char* finding : {"f1", "f2"}) {
        scoring::EvidenceProblem& bare = sheet.problems.emplace_back();
        bare.problem = scoring::Problem::photoMissing;
        bare.itemCode = code;
        bare.finding = {finding};
    }
    ReviewItemModel item({}, nullptr);
    item.show(&sheet, code);
    CHECK(item.evidenceProblems() == QStringList{QStringLiteral("2 处没有照片（这一项共 2 张）")});
}

TEST_CASE("Who has no right to adjust points is offered the other decisions only", "[review]")
{
    Reviewing r;
    const domain::InspectionId id = r.desk.tablet.submitted("LJ");
    r.open(id);
    domain::User supervisor = county::supervisor();
    supervisor.mayAdjust = false;
    r.model.showReviewer(supervisor);
    CHECK(r.model.adjustBlocked() == ReviewModel::Blocked::NoRight);
    r.model.adjust(QStringLiteral("1"), QStringLiteral("看错"));
    CHECK(r.decided.empty());
    CHECK(r.model.decideBlocked() == ReviewModel::Blocked::No);
    r.model.showReviewer(county::chief());
    CHECK(r.model.adjustBlocked() == ReviewModel::Blocked::No);
}

TEST_CASE("Points that somebody else adjusted are theirs; one's own may be adjusted again",
          "[review]")
{
    Reviewing r;
    const domain::InspectionId id = r.desk.tablet.submitted("LJ");
    domain::Review adjust = reviewOf(id, domain::Decision::adjust);
    adjust.adjustments = {{"LJ07", base::Points::whole(1), "看错"}};
    r.decide(adjust, county::supervisor().id);
    r.open(id);
    CHECK(r.model.adjustBlocked() == ReviewModel::Blocked::No);
    r.model.showReviewer(county::chief());
    CHECK(r.model.adjustBlocked() == ReviewModel::Blocked::AdjustedByOther);
    CHECK(r.model.decideBlocked() == ReviewModel::Blocked::No);
}

TEST_CASE(
    "A decision without effect is explained by the hub's reason, and by who was first where "
    "somebody was",
    "[review]")
{
    Reviewing r;
    const domain::InspectionId id = r.desk.tablet.submitted("LJ");
    const auto refused = [&](const std::string& code, const domain::RecordId& other) {
        const domain::RecordId mine =
            r.decide(reviewOf(id, domain::Decision::approve), county::supervisor().id);
        store::Outbox outbox(r.desk.tablet.db());
        outbox.append(*store::Records(r.desk.tablet.db()).find(mine));
        outbox.settle({mine, store::OutboxState::conflict, 0, code, "还有 3 张照片没有送达", other},
                      1);
    };
    SECTION("not every photo was there")
    {
        refused("review.photos_missing", {});
        r.open(id);
        CHECK(r.model.refusal().contains(QStringLiteral("还有 3 张照片没有送达")));
    }
    SECTION("somebody was first")
    {
        const domain::RecordId first =
            r.decide(reviewOf(id, domain::Decision::sendBack), county::chief().id);
        refused("review.decided", first);
        r.open(id);
        CHECK(r.model.refusal().startsWith(text(county::chief().name)));
        CHECK(r.model.refusal().contains(QStringLiteral("退回")));
    }
    SECTION("another of one's own holds")
    {
        refused("review.photos_missing", {});
        r.decide(reviewOf(id, domain::Decision::approve), county::supervisor().id);
        r.open(id);
        CHECK(r.model.refusal().isEmpty());
    }
}

TEST_CASE(
    "For the page of an inspection its thumbnails are fetched first, then those of last time, "
    "then the photos of both",
    "[review]")
{
    Desk desk;
    store::Records records(desk.tablet.db());
    const domain::Inspection plain = *records.newest(desk.tablet.submitted("LJ"));
    const auto withPhoto = [&](const char* name) {
        domain::Inspection made = plain;
        made.id = {desk.tablet.ids().next()};
        domain::PhotoEntry photo;
        photo.id = {desk.tablet.ids().next()};
        photo.sha256 = {std::string(name) + " photo"};
        photo.thumbSha256 = {std::string(name) + " thumb"};
        made.photos = {photo};
        desk.tablet.clock().advance(60'000);
        made.submittedAtMs = desk.tablet.clock().wallMs();
        const domain::RecordId record{desk.tablet.ids().next()};
        records.apply(made.submittedAtMs, 7,
                      {record,
                       "inspection",
                       made.inspector,
                       {"d"},
                       "i",
                       made.submittedAtMs,
                       5,
                       domain::canonicalJson(made)});
        return made.id;
    };
    withPhoto("last");
    const domain::InspectionId now = withPhoto("now");
    std::vector<std::string> wanted;
    for (const domain::Sha256& one : store::WantedMedia(desk.tablet.db()).shownWith(now))
        wanted.push_back(one.value);
    CHECK(wanted == std::vector<std::string>{"now thumb", "last thumb", "now photo", "last photo"});
}

TEST_CASE(
    "The overview is of the campaign that is chosen, with what nobody checked yet and the "
    "points as adjusted",
    "[overview]")
{
    Reviewing r;
    const domain::InspectionId id = r.desk.tablet.submitted("LJ");
    domain::Review adjust = reviewOf(id, domain::Decision::adjust);
    for (const char* item : {"LJ09", "LJ11", "LJ10"})
        adjust.adjustments.push_back({item, {}, "看错"});
    r.decide(adjust, county::supervisor().id);
    r.decide(reviewOf(id, domain::Decision::approve), county::supervisor().id);
    const Overview overview = readOverview(r.desk.tablet.db(), 0, county::campaign);
    CHECK(overview.campaign == county::campaign);
    CHECK(overview.approved == 1);
    CHECK(overview.checks == static_cast<int>(overview.lists.at("checks").size()));
    CHECK(overview.unchecked == overview.checks - 1);
    CHECK(overview.lists.at("unchecked")[0].id.empty());
    CHECK(overview.scores[1].count == 1);  // 100 less 15, 10 and 8: in 60–70
    CHECK(readOverview(r.desk.tablet.db(), 0, {"gone"}).campaign == overview.campaign);
}

TEST_CASE(
    "The overview expects one check a facility where the sheet is on facilities; a village that is "
    "inspected as a whole is one",
    "[overview]")
{
    Reviewing r;
    auto& tablet = r.desk.tablet;
    std::vector<domain::Region> regions = county::regions();
    domain::Region& second = regions.emplace_back(regions.back());
    second.code = {county::village1.value + "-W2"};
    second.name = "石洞坑 2 号终端";
    domain::Region& gone = regions.emplace_back(second);
    gone.code = {county::village1.value + "-W3"};
    gone.retired = true;
    std::vector<std::string> lines;
    for (const domain::Region& one : regions) lines.push_back(domain::canonicalJson(one));
    SQLite::Transaction transaction(tablet.db());
    REQUIRE(store::Reference(tablet.db()).replace("regions", "2", lines, 1));
    transaction.commit();
    const auto read = [&] { return readOverview(tablet.db(), 0, county::campaign); };
    const auto inspected = [&](const domain::RegionCode& subject) {
        domain::Inspection made;
        made.id = {tablet.ids().next()};
        made.campaign = county::campaign;
        made.checklist = *store::Reference(tablet.db()).checklistRef("WS", 1);
        made.village = county::village1;
        made.subject = subject;
        made.inspector = county::inspector().id;
        made.submittedAtMs = tablet.clock().wallMs();
        store::Records(tablet.db())
            .apply(++r.seq, made.submittedAtMs,
                   {{tablet.ids().next()},
                    "inspection",
                    made.inspector,
                    {"d"},
                    "i",
                    r.seq,
                    made.submittedAtMs,
                    domain::canonicalJson(made)});
        return made.id;
    };
    CHECK(read().checks == 6 * 3 + 1);
    r.decide(reviewOf(inspected(county::plant1), domain::Decision::approve),
             county::supervisor().id);
    Overview overview = read();
    CHECK(overview.approved == 1);
    CHECK(overview.checks == 19);
    CHECK(overview.unchecked == 18);
    CHECK(overview.towns[0].count == 1);
    CHECK(overview.towns[0].of == 10);
    CHECK(overview.lists.at("approved")[0].subtitle.find("WS · 石洞坑 1 号终端") !=
          std::string::npos);
    const auto& open = overview.lists.at("unchecked");
    CHECK(std::ranges::count_if(open, [](const OverviewEntry& entry) {
              return entry.subtitle == "六石街道 · WS · 石洞坑 2 号终端";
          }) == 1);
    r.decide(reviewOf(inspected(county::village1), domain::Decision::approve),
             county::supervisor().id);
    overview = read();
    CHECK(overview.approved == 2);
    CHECK(overview.checks == 19);
    CHECK(overview.unchecked == 17);
}

TEST_CASE("The overview of a combined campaign is all that it combines", "[overview]")
{
    Reviewing r;
    r.desk.tablet.submitted("LJ");
    const auto part = store::Reference(r.desk.tablet.db()).campaign(county::campaign);
    domain::Campaign all;
    all.id = {"year"};
    all.name = "全年";
    all.state = domain::CampaignState::published;
    all.combines = {{county::campaign, base::Points::whole(1)}};
    SQLite::Transaction transaction(r.desk.tablet.db());
    const std::vector<std::string> lines{domain::canonicalJson(*part), domain::canonicalJson(all)};
    REQUIRE(store::Reference(r.desk.tablet.db()).replace("campaigns", "2", lines, 1));
    transaction.commit();
    const Overview overview = readOverview(r.desk.tablet.db(), 0, {"year"});
    CHECK(overview.campaigns.size() == 2);
    CHECK(overview.waiting == 1);
    CHECK(overview.checks == static_cast<int>(part->participants.size() * part->checklists.size()));
}

TEST_CASE(
    "A new submission's changes say what is different also where points and counts are the "
    "same",
    "[review]")
{
    domain::Checklist sheet;
    sheet.sections.resize(1);
    domain::Item& item = sheet.sections[0].items.emplace_back();
    item.code = "A1";
    item.max = base::Points::whole(6);
    for (const char* code : {"a", "b"}) {
        domain::Rule& rule = item.rules.emplace_back();
        rule.code = code;
        rule.text = std::string("规则") + code;
        rule.price = base::Points::whole(1);
    }
    domain::Inspection older;
    domain::Answer& answer = older.answers.emplace_back();
    answer.itemCode = "A1";
    answer.state = domain::AnswerState::found;
    for (const char* id : {"f1", "f2"}) {
        domain::Finding& finding = answer.findings.emplace_back();
        finding.id = {id};
        finding.ruleCode = "a";
    }
    domain::PhotoEntry& photo = older.photos.emplace_back();
    photo.itemCode = "A1";
    photo.sha256 = {"one"};
    CHECK(changesBetween(sheet, older, older).empty());

    domain::Inspection newer = older;
    newer.remark = "补拍";
    newer.photos[0].sha256 = {"two"};
    domain::Answer& said = newer.answers[0];
    said.findings[0].place = "村口";
    said.findings[0].repeat = true;
    said.findings[1].id = {"f3"};
    said.findings[1].ruleCode = "b";
    const std::vector<ItemChange> changes = changesBetween(sheet, older, newer);
    REQUIRE(changes.size() == 2);
    CHECK(changes[0].itemCode.empty());
    CHECK(changes[0].details == std::vector<std::string>{"整份的备注：（空） → 补拍"});
    CHECK(changes[1].oldPoints == changes[1].newPoints);
    CHECK(changes[1].details == std::vector<std::string>{"删去：规则a",
                                                         "第 1 处的位置：（空） → 村口",
                                                         "第 1 处标为上期未整改", "新增：规则b",
                                                         "照片：新增 1 张，去掉 1 张"});
}
