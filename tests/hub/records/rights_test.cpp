#include <catch2/catch.hpp>
#include <set>
#include <thread>

#include "core/checklists/samples.h"
#include "core/domain/codec.h"
#include "sync/hub/resources/record_routes.h"
#include "sync/hub/store/blobs.h"
#include "sync/hub/store/reference.h"
#include "sync/protocol/codec.h"
#include "tests/hub/records/county.h"

// Every role against every route and every kind of record, in its own place and with another town's
// ids.
using namespace hubtest;
using domain::RectificationAction;
using domain::Role;

namespace {
/// Everybody there is; "Here" is 上村 of 甲镇, where the work is done.
struct Everybody {
    County county;
    std::map<std::string, Tablet> who;

    Everybody()
    {
        add("inspectorHere", Role::inspector, {});
        add("inspectorElsewhere", Role::inspector, {});
        add("supervisorHere", Role::supervisor, {{town1}});
        add("supervisorElsewhere", Role::supervisor, {{town2}});
        add("chiefOfAll", Role::chief, {});
        add("administrator", Role::administrator, {});
        add("contactHere", Role::villageContact, {{village11}});
        add("contactElsewhere", Role::villageContact, {{village21}});
        county.hub().services().committer.run([&](hub::Connection& db) {
            hub::putAssignment(db, {county.campaign.id, {"inspectorHere"}, {{town1}}, {}});
            hub::putAssignment(db, {county.campaign.id, {"inspectorElsewhere"}, {{village21}}, {}});
        });
    }
    void add(const std::string& id, Role role, std::vector<domain::RegionCode> scope)
    {
        county.hub().services().committer.run([&](hub::Connection& db) {
            hub::putUser(db, {{id}, id, role, std::move(scope), true});
        });
        who.emplace(id, county.tabletOf(id));
    }
    Tablet& at(const std::string& id) { return who.at(id); }
};

/// One piece of work in 上村, as far as the record that is tried needs it.
struct Work {
    explicit Work(Everybody& all) : m_all(all) {}

    domain::Inspection inspection()
    {
        County& county = m_all.county;
        domain::Inspection made = county.inspection(m_all.at("inspectorHere"), village11);
        domain::Answer& answer = made.answers.front();
        domain::Finding found;
        found.id = {county.ids.next()};
        for (const domain::Checklist& sheet : checklists::samples())
            if (const auto* item = domain::findItem(sheet, answer.itemCode))
                found.ruleCode = item->rules.front().code;
        answer.state = domain::AnswerState::found;
        answer.findings = {found};
        domain::PhotoEntry photo = county.photo("photo of " + made.id.value);
        photo.itemCode = answer.itemCode;
        photo.finding = found.id;
        made.photos = {photo};
        return made;
    }
    domain::Inspection submitted()
    {
        domain::Inspection made = inspection();
        done("inspectorHere", "inspection", domain::canonicalJson(made));
        m_all.county.storeBlob(made.photos[0]);
        return made;
    }
    domain::Inspection approved()
    {
        const domain::Inspection made = submitted();
        done("chiefOfAll", "review", review(made, "chiefOfAll"));
        return made;
    }
    domain::Inspection issued()
    {
        const domain::Inspection made = approved();
        last = done("chiefOfAll", "rectification", issue(made, "chiefOfAll"));
        return made;
    }
    domain::Inspection reported()
    {
        const domain::Inspection made = issued();
        last = done("contactHere", "rectification",
                    step(made, "contactHere", RectificationAction::report));
        m_all.county.storeBlob(m_all.county.photo("after " + made.id.value));
        return made;
    }
    std::string review(const domain::Inspection& made, const std::string& by)
    {
        domain::Review review;
        review.inspection = made.id;
        review.reviewer = {by};
        return domain::canonicalJson(review);
    }
    std::string issue(const domain::Inspection& made, const std::string& by)
    {
        domain::RectificationStep step;
        step.inspection = made.id;
        step.finding = made.answers.front().findings.front().id;
        step.by = {by};
        for (const domain::Checklist& sheet : checklists::samples())
            if (sheet.kind == made.checklist.kind)
                step.notice = domain::rectificationNeeds(sheet, made, {}).at(0).notice;
        step.notice->dueAtMs = m_all.county.clock.nowMs + 1;
        return domain::canonicalJson(step);
    }
    std::string step(const domain::Inspection& made, const std::string& by,
                     RectificationAction action)
    {
        domain::RectificationStep step;
        step.inspection = made.id;
        step.finding = made.answers.front().findings.front().id;
        step.action = action;
        step.after = last;
        step.by = {by};
        if (action == RectificationAction::report)
            step.photos = {m_all.county.photo("after " + made.id.value)};
        return domain::canonicalJson(step);
    }
    std::string appeal(const domain::Inspection& made, const std::string& by)
    {
        domain::Appeal appeal;
        appeal.inspection = made.id;
        appeal.itemCode = made.answers.front().itemCode;
        appeal.reason = "不属实";
        appeal.by = {by};
        return domain::canonicalJson(appeal);
    }
    domain::RecordId done(const std::string& by, const std::string& kind, const std::string& body)
    {
        const domain::Record record = m_all.county.record(m_all.at(by), kind, body);
        const protocol::PushResult result = m_all.county.pushOne(m_all.at(by), record);
        INFO(kind << " by " << by << ": " << result.code << " " << result.message);
        REQUIRE(textOf(result.outcome) == "applied");
        return record.id;
    }
    domain::RecordId last;

private:
    Everybody& m_all;
};

/// A kind of record, who may write it about 上村, and how one by somebody is made.
struct Kind {
    std::string name;
    std::string kind;
    std::set<std::string> may;
    std::function<std::string(Work&, const std::string& by)> body;
};

std::vector<Kind> kinds()
{
    const std::set<std::string> reviewers{"supervisorHere", "chiefOfAll"};
    return {
        {"inspection",
         "inspection",
         {"inspectorHere"},
         [](Work& work, const std::string& by) {
             domain::Inspection made = work.inspection();
             made.inspector = {by};
             return domain::canonicalJson(made);
         }},
        {"review", "review", reviewers,
         [](Work& work, const std::string& by) { return work.review(work.submitted(), by); }},
        {"issue", "rectification", reviewers,
         [](Work& work, const std::string& by) { return work.issue(work.approved(), by); }},
        {"report",
         "rectification",
         {"inspectorHere", "contactHere"},
         [](Work& work, const std::string& by) {
             return work.step(work.issued(), by, RectificationAction::report);
         }},
        {"accept", "rectification", reviewers,
         [](Work& work, const std::string& by) {
             return work.step(work.reported(), by, RectificationAction::accept);
         }},
        {"appeal",
         "appeal",
         {"supervisorHere", "chiefOfAll", "contactHere"},
         [](Work& work, const std::string& by) { return work.appeal(work.approved(), by); }},
        {"publication",
         "publication",
         {},
         [](Work&, const std::string&) { return std::string("{}"); }},
        {"redaction", "redaction", {}, [](Work&, const std::string&) { return std::string("{}"); }},
        {"photo.received",
         "photo.received",
         {},
         [](Work&, const std::string&) { return std::string("{}"); }},
        {"photo.rejected",
         "photo.rejected",
         {},
         [](Work&, const std::string&) { return std::string("{}"); }},
        {"scope", "scope", {}, [](Work&, const std::string&) { return std::string("{}"); }},
        {"unknown",
         "a.kind.of.the.future",
         {},
         [](Work&, const std::string&) { return std::string("{}"); }},
    };
}
}  // namespace

