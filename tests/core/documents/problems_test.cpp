#include "core/documents/problems.h"

#include <catch2/catch.hpp>
#include <set>

#include "core/documents/figures.h"
#include "core/documents/tables.h"
#include "tests/core/documents/published.h"

using namespace documents;

namespace {

ProblemOptions optionsFor(const report::VerifiedPackage& package, Audience audience)
{
    ProblemOptions options;
    options.audience = audience;
    options.day = "2026-11-28";
    options.particularsOf = [&package](const domain::InspectionId& id, int) {
        return published::particulars(package, id);
    };
    return options;
}

bool anywhere(const Table& table, const std::string& text)
{
    for (const auto& row : table.rows)
        for (const std::string& cell : row)
            if (cell.find(text) != std::string::npos) return true;
    return false;
}

}  // namespace

TEST_CASE("The problems of an item sum to what it lost, a reviewer's points included")
{
    const report::VerifiedPackage package = published::package(3);
    std::map<std::pair<std::string, std::string>, base::Points> sums;
    bool adjusted = false;
    for (const Problem& problem : problemsOf(package, {})) {
        sums[{problem.inspection.value, problem.itemCode}] += problem.deducted;
        adjusted = adjusted || problem.remark == "复核后计分";
    }
    CHECK(adjusted);
    CHECK(sums.size() > 100);
    for (const report::PackedInspection& packed : package.inspections) {
        const scoring::Score score = scoreOf(package, packed).value();
        for (const scoring::SectionScore& section : score.sections)
            for (const scoring::ItemScore& item : section.items) {
                const auto sum = sums.find({packed.inspection.id.value, item.code});
                if (sum == sums.end()) continue;
                CAPTURE(packed.inspection.id.value, item.code);
                CHECK(sum->second == item.max - item.points);
            }
    }
}

TEST_CASE("A publication names no inspector and masks households, an internal copy names both")
{
    const report::VerifiedPackage package = published::package(1);
    const Table open = issuesTable(package, optionsFor(package, Audience::publication));
    CHECK(anywhere(open, "下街**号李某家门口"));
    CHECK(anywhere(open, "楼某某反映"));
    for (const char* secret : {"张三", "李四", "楼晓东", "18号"}) {
        CAPTURE(secret);
        CHECK_FALSE(anywhere(open, secret));
    }
    const Table internal = issuesTable(package, optionsFor(package, Audience::internal));
    CHECK(anywhere(internal, "下街18号李四家门口"));
    CHECK(anywhere(internal, "张三"));
    CHECK(internal.subtitle.find("不得公开") != std::string::npos);
    CHECK(open.rows.size() == internal.rows.size());
    CHECK(internal.columns.size() == open.columns.size() + 1);
}

TEST_CASE("How far things are put right is dated below the list, as it is in no package")
{
    const report::VerifiedPackage package = published::package(1);
    ProblemOptions options = optionsFor(package, Audience::publication);
    options.asOf = "2026-12-02";
    const std::string dated = "整改状态和已下发的整改期限截至2026年12月2日";
    CHECK(issuesTable(package, options).notes.at(0).find(dated) != std::string::npos);
    options.particularsOf = {};
    CHECK(issuesTable(package, options).notes.at(0).find("截至") == std::string::npos);
}

TEST_CASE("What is graver is to be rectified sooner")
{
    const report::VerifiedPackage package = published::package(3);
    ProblemOptions options = optionsFor(package, Audience::publication);
    std::map<domain::Severity, std::set<std::string>> days;
    for (const Problem& problem : problemsOf(package, options))
        if (problem.rectify)
            days[problem.severity].insert(problem.deadline);
        else
            CHECK(problem.deadline.empty());
    CHECK(days[domain::Severity::ordinary] == std::set<std::string>{"2026-12-05"});
    CHECK(days[domain::Severity::major] == std::set<std::string>{"2026-12-01"});
    CHECK(days[domain::Severity::urgent] == std::set<std::string>{"2026-11-29"});
}

TEST_CASE("Frequent problems are counted over the county, villages with most of them first")
{
    const report::VerifiedPackage package = published::package(3);
    const auto problems = problemsOf(package, {});
    const auto frequent = frequentOf(package, problems);
    REQUIRE(frequent.size() > 3);
    std::int64_t all = 0;
    std::int64_t counted = 0;
    for (const Problem& problem : problems) counted += problem.veto ? 0 : problem.count;
    for (std::size_t i = 0; i < frequent.size(); ++i) {
        all += frequent[i].count;
        if (i > 0) CHECK(frequent[i - 1].count >= frequent[i].count);
        std::int64_t sum = 0;
        for (std::size_t v = 0; v < frequent[i].worst.size(); ++v) {
            sum += frequent[i].worst[v].second;
            if (v > 0) CHECK(frequent[i].worst[v - 1].second >= frequent[i].worst[v].second);
        }
        CHECK(sum == frequent[i].count);
        CHECK(frequent[i].villages == static_cast<int>(frequent[i].worst.size()));
    }
    CHECK(all == counted);
}

TEST_CASE("Figures are written as an office writes them")
{
    CHECK(twoDecimals(base::Points{9350}) == "93.50");
    CHECK(twoDecimals(base::Points{-5}) == "-0.05");
    CHECK(percent(1, 8) == "12.5%");
    CHECK(percent(2, 3) == "66.7%");
    CHECK(percent(0, 0) == "0.0%");
    CHECK(plainTitle("户桶混投（抽 10 户开桶）") == "户桶混投");
    CHECK(dayOf(1'795'000'000'000) == "2026-11-18");
    CHECK(dayInWords("2026-11-03") == "2026年11月3日");
    CHECK(dayInWords("2026-02-30") == "2026-02-30");
    CHECK(dayAfter("2026-12-30", 3) == "2027-01-02");
}

TEST_CASE("What the hub knows of putting right stands in the list, each state once")
{
    const report::VerifiedPackage package = published::package(1);
    ProblemOptions options;
    options.day = "2026-11-28";
    options.particularsOf = [&package](const domain::InspectionId& id, int) {
        documents::Particulars known = published::particulars(package, id);
        bool first = true;
        for (auto& [finding, words] : known.findings) {
            words.rectification = first ? "已销号" : "整改中（逾期）";
            words.dueDay = first ? "2026-11-25" : "2026-11-20";
            first = false;
        }
        return known;
    };
    std::set<std::string> states;
    for (const Problem& problem : problemsOf(package, options)) {
        if (problem.places.empty()) continue;  // a sub-point that is not met has no finding
        const bool early = problem.rectification != "已销号";
        CHECK(problem.deadline == (early ? "2026-11-20" : "2026-11-25"));
        states.insert(problem.rectification);
    }
    CHECK(states.count("整改中（逾期）") == 1);
    const bool mixed = std::any_of(states.begin(), states.end(), [](const std::string& state) {
        return state.find("已销号 1 处、整改中（逾期）") != std::string::npos;
    });
    CHECK(mixed);
}

TEST_CASE("What an item asks for is a problem only with the rule that says which")
{
    const report::VerifiedPackage package = published::package(3);
    bool pump = false;
    for (const Problem& problem : problemsOf(package, {})) {
        if (problem.itemCode == "WS10")
            pump = problem.description.starts_with("水泵、风机、曝气正常（每台停运扣 4）");
        if (problem.itemCode == "MV02") CHECK(problem.description == "路面坑洼、破损、积水");
    }
    CHECK(pump);
}
