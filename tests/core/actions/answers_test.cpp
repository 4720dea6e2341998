#include "core/actions/answers.h"

#include <catch2/catch.hpp>

#include "core/store/drafts.h"
#include "tests/support/tablet.h"

using domain::AnswerState;
using support::Tablet;

namespace {
domain::Finding byRule(const std::string& rule)
{
    domain::Finding finding;
    finding.ruleCode = rule;
    return finding;
}
}  // namespace

TEST_CASE(
    "A draft has one unanswered answer an item, in the sheet's order, and opens again as it was "
    "left")
{
    Tablet tablet;
    const auto draft = tablet.start("LJ");
    auto saved = store::Drafts(tablet.db()).find(draft);
    REQUIRE(saved);
    REQUIRE(saved->answers.size() == 19);
    CHECK(saved->answers[0].itemCode == "LJ01");
    CHECK(saved->answers[17].itemCode == "LJ18");
    REQUIRE(actions::addFinding(tablet.context(), draft, "LJ07", byRule("a")));
    tablet.reopen();
    CHECK(tablet.start("LJ") == draft);
    saved = store::Drafts(tablet.db()).find(draft);
    CHECK(saved->answers[6].state == AnswerState::found);
    CHECK(saved->answers[6].findings.size() == 1);
}

TEST_CASE("Counting up and down again leaves an item that nobody called good")
{
    Tablet tablet;
    const auto draft = tablet.start("LJ");
    auto& context = tablet.context();
    CHECK(actions::addFinding(context, draft, "LJ07", byRule("a"))->findings.size() == 1);
    CHECK(actions::addFinding(context, draft, "LJ07", byRule("a"))->findings.size() == 2);
    CHECK(actions::removeLastFinding(context, draft, "LJ07", "a")->findings.size() == 1);
    const auto answer = actions::removeLastFinding(context, draft, "LJ07", "a");
    REQUIRE(answer);
    CHECK(answer->state == AnswerState::unanswered);
    CHECK(actions::removeLastFinding(context, draft, "LJ07", "a").error().code == "finding.none");
}

TEST_CASE("A finding keeps what is said about it and its time when it is edited")
{
    Tablet tablet;
    const auto draft = tablet.start("LJ");
    auto& context = tablet.context();
    auto finding = actions::addFinding(context, draft, "LJ07", byRule("a"))->findings.front();
    const auto foundAtMs = finding.foundAtMs;
    tablet.clock().advance(5000);
    finding.place = "村口 “大樟树” 下";
    finding.note = "满溢";
    finding.repeat = true;
    finding.fix = base::Fix{{29.25, 120.25}, 8.5, base::PositionSource::device, 0, {}, {}, false};
    finding.foundAtMs = 1;
    REQUIRE(actions::editFinding(context, draft, "LJ07", finding));
    tablet.reopen();
    finding.foundAtMs = foundAtMs;
    CHECK(store::Drafts(tablet.db()).answer(draft, "LJ07")->findings == std::vector{finding});
}

TEST_CASE("Undo takes actions back one by one, also after a restart")
{
    Tablet tablet;
    const auto draft = tablet.start("LJ");
    const auto untouched = store::Drafts(tablet.db()).find(draft)->answers;
    REQUIRE(actions::setAnswerOk(tablet.context(), draft, "LJ01"));
    REQUIRE(actions::addFinding(tablet.context(), draft, "LJ07", byRule("a")));
    REQUIRE(actions::setAnswerNote(tablet.context(), draft, "LJ07", "一\n二"));
    REQUIRE(actions::allUntouchedOk(tablet.context(), draft, {"LJ01", "LJ02", "LJ03", "LJ07"}));
    REQUIRE(actions::setHouseholdsVisited(tablet.context(), draft, "LJ04", 8));
    tablet.reopen();
    CHECK(actions::lastAction(tablet.context(), draft) == "setHouseholdsVisited");
    for (int i = 0; i < 4; ++i) REQUIRE(actions::undoLast(tablet.context(), draft));
    CHECK(actions::lastAction(tablet.context(), draft) == "setAnswerOk");
    CHECK(store::Drafts(tablet.db()).answer(draft, "LJ01")->state == AnswerState::ok);
    REQUIRE(actions::undoLast(tablet.context(), draft));
    CHECK(store::Drafts(tablet.db()).find(draft)->answers == untouched);
    CHECK(actions::undoLast(tablet.context(), draft).error().code == "undo.nothing");
}

TEST_CASE(
    "Calling an item good takes its findings with their photos away, and undo brings both back")
{
    Tablet tablet;
    const auto draft = tablet.start("LJ");
    const auto found = actions::addFinding(tablet.context(), draft, "LJ07", byRule("a"));
    tablet.photo(draft, "LJ07", found->findings.front().id);
    tablet.photo(draft, "LJ07");
    const auto before = store::Drafts(tablet.db()).find(draft);
    REQUIRE(actions::setAnswerOk(tablet.context(), draft, "LJ07"));
    CHECK(store::Drafts(tablet.db()).find(draft)->photos.size() == 1);
    REQUIRE(actions::undoLast(tablet.context(), draft));
    CHECK(store::Drafts(tablet.db()).find(draft) == before);
}

TEST_CASE("An action on what is not there says so and changes nothing")
{
    Tablet tablet;
    const auto draft = tablet.start("LJ");
    CHECK(actions::setAnswerOk(tablet.context(), draft, "LJ99").error().code == "item.unknown");
    CHECK(actions::setAnswerOk(tablet.context(), {"none"}, "LJ01").error().code == "draft.unknown");
    CHECK(actions::allUntouchedOk(tablet.context(), draft, {"LJ01", "LJ99"}).error().code ==
          "item.unknown");
    CHECK(store::Drafts(tablet.db()).answer(draft, "LJ01")->state == AnswerState::unanswered);
    const std::string longNote(2001 * 3, 'x');
    CHECK(actions::setAnswerNote(tablet.context(), draft, "LJ01", longNote).error().code ==
          "text.too_long");
}

TEST_CASE("An item holds 200 findings and refuses the next")
{
    Tablet tablet;
    const auto draft = tablet.start("LJ");
    for (int i = 0; i < 200; ++i)
        REQUIRE(actions::addFinding(tablet.context(), draft, "LJ07", byRule("a")));
    CHECK(actions::addFinding(tablet.context(), draft, "LJ07", byRule("a")).error().code ==
          "finding.too_many");
}
