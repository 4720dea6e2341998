#include "core/report/package.h"

#include <catch2/catch.hpp>

#include "core/checklists/samples.h"
#include "core/domain/codec.h"
#include "tests/core/ranking/villages.h"

using namespace report;

namespace {

/// Two villages inspected by the sample sheet LJ; the first with full bins, a household's note and
/// a signature.
PackageInput county()
{
    PackageInput package;
    package.checklists = {checklists::samples()[1]};
    package.input = villages::campaign({{"LJ", 100}});
    for (int i = 1; i <= 2; ++i) {
        villages::addVillage(package.input, i);
        domain::Inspection inspection;
        inspection.id = {"i" + std::to_string(i)};
        inspection.campaign = package.input.campaign.id;
        inspection.checklist = {"LJ", 1, {}};
        inspection.village = inspection.subject = villages::code(i);
        inspection.inspector = {"u-zhang"};
        domain::Finding finding;
        finding.id = {"f1"};
        finding.ruleCode = "a";
        finding.note = "张三家门口";
        finding.place = "18 号";
        for (int n = 0; n < 3 * i; ++n)
            inspection.answers.push_back(
                {"LJ0" + std::to_string(n + 1), domain::AnswerState::ok, {}, {}, 0, ""});
        inspection.answers.push_back(
            {"LJ07", domain::AnswerState::found, {finding}, {}, 0, "李四"});
        if (i == 1) inspection.answers.back().findings.push_back(finding);
        inspection.signatures = {
            {"village", domain::SignatureKind::signedByHand, "王五", "", "M0 0", 1}};
        package.inspections.push_back({inspection, {}});
    }
    package.inspections[1].adjustments = {{"LJ07", base::Points{580}, "一处属邻村"}};
    return package;
}

std::vector<std::string> codes(const base::Errors& errors)
{
    std::vector<std::string> result;
    for (const base::Error& error : errors) result.push_back(error.code);
    return result;
}

}  // namespace

TEST_CASE("A package verifies to the ranking that it was made of")
{
    const std::string text = writePackage(county()).value();
    const auto verified = verifyPackage(text);
    if (!verified)
        for (const auto& error : verified.error()) UNSCOPED_INFO(error.message);
    REQUIRE(verified);
    CHECK(verified->sha256 == packageHash(text));
    REQUIRE(verified->ranking.boards[0].rows.size() == 2);
    CHECK(verified->ranking.boards[0].rows[0].points == base::Points{9980});
    CHECK(verified->ranking.boards[0].rows[1].points == base::Points{9900});
    CHECK(writePackage(county()).value() == text);
}

TEST_CASE("Nobody's name, note, house or signature is in a package")
{
    const std::string text = writePackage(county()).value();
    for (const char* secret : {"张三", "18 号", "李四", "王五", "u-zhang", "M0 0"}) {
        CAPTURE(secret);
        CHECK(text.find(secret) == std::string::npos);
    }
}

TEST_CASE("A changed byte anywhere is found and its part named")
{
    const std::string text = writePackage(county()).value();
    for (std::size_t i = 0; i < text.size(); i += 7) {
        std::string changed = text;
        changed[i] = changed[i] == '1' ? '2' : '1';
        if (changed == text) continue;
        const bool inHead = i <= text.find('\n');
        const auto verified = verifyPackage(changed);
        // A changed head may still be whole; then it is another package, and its published hash
        // differs.
        if (inHead && verified)
            CHECK(verified->sha256 != packageHash(text));
        else
            CHECK_FALSE(verified);
        if (!inHead && changed[i] != '\n' && text[i] != '\n') {
            REQUIRE(verified.error().size() == 1);
            CHECK(verified.error()[0].code == "package.changed");
            const auto line = static_cast<long>(
                std::count(text.begin(), text.begin() + static_cast<long>(i), '\n'));
            CHECK(verified.error()[0].message.find("第 " + std::to_string(line + 1) + " 行") == 0);
        }
    }
}

TEST_CASE("A package cut anywhere is refused")
{
    const std::string text = writePackage(county()).value();
    for (std::size_t size = 0; size < text.size(); size += 61)
        CHECK_FALSE(verifyPackage(text.substr(0, size)));
}

TEST_CASE("A correction names the package it replaces and what it changed")
{
    PackageInput first = county();
    const std::string before = writePackage(first).value();
    PackageInput second = county();
    second.inspections[0].adjustments = {{"LJ07", base::Points{600}, "申诉成立"}};
    second.replaces = before;
    second.reason = "第 1 号申诉";
    const std::string after = writePackage(second).value();
    const auto verified = verifyPackage(after);
    REQUIRE(verified);
    CHECK(verified->replaces == packageHash(before));
    CHECK(verified->changedParts == std::vector<std::string>{"adjustments/i1/1"});
    CHECK(problemsOfCorrection(*verifyPackage(before), *verified).empty());
    auto untrue = *verified;
    untrue.changes[0].placeBefore = 1;
    CHECK(codes(problemsOfCorrection(*verifyPackage(before), untrue)) ==
          std::vector<std::string>{"package.changes"});
    CHECK(after.find("\"changes\":[{\"placeAfter\":1,\"placeBefore\":2,\"pointsAfter\":10000,"
                     "\"pointsBefore\":9900,"
                     "\"village\":\"v01\"}") != std::string::npos);
    second.replaces = "nonsense";
    CHECK(writePackage(second).error().code == "package.replaces");
    second.replaces = after;
    CHECK(writePackage(second).error().code == "package.unchanged");
}

TEST_CASE("A combined campaign's package stands on the packages of what it combines")
{
    PackageInput year;
    year.input.campaign.id = {"2026"};
    year.input.campaign.combines = {{{"c"}, base::Points{100}}};
    year.sources = {writePackage(county()).value()};
    const auto month = verifyPackage(year.sources[0]);
    year.input = ranking::combine(year.input.campaign, {month->ranking}, {base::Points{100}});
    year.input.campaign.participants = month->input.campaign.participants;
    const std::string text = writePackage(year).value();
    const auto verified = verifyPackage(text);
    REQUIRE(verified);
    CHECK(verified->ranking.boards[0].rows[0].points == month->ranking.boards[0].rows[0].points);
    CHECK(text.find("source/" + month->sha256) != std::string::npos);
    year.sources[0].replace(year.sources[0].find("\"place\":1"), 9, "\"place\":7");
    CHECK(writePackage(year).error().code == "package.source");
    year.sources.clear();
    CHECK(writePackage(year).error().code == "package.source");
}

TEST_CASE("A package without its sheet, or with another than the campaign's, is refused")
{
    PackageInput package = county();
    package.checklists.clear();
    CHECK(writePackage(package).error().code == "package.sheet_missing");
    package = county();
    package.input.campaign.checklists[0].checklist.sha256 = {std::string(64, '0')};
    const auto verified = verifyPackage(writePackage(package).value());
    REQUIRE_FALSE(verified);
    CHECK(codes(verified.error()) == std::vector<std::string>{"package.sheet_changed"});
}
