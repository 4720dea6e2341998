// One inspection of a sheet of 60 items scored from nothing, beside reading the same answers as
// JSON.
#include "core/checklists/samples.h"
#include "core/domain/codec.h"
#include "core/scoring/score.h"
#include "tests/bench/report.h"

namespace {

/// The three sample sheets as one, cut at 60 items.
domain::Checklist bigSheet()
{
    domain::Checklist big;
    for (domain::Checklist& sheet : checklists::samples())
        for (domain::Section& section : sheet.sections) {
            section.code = sheet.kind + section.code;
            big.sections.push_back(std::move(section));
        }
    std::size_t items = 0;
    for (domain::Section& section : big.sections) items += section.items.size();
    while (items > 60 && !big.sections.back().items.empty()) {
        big.sections.back().items.pop_back();
        --items;
    }
    return big;
}

/// Every second item with three findings.
domain::Inspection inspectionOf(const domain::Checklist& sheet)
{
    domain::Inspection inspection;
    int number = 0;
    for (const domain::Section& section : sheet.sections)
        for (const domain::Item& item : section.items) {
            domain::Answer answer;
            answer.itemCode = item.code;
            answer.state = domain::AnswerState::ok;
            for (int i = 0; number % 2 == 0 && i < 3; ++i) {
                domain::Finding finding;
                finding.id = {"018bcfe5-6800-7000-8000-00000000" +
                              std::to_string(1000 + number * 10 + i)};
                finding.ruleCode = item.rules.front().code;
                finding.household = i + 1;
                finding.tier = 0;
                answer.state = domain::AnswerState::found;
                answer.findings.push_back(finding);
            }
            inspection.answers.push_back(std::move(answer));
            ++number;
        }
    return inspection;
}

}  // namespace

int main(int argumentCount, char** arguments)
{
    bench::Report report("score_inspection", argumentCount, arguments);
    const domain::Checklist sheet = bigSheet();
    const domain::Inspection inspection = inspectionOf(sheet);
    const std::string json = domain::canonicalJson(inspection);
    bench::Samples scoring;
    bench::Samples reading;
    std::int64_t sum = 0;
    for (int round = 0; round < 2000; ++round) {
        scoring.time(
            [&] { sum += scoring::scoreOf(sheet, {}, inspection.answers).points.hundredths; });
        reading.time([&] {
            sum += static_cast<std::int64_t>(domain::inspectionFromJson(json)->answers.size());
        });
    }
    const bench::Beside beside{"reading the same inspection as JSON", reading.percentileMs(50)};
    report.add({"score_inspection_p50", scoring.percentileMs(50), "ms", beside, "<= 1 ms"});
    report.add({"score_inspection_p99", scoring.percentileMs(99), "ms", {}, "<= 1 ms"});
    report.add({"score_inspections_per_second", 1000.0 / scoring.percentileMs(50), "1/s", {}, ""});
    return sum > 0 ? report.finish() : 1;
}
