#include <catch2/catch.hpp>

#include "core/checklists/samples.h"
#include "core/domain/codec.h"
#include "sync/hub/store/blobs.h"
#include "sync/hub/store/projections.h"
#include "sync/hub/store/rectifications.h"
#include "sync/hub/store/reference.h"
#include "tests/hub/records/county.h"

using namespace hubtest;
using domain::RectificationAction;

namespace {
/// An approved inspection of 上村 with one finding that is to be put right, its photo, and the
/// people.
struct Found {
    County county;
    Tablet zhang = county.tabletOf("zhang");
    Tablet wang = county.tabletOf("wang");
    Tablet chief = county.tabletOf("chief");
    Tablet contact = somebody("qian", domain::Role::villageContact, {{village11}});
    Tablet neighbour = somebody("zhou", domain::Role::villageContact, {{village12}});
    domain::Inspection made = county.inspection(zhang, village11);
    domain::FindingId finding{county.ids.next()};

    Found()
    {
        domain::Answer& answer = made.answers.front();
        answer.state = domain::AnswerState::found;
        domain::Finding one;
        one.id = finding;
        one.ruleCode = "a";
        one.place = "村口";
        for (const domain::Checklist& sheet : checklists::samples())
            if (const auto* item = domain::findItem(sheet, answer.itemCode))
                one.ruleCode = item->rules.front().code;
        answer.findings = {one};
        domain::PhotoEntry before = county.photo("before");
        before.itemCode = answer.itemCode;
        before.finding = finding;
        made.photos = {before};
    }
    Tablet somebody(const std::string& id, domain::Role role, std::vector<domain::RegionCode> scope)
    {
        county.hub().services().committer.run([&](hub::Connection& db) {
            hub::putUser(db, {{id}, "某人", role, std::move(scope), true});
        });
        return county.tabletOf(id);
    }
    void approve()
    {
        REQUIRE(textOf(county.pushOne(zhang, county.submitted(zhang, made)).outcome) == "applied");
        county.storeBlob(made.photos[0]);
        REQUIRE(textOf(county.pushOne(wang, county.reviewed(wang, made, domain::Decision::approve))
                           .outcome) == "applied");
    }
    domain::RectificationStep issue(const Tablet& by)
    {
        domain::RectificationStep step = this->step(by, RectificationAction::issue, {});
        for (const domain::Checklist& sheet : checklists::samples())
            if (sheet.kind == made.checklist.kind)
                step.notice = domain::rectificationNeeds(sheet, made, {}).at(0).notice;
        step.notice->number = "整改〔2026〕1号";
        step.notice->responsible = "上村";
        step.notice->dueAtMs = domain::dueAtMs({}, step.notice->severity, county.clock.nowMs);
        return step;
    }
    domain::RectificationStep step(const Tablet& by, RectificationAction action,
                                   const domain::RecordId& after)
    {
        domain::RectificationStep step;
        step.inspection = made.id;
        step.finding = finding;
        step.action = action;
        step.after = after;
        step.by = by.user.id;
        return step;
    }
    protocol::PushResult push(Tablet& tablet, const domain::RectificationStep& step)
    {
        const domain::Record record =
            county.record(tablet, "rectification", domain::canonicalJson(step));
        const protocol::PushResult result = county.pushOne(tablet, record);
        if (textOf(result.outcome) == "applied") last = record.id;
        return result;
    }
    protocol::PushResult report(Tablet& tablet, const std::string& bytes)
    {
        auto step = this->step(tablet, RectificationAction::report, last);
        step.photos = {county.photo(bytes)};
        return push(tablet, step);
    }
    protocol::PushResult appeal(Tablet& tablet, const std::string& reason = "不是我村的")
    {
        domain::Appeal appeal;
        appeal.inspection = made.id;
        appeal.itemCode = made.answers.front().itemCode;
        appeal.finding = finding;
        appeal.reason = reason;
        appeal.by = tablet.user.id;
        const domain::Record record =
            county.record(tablet, "appeal", domain::canonicalJson(appeal));
        last = record.id;
        return county.pushOne(tablet, record);
    }
    domain::RectificationState state()
    {
        const auto reader = county.hub().services().readers.take();
        return hub::findRectification(*reader, finding)->state;
    }
    bool reads(const Tablet& tablet, const domain::PhotoEntry& photo)
    {
        const auto reader = county.hub().services().readers.take();
        return hub::mayRead(*reader, {tablet.user, tablet.device, false}, photo.sha256) &&
               hub::mayRead(*reader, {tablet.user, tablet.device, false}, photo.thumbSha256);
    }
    domain::RecordId last;
};
}  // namespace