TEST_CASE("Each kind of record is taken from those whose it is and from nobody else")
{
    Everybody all;
    for (const Kind& kind : kinds())
        for (auto& [id, tablet] : all.who) {
            Work work(all);
            const domain::Record record = all.county.record(tablet, kind.kind, kind.body(work, id));
            const protocol::PushResult result = all.county.pushOne(tablet, record);
            INFO(kind.name << " by " << id << ": " << result.code);
            CHECK(textOf(result.outcome) == (kind.may.count(id) > 0 ? "applied" : "quarantined"));
        }
}

TEST_CASE("Nobody writes in the name of another")
{
    Everybody all;
    for (const Kind& kind : kinds()) {
        if (kind.may.empty()) continue;
        Work work(all);
        const std::string owner = *kind.may.begin();
        const std::string body = kind.body(work, owner);
        for (auto& [id, tablet] : all.who) {
            if (id == owner) continue;
            domain::Record record = all.county.record(tablet, kind.kind, body);
            const protocol::PushResult own = all.county.pushOne(tablet, record);
            INFO(kind.name << " of " << owner << " by " << id << ": " << own.code);
            CHECK(textOf(own.outcome) == "quarantined");
            record = all.county.record(tablet, kind.kind, body);
            record.author = {owner};
            CHECK(all.county.pushOne(tablet, record).code == "record.author");
        }
    }
}

