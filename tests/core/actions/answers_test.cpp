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
    REQUIRE(support::addFinding(tablet.context(), draft, "LJ07", byRule("a")));
    tablet.reopen();
    CHECK(tablet.start("LJ") == draft);
    saved = store::Drafts(tablet.db()).find(draft);
    CHECK(saved->answers[6].state == AnswerState::found);
    CHECK(saved->answers[6].findings.size() == 1);
}

TEST_CASE("A finding keeps what is said about it when it is described")
{
    Tablet tablet;
    const auto draft = tablet.start("LJ");
    auto& context = tablet.context();
    REQUIRE(support::addFinding(context, draft, "LJ07", byRule("a")));
    const auto said = support::answering(context, draft, "LJ07", [](domain::Answer& answer) {
        domain::Finding& finding = answer.findings.front();
        finding.place = "村口 “大樟树” 下";
        finding.note = "满溢";
        finding.repeat = true;
        finding.fix =
            base::Fix{{29.25, 120.25}, 8.5, base::PositionSource::device, 0, {}, {}, false};
    });
    REQUIRE(said);
    tablet.reopen();
    CHECK(store::Drafts(tablet.db()).answer(draft, "LJ07") == *said);
}

TEST_CASE("Undo takes gestures back one by one, also after a restart")
{
    Tablet tablet;
    const auto draft = tablet.start("LJ");
    auto& context = tablet.context();
    const auto untouched = store::Drafts(tablet.db()).find(draft)->answers;
    REQUIRE(support::setState(context, draft, "LJ01", AnswerState::ok));
    REQUIRE(support::addFinding(context, draft, "LJ07", byRule("a")));
    REQUIRE(support::answering(context, draft, "LJ07",
                               [](domain::Answer& answer) { answer.note = "一\n二"; }));
    REQUIRE(support::restOk(context, draft, {"LJ01", "LJ02", "LJ03", "LJ07"}));
    REQUIRE(support::answering(context, draft, "LJ04",
                               [](domain::Answer& answer) { answer.householdsVisited = 8; }));
    tablet.reopen();
    const auto last = actions::undoLast(tablet.context(), draft);
    REQUIRE(last);
    REQUIRE(last->answers.size() == 1);
    CHECK(last->answers.front().householdsVisited == 0);
    for (int i = 0; i < 3; ++i) REQUIRE(actions::undoLast(tablet.context(), draft));
    CHECK(store::Drafts(tablet.db()).answer(draft, "LJ01")->state == AnswerState::ok);
    REQUIRE(actions::undoLast(tablet.context(), draft));
    CHECK(store::Drafts(tablet.db()).find(draft)->answers == untouched);
    CHECK(actions::undoLast(tablet.context(), draft).error().code == "undo.nothing");
}

TEST_CASE("A gesture that changes nothing leaves nothing to take back, and 50 others are kept")
{
    Tablet tablet;
    const auto draft = tablet.start("LJ");
    auto& context = tablet.context();
    REQUIRE(support::setState(context, draft, "LJ01", AnswerState::unanswered));
    CHECK(store::Drafts(tablet.db()).undos(draft).empty());
    for (int i = 0; i < 60; ++i)
        REQUIRE(support::setState(context, draft, "LJ01",
                                  i % 2 == 0 ? AnswerState::ok : AnswerState::unanswered));
    CHECK(store::Drafts(tablet.db()).undos(draft).size() == 50);
}

TEST_CASE("What can be taken back stays a few more than 50 of each of two drafts tapped in turn")
{
    Tablet tablet;
    const domain::InspectionId drafts[] = {tablet.start("LJ", support::county::village1),
                                           tablet.start("LJ", support::county::village2)};
    for (int i = 0; i < 80; ++i)
        for (const domain::InspectionId& draft : drafts)
            REQUIRE(support::setState(tablet.context(), draft, "LJ01",
                                      i % 2 == 0 ? AnswerState::ok : AnswerState::unanswered));
    for (const domain::InspectionId& draft : drafts) {
        CHECK(store::Drafts(tablet.db()).undos(draft).size() >= 50);
        CHECK(store::Drafts(tablet.db()).undos(draft).size() < 60);
    }
}

TEST_CASE(
    "Calling an item good takes its findings with their photos away, and undo brings both back")
{
    Tablet tablet;
    const auto draft = tablet.start("LJ");
    const auto found = support::addFinding(tablet.context(), draft, "LJ07", byRule("a"));
    const auto finding = found->findings.front().id;
    tablet.photo(draft, "LJ07", finding);
    const auto out = tablet.photo(draft, "LJ07", finding);
    tablet.photo(draft, "LJ07");
    REQUIRE(actions::removePhoto(tablet.context(), draft, out.id));
    const auto before = store::Drafts(tablet.db()).find(draft);
    const auto answered = support::setState(tablet.context(), draft, "LJ07", AnswerState::ok);
    REQUIRE(answered);
    CHECK(store::Drafts(tablet.db()).find(draft)->photos.size() == 1);
    const auto undone = actions::undoLast(tablet.context(), draft);
    REQUIRE(undone);
    REQUIRE(undone->photos);
    CHECK(undone->photos->size() == 2);
    CHECK(store::Drafts(tablet.db()).find(draft) == before);
}

TEST_CASE("A gesture on what is not there says so and changes nothing")
{
    Tablet tablet;
    const auto draft = tablet.start("LJ");
    auto& context = tablet.context();
    CHECK(support::setState(context, draft, "LJ99", AnswerState::ok).error().code ==
          "item.unknown");
    CHECK(support::setState(context, {"none"}, "LJ01", AnswerState::ok).error().code ==
          "draft.unknown");
    CHECK(support::restOk(context, draft, {"LJ01", "LJ99"}).error().code == "item.unknown");
    CHECK(store::Drafts(tablet.db()).answer(draft, "LJ01")->state == AnswerState::unanswered);
    CHECK(support::answering(context, draft, "LJ01",
                             [](domain::Answer& answer) { answer.note = std::string(2001, 'x'); })
              .error()
              .code == "text.too_long");
    CHECK(support::answering(context, draft, "LJ04",
                             [](domain::Answer& answer) { answer.householdsVisited = 1001; })
              .error()
              .code == "households.range");
}

TEST_CASE("An item holds 200 findings and refuses the next")
{
    Tablet tablet;
    const auto draft = tablet.start("LJ");
    for (int i = 0; i < 200; ++i)
        REQUIRE(support::addFinding(tablet.context(), draft, "LJ07", byRule("a")));
    CHECK(support::addFinding(tablet.context(), draft, "LJ07", byRule("a")).error().code ==
          "finding.too_many");
}
