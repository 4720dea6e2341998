#include <catch2/catch.hpp>
#include <set>
#include <thread>

#include "core/domain/codec.h"
#include "sync/hub/store/blobs.h"
#include "sync/protocol/codec.h"
#include "tests/hub/records/everybody.h"

// Every role against every kind of record, in its own place and with another town's ids.
using namespace hubtest;
using domain::RectificationAction;

namespace {
/// A kind of record, who may write it about 上村, and how one by somebody is made.
struct Kind {
    std::string name;
    std::string kind;
    std::set<std::string> may;
    std::function<std::string(Work&, const std::string& by)> body;
};

const std::set<std::string> reviewers{"supervisorHere", "adjusterHere", "chiefOfAll"};
const std::set<std::string> adjusters{"adjusterHere", "chiefOfAll"};

std::vector<Kind> inspecting()
{
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
        {"sendBack", "review", reviewers,
         [](Work& work, const std::string& by) {
             return work.review(work.submitted(), by, domain::Decision::sendBack);
         }},
        {"void", "review", reviewers,
         [](Work& work, const std::string& by) {
             return work.review(work.submitted(), by, domain::Decision::voidIt);
         }},
        {"adjust", "review", adjusters,
         [](Work& work, const std::string& by) {
             return work.review(work.submitted(), by, domain::Decision::adjust);
         }},
        {"confirmVeto", "review", reviewers,
         [](Work& work, const std::string& by) {
             return work.review(work.vetoed(), by, domain::Decision::confirmVeto);
         }},
        {"answer", "review", reviewers,
         [](Work& work, const std::string& by) { return work.answer(work.approved(), by); }},
        {"grant", "review", adjusters,
         [](Work& work, const std::string& by) {
             return work.answer(work.approved(), by, domain::Decision::adjust);
         }},
    };
}

std::vector<Kind> mending()
{
    return {
        {"issue", "rectification", reviewers,
         [](Work& work, const std::string& by) { return work.issue(work.approved(), by); }},
        {"start",
         "rectification",
         {"inspectorHere", "contactHere"},
         [](Work& work, const std::string& by) {
             return work.step(work.issued(), by, RectificationAction::start);
         }},
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
        {"return", "rectification", reviewers,
         [](Work& work, const std::string& by) {
             return work.step(work.reported(), by, RectificationAction::sendBack);
         }},
        {"close", "rectification", reviewers,
         [](Work& work, const std::string& by) {
             return work.step(work.checked(), by, RectificationAction::close);
         }},
        {"cancel", "rectification", reviewers,
         [](Work& work, const std::string& by) {
             return work.step(work.issued(), by, RectificationAction::cancel);
         }},
        {"appeal",
         "appeal",
         {"supervisorHere", "adjusterHere", "chiefOfAll", "contactHere"},
         [](Work& work, const std::string& by) { return work.appeal(work.approved(), by); }},
    };
}

/// What only the hub writes, or nobody yet.
std::vector<Kind> nobodys()
{
    return {
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

std::vector<Kind> kinds()
{
    std::vector<Kind> all;
    for (const auto& some : {inspecting(), mending(), nobodys()})
        all.insert(all.end(), some.begin(), some.end());
    return all;
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
        {"adjusterHere", whole},
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
