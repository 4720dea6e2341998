#include "core/scoring/adjustments.h"

#include <catch2/catch.hpp>

#include "core/scoring/score.h"

using base::Points;
using domain::RuleMethod;

namespace {
domain::Checklist sheet()
{
    const auto item = [](const char* code, Points max, RuleMethod method) {
        domain::Item made;
        made.code = code;
        made.max = max;
        made.rules.resize(1);
        made.rules[0].code = "a";
        made.rules[0].method = method;
        made.rules[0].price = Points::whole(1);
        return made;
    };
    domain::Checklist made;
    made.bonusCap = Points::whole(5);
    made.sections.resize(1);
    made.sections[0].items = {item("A1", Points::whole(6), RuleMethod::perFinding),
                              item("B1", {}, RuleMethod::bonus), item("V1", {}, RuleMethod::veto)};
    return made;
}
}  // namespace

TEST_CASE(
    "An item is adjusted within its points, a bonus item within the sheet's bonus, a veto not "
    "at all")
{
    const domain::Checklist made = sheet();
    const auto refusal = [&](const char* item, Points points, const char* reason = "看错") {
        const auto checked = scoring::checkAdjustments(made, {{item, points, reason}});
        return checked ? std::string() : checked.error().code;
    };
    CHECK(refusal("A1", Points::whole(6)).empty());
    CHECK(refusal("A1", Points::whole(7)) == "review.points");
    CHECK(refusal("A1", Points::whole(-1)) == "review.points");
    CHECK(refusal("B1", Points::whole(5)).empty());
    CHECK(refusal("B1", Points::whole(6)) == "review.points");
    CHECK(refusal("V1", Points::whole(1)) == "review.points");
    CHECK(refusal("C9", {}) == "review.item");
    CHECK(refusal("A1", {}, "") == "review.reason");
    // What is allowed is what the score then says.
    CHECK(scoring::scoreOf(made, {}, {}, {{"B1", Points::whole(5), "x"}}).bonus ==
          Points::whole(5));
}

TEST_CASE("Which of several adjustments is wrong is named")
{
    const auto checked = scoring::checkAdjustments(
        sheet(), {{"A1", Points::whole(1), "x"}, {"A1", Points::whole(9), "x"}});
    REQUIRE_FALSE(checked);
    CHECK(checked.error().where == "body.adjustments[1]");
}
