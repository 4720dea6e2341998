#include "core/flags/flags.h"

#include <catch2/catch.hpp>

using base::Points;

namespace {

/// One item of 30 points that loses one a finding.
domain::Checklist sheet()
{
    domain::Checklist made;
    made.sections.resize(1);
    domain::Item& item = made.sections[0].items.emplace_back();
    item.code = "A1";
    item.max = Points::whole(30);
    item.rules.resize(1);
    item.rules[0].code = "a";
    item.rules[0].price = Points::whole(1);
    return made;
}

domain::Inspection found(int findings)
{
    domain::Inspection made;
    made.checklist.version = 1;
    domain::Answer& answer = made.answers.emplace_back();
    answer.itemCode = "A1";
    answer.state = domain::AnswerState::found;
    for (int i = 0; i < findings; ++i) {
        domain::Finding& finding = answer.findings.emplace_back();
        finding.id.value = std::to_string(i);
        finding.ruleCode = "a";
    }
    return made;
}

base::Fix fixOf(double accuracyM, bool mock = false)
{
    return {{29.258, 120.236}, accuracyM, {}, 1000, {}, {}, mock};
}

bool raises(const domain::Inspection& inspection, flags::Flag flag)
{
    return (flags::flagsOf(inspection, sheet(), 30) & flag) != 0;
}

}  // namespace

TEST_CASE("A photo whose clocks disagree puts the inspection's times in doubt")
{
    domain::Inspection inspection = found(0);
    domain::PhotoEntry& photo = inspection.photos.emplace_back();
    CHECK_FALSE(raises(inspection, flags::clockDoubtful));
    photo.clocks.doubtful = true;
    CHECK(raises(inspection, flags::clockDoubtful));
}

TEST_CASE("A position over the limit, a mocked one and none at all are different doubts")
{
    domain::Inspection inspection = found(0);
    CHECK(raises(inspection, flags::noPosition));
    inspection.startFix = fixOf(30);
    CHECK_FALSE(raises(inspection, flags::noPosition));
    CHECK_FALSE(raises(inspection, flags::poorAccuracy));
    inspection.startFix = fixOf(31);
    CHECK(raises(inspection, flags::poorAccuracy));
    CHECK_FALSE(raises(inspection, flags::mockPosition));
    inspection.startFix = fixOf(5, true);
    CHECK(raises(inspection, flags::mockPosition));
}

TEST_CASE("A photo from the gallery is a doubt")
{
    domain::Inspection inspection = found(0);
    inspection.photos.emplace_back().source = domain::PhotoSource::gallery;
    CHECK(raises(inspection, flags::fromGallery));
}

TEST_CASE(
    "A score is far from the last one from 15 points on, either way, by one version of a "
    "sheet")
{
    const domain::Checklist made = sheet();
    CHECK_FALSE(flags::isFarFromLast(made, found(14), found(0)));
    CHECK(flags::isFarFromLast(made, found(15), found(0)));
    CHECK(flags::isFarFromLast(made, found(0), found(15)));
    domain::Inspection other = found(15);
    other.checklist.version = 2;
    CHECK_FALSE(flags::isFarFromLast(made, found(0), other));
}

TEST_CASE(
    "An inspector is far off with a mean more than 8 points from everybody's, not before 5 "
    "inspections")
{
    const flags::Scores all{9000 * 20, 20};
    CHECK_FALSE(flags::isInspectorFarOff({8200 * 5, 5}, all));
    CHECK(flags::isInspectorFarOff({8199 * 5, 5}, all));
    CHECK(flags::isInspectorFarOff({9801 * 5, 5}, all));
    CHECK_FALSE(flags::isInspectorFarOff({5000 * 4, 4}, all));
    CHECK_FALSE(flags::isInspectorFarOff({}, {}));
}
