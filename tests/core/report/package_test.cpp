#include "core/report/package.h"

#include <catch2/catch.hpp>
#include <cctype>
#include <functional>
#include <set>

#include "core/checklists/samples.h"
#include "core/crypto/hash.h"
#include "core/domain/codec.h"
#include "core/report/package_codec.h"
#include "tests/core/ranking/villages.h"
#include "tests/paths.h"
#include "tests/support/file_text.h"

using namespace report;

namespace {

/// Two villages inspected by the sample sheet LJ; the first with full bins, a household's note and
/// a signature.
PackageInput county()
{
    PackageInput package;
    package.checklists = {checklists::samples()[1]};
    package.input = villages::campaign({{"LJ", 100}});
    package.input.checks = ranking::checksOf(package.input.campaign, package.checklists);
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

/// The names that stand before a colon; a quote within a text is escaped.
std::set<std::string> keysOf(const std::string& package)
{
    std::set<std::string> keys;
    for (std::size_t at = package.find("\":"); at != std::string::npos;
         at = package.find("\":", at + 1)) {
        const std::size_t begin = package.rfind('"', at - 1) + 1;
        keys.insert(package.substr(begin, at - begin));
    }
    return keys;
}

/// Every word that the page sets as code.
std::set<std::string> namesOnPage()
{
    const std::string page = support::fileText(XUNCUN_SOURCE_DIR "/docs/ranking-package.md");
    std::set<std::string> names;
    std::string word;
    bool code = false;
    for (const char c : page) {
        if (std::isalnum(static_cast<unsigned char>(c)) != 0) {
            word += c;
            continue;
        }
        if (code && !word.empty()) names.insert(word);
        word.clear();
        if (c == '`') code = !code;
    }
    return names;
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
    PackageInput input = county();
    input.inspections[1].adjustments[0].reason = "属张三家门口，王五说明过";
    input.input.campaign.rules.byHand = {
        {{villages::code(1), villages::code(2)}, "户主赵大明 18号来电，王五在场"}};
    input.input.campaign.excluded = {villages::code(9)};
    input.input.campaign.exclusionReasons = {{villages::code(9), "电话 13812345678，王五"}};
    input.reason = "李四家申诉成立，王五签收";
    const std::string text = writePackage(input).value();
    for (const char* secret :
         {"张三", "18 号", "18号", "李四", "王五", "u-zhang", "M0 0", "赵大明", "13812345678"}) {
        CAPTURE(secret);
        CHECK(text.find(secret) == std::string::npos);
    }
    CHECK(text.find("申诉成立") != std::string::npos);
    CHECK(verifyPackage(text));
}

TEST_CASE("A changed byte anywhere, the head included, is found and its line named")
{
    const std::string text = writePackage(county()).value();
    long line = 1;
    for (std::size_t i = 0; i < text.size(); ++i) {
        std::string changed = text;
        changed[i] = static_cast<char>(changed[i] ^ (i % 2 == 0 ? 0x01 : 0x10));
        const auto verified = verifyPackage(changed);
        CAPTURE(i, line);
        if (verified || verified.error().empty()) FAIL("byte not noticed");
        const base::Error& error = verified.error().front();
        // A line end that is gone, or one too many, is named by the head that counts lines.
        const std::string name = "第 " + std::to_string(line) + " 行";
        const bool named = error.message.find(name) == 0 || error.where == name ||
                           error.code == "package.parts" || error.code == "package.cut";
        if (!named) FAIL(error.message);
        if (text[i] == '\n') ++line;
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
    untrue = *verified;
    untrue.changedParts.push_back("input");
    const base::Errors errors = problemsOfCorrection(*verifyPackage(before), untrue);
    CHECK(codes(errors) == std::vector<std::string>{"package.changes"});
    CHECK(errors.at(0).where == "changedParts");
    CHECK(codes(problemsOfCorrection(*verified, *verified)) ==
          std::vector<std::string>{"package.replaces", "package.changes", "package.changes"});
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
    CHECK(writePackage(package).error().code == "package.sheet_changed");
}

TEST_CASE("A package that says other than the campaign as published is refused")
{
    const auto refused = [](const std::function<void(PackageInput&)>& change) {
        PackageInput package = county();
        package.input.campaign.classes = {{villages::code(1), "精品村"}};
        package.input.villages[0].villageClass = "精品村";
        REQUIRE(writePackage(package));
        change(package);
        const auto text = writePackage(package);
        return text ? std::string("written") : text.error().code;
    };
    CHECK(refused([](auto& p) { p.input.villages[1].villageClass = "精品村"; }) == "package.class");
    CHECK(refused([](auto& p) { p.input.villages[0].villageClass = "达标村"; }) == "package.class");
    CHECK(refused([](auto& p) { p.input.villages[0].villageClass.clear(); }) == "package.class");
    CHECK(refused([](auto& p) { p.input.checks[0].weight = base::Points{1}; }) == "package.checks");
    CHECK(refused([](auto& p) { p.input.checks[0].title = "别的"; }) == "package.checks");
    CHECK(refused([](auto& p) { p.inspections[0].inspection.campaign = {"x"}; }) ==
          "package.inspection_foreign");
    CHECK(refused([](auto& p) { p.inspections.push_back(p.inspections[0]); }) ==
          "package.inspection_doubled");
    CHECK(refused([](auto& p) { p.input.villages.push_back(p.input.villages[1]); }) ==
          "package.village_doubled");
    CHECK(refused([](auto& p) {
              p.input.previous = ranking::Previous{{"x"}, "x", ""};
          }) == "package.previous");
    CHECK(refused([](auto& p) { p.checklists.push_back(checklists::samples()[0]); }) ==
          "package.sheet_foreign");
}

TEST_CASE("A verifier refuses a forged class though every hash was made again")
{
    PackageInput package = county();
    std::string text = writePackage(package).value();
    // Only `verify` stands between a forger and the public: he has our writer without its checks.
    const std::string wanted = "\"code\":\"v01\",";
    const std::size_t at = text.find(wanted);
    REQUIRE(at != std::string::npos);
    const std::size_t begin = text.rfind('\n', at) + 1;
    const std::size_t end = text.find('\n', at);
    std::string line = text.substr(begin, end - begin);
    const std::string before = crypto::sha256(line);
    line.insert(line.find(wanted), "\"class\":\"精品村\",");
    auto head = packageHeadFromJson(text.substr(0, text.find('\n'))).value();
    for (PackagePart& part : head.parts)
        if (part.sha256 == before)
            part = {part.name, crypto::sha256(line), static_cast<std::int64_t>(line.size())};
    head.check = checkOf(head);
    text = canonicalJson(head) + text.substr(text.find('\n'), begin - text.find('\n')) + line +
           text.substr(end);
    const auto verified = verifyPackage(text);
    REQUIRE_FALSE(verified);
    CHECK(codes(verified.error()) == std::vector<std::string>{"package.class"});
}

TEST_CASE("Every name in a package stands on the page that describes it")
{
    PackageInput first = county();
    domain::Campaign& campaign = first.input.campaign;
    campaign.excluded = {villages::code(9)};
    campaign.exclusionReasons = {{villages::code(9), "合并"}};
    campaign.classes = {{villages::code(1), "精品村"}};
    campaign.previous = {"before"};
    campaign.rectification.ordinaryHours += 1;
    campaign.rectification.appealUntil = "2026-12-01";
    campaign.rules.lookBack = domain::LookBack::counts;
    campaign.rules.ties = {{domain::TieBreak::higherInChecklist, "LJ"}};
    campaign.rules.byHand = {{{villages::code(1), villages::code(2)}, "会议"}};
    campaign.rules.bestPerTown = 1;
    first.input.villages[0].villageClass = "精品村";
    first.input.villages[0].lastPlace = 1;
    first.input.villages[0].lastPoints = base::Points::whole(90);
    first.input.previous = ranking::Previous{{"before"}, "十月", std::string(64, 'a')};
    first.input.subjects = {{{"f1"}, villages::code(1), "终端", {"LJ"}}};
    first.input.waiting = {{villages::code(1), "LJ", domain::InspectionState::submitted}};
    domain::Inspection& inspection = first.inspections[0].inspection;
    domain::PhotoEntry photo;
    photo.itemCode = "LJ07";
    photo.finding = {"f1"};
    inspection.photos = {photo};
    inspection.profile = "some";
    domain::Finding& finding = inspection.answers.back().findings.front();
    finding.kind = "k";
    finding.tier = 0;
    finding.household = 1;
    finding.valueThousandths = 1;
    finding.repeat = true;
    inspection.answers.back().householdsVisited = 2;
    inspection.answers.back().earned = {"a"};
    PackageInput second = first;
    second.inspections[0].adjustments = {{"LJ07", base::Points{600}, "申诉成立"}};
    second.replaces = writePackage(first).value();
    second.reason = "申诉";
    const std::set<std::string> page = namesOnPage();
    for (const std::string& name : keysOf(writePackage(second).value())) {
        CAPTURE(name);
        CHECK(page.contains(name));
    }
    // Every optional field is there, of what is described and of what it is made of.
    for (const char* optional : {"byHand", "lookBack", "lastPoints", "package", "kinds", "value",
                                 "household", "repeat", "earned", "changes", "replaces"})
        CHECK(keysOf(writePackage(second).value()).contains(optional));
}