TEST_CASE("A finding is put right in steps: issued, begun, reported, returned, accepted, closed")
{
    using State = domain::RectificationState;
    Found f;
    f.approve();
    CHECK(textOf(f.push(f.wang, f.issue(f.wang)).outcome) == "applied");
    CHECK(
        textOf(f.push(f.contact, f.step(f.contact, RectificationAction::start, f.last)).outcome) ==
        "applied");
    CHECK(f.state() == State::working);
    CHECK(textOf(f.report(f.contact, "after one").outcome) == "applied");
    auto back = f.step(f.wang, RectificationAction::sendBack, f.last);
    CHECK(f.push(f.wang, back).code == "rectification.comment");
    back.comment = "不是同一位置";
    CHECK(textOf(f.push(f.wang, back).outcome) == "applied");
    CHECK(f.state() == State::returned);
    CHECK(f.report(f.contact, "after one").code == "rectification.photo_reused");
    CHECK(f.report(f.contact, "before").code == "rectification.photo_reused");
    CHECK(textOf(f.report(f.contact, "after two").outcome) == "applied");
    const auto accept = f.step(f.wang, RectificationAction::accept, f.last);
    CHECK(f.push(f.wang, accept).code == "rectification.photos_missing");
    f.county.storeBlob(f.county.photo("after two"));
    CHECK(textOf(f.push(f.wang, accept).outcome) == "applied");
    CHECK(f.state() == State::checked);
    CHECK(textOf(f.push(f.chief, f.step(f.chief, RectificationAction::close, f.last)).outcome) ==
          "applied");
    CHECK(f.state() == State::closed);
    f.county.hub().services().committer.run([](hub::Connection& db) {
        const std::string before = hub::projectionsHash(db);
        hub::rebuild(db);
        CHECK(hub::projectionsHash(db) == before);
    });
}

TEST_CASE("Of two steps after the same one the later is a conflict that names the first")
{
    Found f;
    f.approve();
    f.push(f.wang, f.issue(f.wang));
    const domain::RecordId issued = f.last;
    const protocol::PushResult again = f.push(f.chief, f.issue(f.chief));
    CHECK(again.code == "rectification.moved");
    CHECK(again.other == issued);
    f.report(f.contact, "after");
    f.county.storeBlob(f.county.photo("after"));
    const domain::RecordId reported = f.last;
    f.push(f.wang, f.step(f.wang, RectificationAction::accept, reported));
    auto back = f.step(f.chief, RectificationAction::sendBack, reported);
    back.comment = "看不清";
    const protocol::PushResult second = f.push(f.chief, back);
    CHECK(textOf(second.outcome) == "conflict");
    CHECK(second.other == f.last);
}

TEST_CASE("What is issued must be what the approved inspection asks")
{
    Found f;
    SECTION("approved")
    {
        REQUIRE(textOf(f.county.pushOne(f.zhang, f.county.submitted(f.zhang, f.made)).outcome) ==
                "applied");
        CHECK(f.push(f.wang, f.issue(f.wang)).code == "rectification.not_approved");
    }
    SECTION("as found")
    {
        f.approve();
        auto other = f.issue(f.wang);
        other.notice->place = "别处";
        CHECK(f.push(f.wang, other).code == "rectification.notice");
        auto strange = f.issue(f.wang);
        strange.notice->before.push_back(f.county.photo("of somebody else"));
        CHECK(f.push(f.wang, strange).code == "rectification.notice");
        auto nothing = f.issue(f.wang);
        nothing.finding = {f.county.ids.next()};
        CHECK(f.push(f.wang, nothing).code == "rectification.no_need");
        for (const std::int64_t hours : {-24, -1, 1}) {
            auto otherDay = f.issue(f.wang);
            otherDay.notice->dueAtMs += hours * 3'600'000;
            CHECK(f.push(f.wang, otherDay).code == "rectification.due");
        }
    }
}