TEST_CASE("The feed and the photos give each role its own and nothing of another town")
{
    Everybody all;
    Work work(all);
    const domain::Inspection made = work.reported();
    const domain::PhotoEntry after = all.county.photo("after " + made.id.value);
    domain::Review answer;
    answer.inspection = made.id;
    answer.reviewer = {"supervisorHere"};
    answer.comment = "维持";
    answer.appeal = work.done("contactHere", "appeal", work.appeal(made, "contactHere"));
    work.done("supervisorHere", "review", domain::canonicalJson(answer));
    const std::set<std::string> whole{"inspection", "review", "rectification", "appeal",
                                      "photo.received"};
    const std::map<std::string, std::set<std::string>> expected{
        {"inspectorHere", whole},
        {"inspectorElsewhere", {}},
        {"supervisorHere", whole},
        {"supervisorElsewhere", {}},
        {"chiefOfAll", whole},
        {"administrator", {}},
        {"contactHere", {"rectification", "appeal", "review", "photo.received"}},
        {"contactElsewhere", {}}};
    for (const auto& [id, tablet] : all.who) {
        INFO(id);
        std::set<std::string> seen;
        for (const protocol::FeedRecord& each : all.county.feed(tablet).records) {
            seen.insert(each.record.kind);
            if (id == "contactHere" && each.record.kind == "review")
                CHECK_FALSE(domain::reviewFromJson(each.record.body).value().appeal.empty());
        }
        CHECK(seen == expected.at(id));
        const auto reader = all.county.hub().services().readers.take();
        for (const domain::PhotoEntry& photo : {made.photos[0], after})
            for (const domain::Sha256& bytes : {photo.sha256, photo.thumbSha256})
                CHECK(hub::mayRead(*reader, {tablet.user, tablet.device, false}, bytes) ==
                      !expected.at(id).empty());
    }
}

TEST_CASE("A village sees no photo of a finding before it is issued")
{
    Everybody all;
    Work work(all);
    const domain::Inspection made = work.approved();
    const Tablet& contact = all.at("contactHere");
    const auto reader = all.county.hub().services().readers.take();
    CHECK_FALSE(
        hub::mayRead(*reader, {contact.user, contact.device, false}, made.photos[0].sha256));
}

TEST_CASE("Every route refuses who has no token, and gives each role its part")
{
    Everybody all;
    std::set<std::string> known{"POST /v1/enrol",         "POST /v1/push",
                                "GET /v1/feed",           "GET /v1/reference/{part}",
                                "PUT /v1/drafts/{id}",    "GET /v1/drafts/{id}",
                                "DELETE /v1/drafts/{id}", "GET /v1/drafts",
                                "POST /v1/handover",      "POST /v1/sign-in"};
    for (const hub::Route& route : hub::recordRoutes()) {
        INFO(route.method << " " << route.pattern);
        CHECK(known.count(route.method + " " + route.pattern) == 1);
        if (route.pattern == protocol::path::enrol || route.pattern == protocol::path::signIn)
            continue;
        hub::Request request;
        request.method = route.method;
        request.path = route.pattern.substr(0, route.pattern.find('{'));
        if (request.path != route.pattern) request.path += "regions";
        CHECK(all.county.ask(request).status == 401);
        request.headers[protocol::header::authorization] = "Bearer " + std::string(43, 'x');
        CHECK(all.county.ask(request).status == 401);
    }
    Tablet& author = all.at("inspectorHere");
    const domain::Inspection draft = all.county.inspection(author, village11);
    REQUIRE(all.county
                .send(author, "PUT", "/v1/drafts/" + draft.id.value, protocol::media::lines,
                      protocol::packLines(std::vector{domain::canonicalJson(draft)}))
                .status == 204);
    const std::set<std::string> ranks{"supervisorHere", "supervisorElsewhere", "chiefOfAll"};
    for (const auto& [id, tablet] : all.who) {
        INFO(id);
        CHECK(all.county.get(tablet, "/v1/feed").status == 200);
        for (const char* part : {"regions", "checklists", "campaigns", "assignments", "people"})
            CHECK(all.county.get(tablet, protocol::path::reference + std::string(part)).status ==
                  200);
        CHECK(all.county.get(tablet, "/v1/reference/rankings").status ==
              (ranks.count(id) > 0 ? 200 : 403));
        CHECK(all.county.get(tablet, "/v1/drafts/" + draft.id.value).status ==
              (id == "inspectorHere" ? 200 : 404));
    }
}

TEST_CASE("Two supervisors deciding at the same moment leave exactly one decision, every time")
{
    const char* rounds = std::getenv("XUNCUN_DECISION_ROUNDS");
    const int count = rounds != nullptr ? std::atoi(rounds) : 20;
    Everybody all;
    for (int round = 0; round < count; ++round) {
        Work work(all);
        const domain::Inspection made = work.submitted();
        std::vector<std::string> outcomes(2);
        const auto decide = [&](std::size_t n, const std::string& by,
                                const domain::Record& record) {
            const hub::Response response = all.county.push(all.at(by), {record});
            const auto answer = protocol::pushAnswerFromBytes(response.body);
            outcomes[n] = answer ? textOf(answer->results.at(0).outcome) : "no answer";
        };
        const auto first = all.county.record(all.at("supervisorHere"), "review",
                                             work.review(made, "supervisorHere"));
        const auto second =
            all.county.record(all.at("chiefOfAll"), "review", work.review(made, "chiefOfAll"));
        std::thread one([&] { decide(0, "supervisorHere", first); });
        std::thread two([&] { decide(1, "chiefOfAll", second); });
        one.join();
        two.join();
        std::sort(outcomes.begin(), outcomes.end());
        REQUIRE(outcomes == std::vector<std::string>{"applied", "conflict"});
    }
}
