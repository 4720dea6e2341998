#pragma once

#include <map>

#include "core/report/package.h"
#include "tests/core/ranking/generators.h"
#include "tests/core/scoring/generators.h"

// Any campaign as the input of a package: any sheets, any answers, any rules.
namespace packages {

inline domain::Inspection anyInspection(const domain::Checklist& sheet,
                                        const domain::RegionCode& village, int number)
{
    domain::Inspection inspection;
    inspection.id = {"i" + std::to_string(1000 + number)};
    inspection.revision = *rc::gen::inRange(1, 3);
    inspection.campaign = {"c"};
    inspection.checklist = {sheet.kind, sheet.version, {}};
    inspection.profile = *rc::gen::element<std::string>("", "some");
    inspection.village = village;
    inspection.subject = {village.value + *rc::gen::element<std::string>("", "", "-1", "-2")};
    inspection.inspector = {"u1"};
    inspection.submittedAtMs = *rc::gen::inRange<std::int64_t>(1, 5);
    inspection.answers = generators::anyAnswers(sheet);
    return inspection;
}

inline report::PackageInput anyPackage()
{
    report::PackageInput package;
    package.madeAtMs = 1'790'000'000'000;
    package.input = generators::anyCampaign();
    package.input.scores.clear();
    for (const ranking::Check& check : package.input.checks) {
        domain::Checklist sheet = generators::anySheet();
        sheet.kind = check.kind;
        package.checklists.push_back(std::move(sheet));
    }
    package.input.checks = ranking::checksOf(package.input.campaign, package.checklists);
    // Where villages are alike there are ties, also at the line and in the quota.
    const bool alike = *rc::gen::inRange(0, 4) == 0;
    std::map<std::string, std::vector<domain::Answer>> before;
    for (const ranking::Village& village : package.input.villages)
        for (const domain::Checklist& sheet : package.checklists)
            for (int left = alike ? 1 : *rc::gen::element(0, 1, 1, 1, 2, 4); left > 0; --left) {
                report::PackedInspection packed;
                packed.inspection = anyInspection(sheet, village.code,
                                                  static_cast<int>(package.inspections.size()));
                auto& answers = before[sheet.kind];
                if (!answers.empty() && (alike || *rc::gen::inRange(0, 3) > 0))
                    packed.inspection.answers = answers;
                if (alike) packed.inspection.profile.clear();
                answers = packed.inspection.answers;
                if (*rc::gen::inRange(0, 6) == 0)
                    packed.adjustments = {
                        {sheet.sections[0].items[0].code, {*rc::gen::inRange(0, 900)}, "复核"}};
                package.inspections.push_back(std::move(packed));
            }
    if (!package.input.villages.empty())
        package.input.waiting = {
            {package.input.villages[0].code, "A", domain::InspectionState::submitted}};
    return package;
}

/// A campaign that combines two others, with any rules of its own, and a period before.
inline report::PackageInput anyCombined()
{
    report::PackageInput year;
    year.madeAtMs = 1'790'000'000'000;
    year.input = generators::anyCampaign();
    std::vector<ranking::Ranking> rankings;
    std::vector<base::Points> weights;
    for (const char* name : {"m1", "m2"}) {
        report::PackageInput month = anyPackage();
        month.input.campaign.id = {name};
        for (report::PackedInspection& packed : month.inspections)
            packed.inspection.campaign = {name};
        year.sources.push_back(report::writePackage(month).value());
        rankings.push_back(report::verifyPackage(year.sources.back())->ranking);
        weights.push_back({*rc::gen::inRange<std::int64_t>(1, 300)});
        year.input.campaign.combines.push_back({{name}, weights.back()});
    }
    const auto villages = std::move(year.input.villages);
    year.input = ranking::combine(year.input.campaign, rankings, weights);
    year.input.villages = villages;
    year.input.campaign.previous = rankings.front().campaign;
    ranking::addLastPeriod(year.input, rankings.front(), std::string(64, 'a'));
    if (*rc::gen::arbitrary<bool>()) year.input.campaign.excluded = {villages::code(99)};
    if (*rc::gen::arbitrary<bool>())
        year.input.campaign.exclusionReasons = {{villages::code(99), "合并"}};
    return year;
}

/// What an appeal made of it: other points for an item, one village more on the list.
inline report::PackageInput correctionOf(report::PackageInput package, const std::string& replaced)
{
    package.replaces = replaced;
    package.reason = "申诉成立";
    ++package.input.campaign.rules.bestCount;
    if (package.inspections.empty()) return package;
    report::PackedInspection& first = package.inspections.front();
    first.adjustments = {
        {package.checklists[0].sections[0].items[0].code, {*rc::gen::inRange(0, 900)}, "申诉"}};
    if (*rc::gen::inRange(0, 3) == 0) package.inspections.pop_back();
    return package;
}

}  // namespace packages