TEST_CASE("Each step is for those whose it is, and in their place only")
{
    Found f;
    f.approve();
    Tablet sun = f.somebody("sun", domain::Role::supervisor, {{town2}});
    for (Tablet* tablet : {&f.zhang, &f.contact, &sun})
        CHECK(f.push(*tablet, f.issue(*tablet)).code == "rectification.forbidden");
    auto named = f.issue(f.wang);
    named.by = f.chief.user.id;
    CHECK(f.push(f.wang, named).code == "rectification.by");
    REQUIRE(textOf(f.push(f.wang, f.issue(f.wang)).outcome) == "applied");
    Tablet li = f.county.tabletOf("li");
    for (Tablet* tablet : {&f.neighbour, &li, &f.wang})
        CHECK(f.report(*tablet, "x").code == "rectification.forbidden");
    CHECK(textOf(f.report(f.zhang, "after").outcome) == "applied");
    for (Tablet* tablet : {&f.contact, &sun, &f.zhang})
        CHECK(f.push(*tablet, f.step(*tablet, RectificationAction::accept, f.last)).code ==
              "rectification.forbidden");
}

TEST_CASE("A village sees what it is to put right, with its photos, and nothing of the inspection")
{
    Found f;
    f.approve();
    CHECK_FALSE(f.reads(f.contact, f.made.photos[0]));
    f.push(f.wang, f.issue(f.wang));
    f.report(f.zhang, "after");
    for (const protocol::FeedRecord& each : f.county.feed(f.contact).records)
        CHECK((each.record.kind == "rectification" || each.record.kind == "photo.received"));
    CHECK(f.reads(f.contact, f.made.photos[0]));
    CHECK(f.reads(f.contact, f.county.photo("after")));
    CHECK_FALSE(f.reads(f.neighbour, f.made.photos[0]));
    CHECK(f.county.feed(f.neighbour).records.empty());
}

TEST_CASE("An appeal is answered once, by a new decision; the deduction as found stays in the log")
{
    Found f;
    f.approve();
    REQUIRE(textOf(f.appeal(f.contact).outcome) == "applied");
    const domain::RecordId appeal = f.last;
    CHECK(f.appeal(f.wang).code == "appeal.open");
    CHECK(f.appeal(f.neighbour).code == "appeal.forbidden");
    CHECK(f.appeal(f.contact, "").code == "appeal.reason");
    domain::Review answer;
    answer.inspection = f.made.id;
    answer.decision = domain::Decision::adjust;
    answer.reviewer = f.wang.user.id;
    answer.appeal = appeal;
    answer.comment = "核实属邻村";
    const auto push = [&](Tablet& tablet) {
        answer.reviewer = tablet.user.id;
        return f.county.pushOne(tablet,
                                f.county.record(tablet, "review", domain::canonicalJson(answer)));
    };
    CHECK(push(f.wang).code == "review.appeal_answer");
    answer.adjustments = {{f.made.answers.front().itemCode, base::Points::whole(8), "核实属邻村"}};
    CHECK(textOf(push(f.wang).outcome) == "applied");
    CHECK(push(f.chief).code == "review.decided");
    const auto reader = f.county.hub().services().readers.take();
    CHECK(hub::findInspection(*reader, f.made.id)->state == domain::InspectionState::approved);
    // The deduction is taken back, so there is nothing to put right any more.
    CHECK(f.push(f.wang, f.issue(f.wang)).code == "rectification.no_need");
}

