#include <unistd.h>

#include <catch2/catch.hpp>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <set>

#include "core/ranking/ranking_codec.h"
#include "tests/core/report/packages.h"
#include "tests/paths.h"

namespace {

/// What the thousand campaigns came to: every method, rule and outcome must be among it.
class Seen {
public:
    void add(const report::VerifiedPackage& package)
    {
        for (const domain::Checklist& sheet : package.checklists) addSheet(sheet);
        for (const report::PackedInspection& packed : package.inspections) addInspection(packed);
        // Words of rules and outcomes stand in the canonical text as they are written there.
        const std::string text =
            ranking::canonicalJson(package.input) + ranking::canonicalJson(package.ranking);
        for (const std::string& word : words())
            if (text.find(word) != std::string::npos) m_seen.insert(word);
    }

    std::vector<std::string> missing() const
    {
        std::vector<std::string> missing;
        for (int method = 0; method <= static_cast<int>(domain::RuleMethod::veto); ++method)
            if (!m_seen.contains("method " + std::to_string(method)))
                missing.push_back("method " + std::to_string(method));
        for (int away = 0; away <= static_cast<int>(domain::NotApplicable::fullMarks); ++away)
            if (!m_seen.contains("away " + std::to_string(away)))
                missing.push_back("away " + std::to_string(away));
        for (const char* thing : {"rule cap", "section cap", "sheet cap", "profile", "adjusted"})
            if (!m_seen.contains(thing)) missing.emplace_back(thing);
        for (const std::string& word : words())
            if (!m_seen.contains(word)) missing.push_back(word);
        return missing;
    }

private:
    static std::vector<std::string> words()
    {
        std::vector<std::string> words = {R"("byVeto":true)", R"("tieAtLine":true)",
                                          R"("shared":true)", R"("used":false)",
                                          R"("byClass":true)"};
        const auto add = [&](const char* key, std::initializer_list<const char*> values) {
            for (const char* value : values)
                words.push_back('"' + std::string(key) + "\":\"" + value + '"');
        };
        add("missing", {"spreadWeight", "uniformScore", "meanOfOthers", "notRanked"});
        add("several", {"mean", "latest", "meanWithoutExtremes"});
        add("source", {"inspected", "spread", "uniform", "meanOfVillages"});
        add("apart", {"first", "points", "tieStep", "shared"});
        add("by", {"fewestVetoes", "higherInChecklist", "fewestFindings", "lastPlace", "byHand"});
        add("why", {"excluded", "nothingInspected", "checkMissing", "veto", "quota", "tieInQuota",
                    "tieAtLine", "inBest"});
        add("atLine", {"takeAll", "takeNone"});
        for (const char* part : {R"("improved":[{)", R"("combines":[)", R"("previous":{)",
                                 R"("subjects":[)", R"("unusedDecisions":[)"})
            words.emplace_back(part);
        for (const char* effect : {"outOfBest", "intoWorst", "sectionToZero"})
            words.push_back('"' + std::string(effect) + '"');
        return words;
    }

    void addSheet(const domain::Checklist& sheet)
    {
        if (sheet.deductionCap) m_seen.insert("sheet cap");
        for (const domain::Section& section : sheet.sections) {
            if (section.deductionCap) m_seen.insert("section cap");
            for (const domain::Item& item : section.items)
                for (const domain::Rule& rule : item.rules)
                    if (rule.cap) m_seen.insert("rule cap");
            for (const domain::Item& item : section.items) m_items[item.code] = item;
        }
    }

    void addInspection(const report::PackedInspection& packed)
    {
        if (packed.inspection.profile == "some") m_seen.insert("profile");
        if (!packed.adjustments.empty()) m_seen.insert("adjusted");
        for (const domain::Answer& answer : packed.inspection.answers) {
            const domain::Item& item = m_items[answer.itemCode];
            if (answer.state == domain::AnswerState::notApplicable)
                m_seen.insert("away " + std::to_string(static_cast<int>(item.notApplicable)));
            for (const domain::Rule& rule : item.rules)
                for (const domain::Finding& finding : answer.findings)
                    if (finding.ruleCode == rule.code ||
                        rule.method == domain::RuleMethod::subPoint)
                        m_seen.insert("method " + std::to_string(static_cast<int>(rule.method)));
        }
    }

    std::set<std::string> m_seen;
    std::map<std::string, domain::Item> m_items;
};

}  // namespace

TEST_CASE("A second calculation in plain Python agrees on a thousand random campaigns")
{
#ifdef __SANITIZE_ADDRESS__
    constexpr int campaigns = 100;  // a sanitizer looks at memory; the rules have their thousand
#else
    constexpr int campaigns = 1000;
#endif
    const std::filesystem::path folder =
        std::filesystem::temp_directory_path() / ("xuncun-packages-" + std::to_string(::getpid()));
    std::filesystem::create_directories(folder);
    int written = 0;
    int corrections = 0;
    const auto save = [&](const std::string& text) {
        // Names in the order of writing: a correction comes after what it corrects.
        const std::string name = std::to_string(100'000 + written++) + ".txt";
        std::ofstream(folder / name, std::ios::binary) << text;
    };
    Seen seen;
    const std::string howMany = "max_success=" + std::to_string(campaigns);
    setenv("RC_PARAMS", howMany.c_str(), 0);  // read once, at the first check of a process
    REQUIRE(rc::check("write packages", [&] {
        const bool combined = *rc::gen::inRange(0, 8) == 0;
        report::PackageInput input = combined ? packages::anyCombined() : packages::anyPackage();
        const auto text = report::writePackage(input);
        RC_ASSERT(text.has_value());
        const auto verified = report::verifyPackage(*text);
        RC_ASSERT(verified.has_value());
        seen.add(*verified);
        save(*text);
        if (*rc::gen::inRange(0, 6) > 0) return;
        const auto corrected = report::writePackage(packages::correctionOf(input, *text));
        RC_ASSERT(corrected.has_value());
        save(*corrected);
        ++corrections;
    }));
    CHECK(written - corrections >= campaigns);
    CHECK(corrections > campaigns / 20);
    if (campaigns == 1000) CHECK(seen.missing() == std::vector<std::string>{});
    const std::string command =
        "python3 " XUNCUN_SOURCE_DIR "/tests/core/report/recompute.py '" + folder.string() + "'";
    CHECK(std::system(command.c_str()) == 0);
    std::filesystem::remove_all(folder);
}