TEST_CASE("A granted appeal cancels what the item was to put right, in the same moment")
{
    using State = domain::RectificationState;
    Found f;
    f.approve();
    REQUIRE(textOf(f.push(f.wang, f.issue(f.wang)).outcome) == "applied");
    REQUIRE(textOf(f.report(f.contact, "after").outcome) == "applied");
    const domain::RecordId reported = f.last;
    REQUIRE(textOf(f.appeal(f.contact).outcome) == "applied");
    domain::Review answer;
    answer.inspection = f.made.id;
    answer.decision = domain::Decision::adjust;
    answer.appeal = f.last;
    answer.comment = "属邻村";
    const auto push = [&](Tablet& tablet, int points) {
        answer.reviewer = tablet.user.id;
        answer.adjustments = {
            {f.made.answers.front().itemCode, base::Points::whole(points), "属邻村"}};
        return f.county.pushOne(tablet,
                                f.county.record(tablet, "review", domain::canonicalJson(answer)));
    };
    SECTION("granted in part")
    {
        REQUIRE(textOf(push(f.chief, 1).outcome) == "applied");
        CHECK(f.state() == State::reported);
    }
    SECTION("granted in full")
    {
        REQUIRE(textOf(push(f.chief, 8).outcome) == "applied");
        CHECK(f.state() == State::cancelled);
        const auto records = f.county.feed(f.contact).records;
        const auto cancelled =
            domain::rectificationStepFromJson(records.back().record.body).value();
        CHECK(cancelled.action == RectificationAction::cancel);
        CHECK(cancelled.after == reported);
        CHECK(cancelled.by == f.chief.user.id);
        CHECK(cancelled.comment == "扣分已撤回：属邻村");
        f.county.hub().services().committer.run([](hub::Connection& db) {
            const std::string before = hub::projectionsHash(db);
            hub::rebuild(db);
            CHECK(hub::projectionsHash(db) == before);
        });
    }
    SECTION("refused because another was first")
    {
        answer.decision = domain::Decision::approve;
        answer.adjustments.clear();
        answer.reviewer = f.wang.user.id;
        REQUIRE(textOf(f.county
                           .pushOne(f.wang, f.county.record(f.wang, "review",
                                                            domain::canonicalJson(answer)))
                           .outcome) == "applied");
        answer.decision = domain::Decision::adjust;
        CHECK(push(f.chief, 8).code == "review.decided");
        CHECK(f.state() == State::reported);
    }
}

TEST_CASE("An appeal after its last day has no effect")
{
    Found f;
    f.approve();
    f.county.clock.nowMs += 8LL * 86'400'000;
    CHECK(f.appeal(f.contact).code == "appeal.late");
}

TEST_CASE("A veto needs two people: one confirms, another approves")
{
    Found f;
    for (const domain::Checklist& sheet : checklists::samples())
        for (const domain::Section& section : sheet.sections)
            for (const domain::Item& item : section.items)
                if (sheet.kind == "MV" && item.rules.front().method == domain::RuleMethod::veto) {
                    domain::Finding veto;
                    veto.id = {f.county.ids.next()};
                    veto.ruleCode = item.rules.front().code;
                    f.made.answers.push_back(
                        {item.code, domain::AnswerState::found, {veto}, {}, 0, {}});
                    domain::PhotoEntry proof = f.county.photo("veto");
                    proof.itemCode = item.code;
                    proof.finding = veto.id;
                    f.made.photos.push_back(proof);
                }
    REQUIRE(f.made.photos.size() > 1);
    REQUIRE(textOf(f.county.pushOne(f.zhang, f.county.submitted(f.zhang, f.made)).outcome) ==
            "applied");
    for (const domain::PhotoEntry& photo : f.made.photos) f.county.storeBlob(photo);
    const auto decide = [&](Tablet& tablet, domain::Decision decision) {
        return f.county.pushOne(tablet, f.county.reviewed(tablet, f.made, decision));
    };
    CHECK(decide(f.wang, domain::Decision::approve).code == "review.second_person");
    CHECK(textOf(decide(f.wang, domain::Decision::confirmVeto).outcome) == "applied");
    CHECK(decide(f.chief, domain::Decision::confirmVeto).code == "review.decided");
    CHECK(decide(f.wang, domain::Decision::approve).code == "review.second_person");
    CHECK(textOf(decide(f.chief, domain::Decision::approve).outcome) == "applied");
}
