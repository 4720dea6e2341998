#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <regex>
#include <set>

#include "app/viewmodels/error_words.h"
#include "app/viewmodels/reason_words.h"
#include "app/viewmodels/rule_words.h"
#include "core/scoring/score.h"
#include "tests/paths.h"

using viewmodels::ErrorWords;
using viewmodels::RuleWords;

namespace {

/// Codes that stand before a Chinese message in the sources of this folder.
std::set<std::string> codesIn(const std::filesystem::path& folder)
{
    static const std::regex refusal(
        R"re("([a-z_]+\.[a-z_0-9]+)",\s*(?:fmt::format\(\s*)?"[^"]*[\x80-\xff])re");
    std::set<std::string> codes;
    for (const auto& file : std::filesystem::recursive_directory_iterator(folder)) {
        if (file.path().extension() != ".cpp" || file.path().filename() == "error_words.cpp")
            continue;
        std::ifstream in(file.path());
        const std::string source{std::istreambuf_iterator<char>(in), {}};
        for (std::sregex_iterator found(source.begin(), source.end(), refusal), end; found != end;
             ++found)
            codes.insert((*found)[1]);
    }
    return codes;
}

/// What stands in quotes and is Chinese, comments aside.
std::set<std::string> phrasesIn(const std::filesystem::path& path)
{
    static const std::regex phrase(R"re("([^"]*[\x80-\xff][^"]*)")re");
    std::set<std::string> phrases;
    std::ifstream in(path);
    for (std::string line; std::getline(in, line);) {
        if (line.find("///") != std::string::npos) continue;
        for (std::sregex_iterator found(line.begin(), line.end(), phrase), end; found != end;
             ++found)
            phrases.insert((*found)[1]);
    }
    return phrases;
}

domain::Rule aRule(domain::RuleMethod method)
{
    domain::Rule rule;
    rule.code = "a";
    rule.text = "R";
    rule.method = method;
    rule.price = base::Points{50};
    return rule;
}

/// The one rule's line of a sheet of one item worth ten points.
QString wordsOf(const domain::Rule& rule, int findings, int households = 0)
{
    domain::Item item;
    item.code = "I1";
    item.max = base::Points{1000};
    item.sampleHouseholds = households;
    item.rules = {rule};
    domain::Checklist sheet;
    sheet.sections = {{"A", "A", {}, {item}}};
    domain::Answer answer;
    answer.itemCode = "I1";
    answer.state = domain::AnswerState::found;
    answer.householdsVisited = households / 2;
    for (int i = 0; i < findings; ++i) {
        domain::Finding finding;
        finding.id = {std::to_string(i)};
        finding.ruleCode = "a";
        finding.household = i + 1;
        finding.tier = 0;
        finding.repeat = i == 0;
        finding.valueThousandths = 92'500 + i;
        answer.findings.push_back(finding);
    }
    const auto score = scoring::scoreOf(sheet, {}, {answer});
    REQUIRE(score.sections.at(0).items.at(0).lines.size() == 1);
    return RuleWords::all(score.sections[0].items[0], item).join(QLatin1Char('\n'));
}

}  // namespace

TEST_CASE("Each refusal that a tablet can give has words for a reader of English", "[words]")
{
    const std::filesystem::path root = XUNCUN_SOURCE_DIR;
    int codes = 0;
    for (const char* folder : {"core/actions", "core/store", "core/sqlite", "core/crypto", "app",
                               "sync/client", "sync/protocol"})
        for (const std::string& code : codesIn(root / folder)) {
            INFO(folder << ": " << code);
            CHECK(ErrorWords::knows(code));
            ++codes;
        }
    CHECK(codes > 80);
    CHECK_FALSE(ErrorWords::knows("not.known"));
}

TEST_CASE("Each phrase that explains an inspection's points has words for a reader of English",
          "[words]")
{
    const std::span<const char* const> known = viewmodels::ReasonWords::phrases();
    const std::set<std::string> said =
        phrasesIn(std::filesystem::path(XUNCUN_SOURCE_DIR) / "core/ranking/explain_inspection.cpp");
    CHECK(said == std::set<std::string>(known.begin(), known.end()));
}

TEST_CASE("In Chinese a refusal keeps its own words with place and number", "[words]")
{
    CHECK(ErrorWords::of("photo.tiny", "照片太小（40x40 像素）") ==
          QStringLiteral("照片太小（40x40 像素）"));
    CHECK(ErrorWords::of("not.known", "别的") == QStringLiteral("别的"));
}

TEST_CASE("Why points were lost is said rule by rule", "[words]")
{
    using Method = domain::RuleMethod;
    CHECK(wordsOf(aRule(Method::perFinding), 3) == QStringLiteral("R：3 处 × 0.5 = 1.5"));
    domain::Rule weighing = aRule(Method::perFinding);
    weighing.repeatPercent = 200;
    CHECK(wordsOf(weighing, 3) ==
          QStringLiteral("R：3 处 × 0.5 = 1.5；其中上期未整改 1，按 200% 扣，共扣 2"));
    CHECK(wordsOf(aRule(Method::once), 3) == QStringLiteral("R：一次性扣 0.5"));
    CHECK(wordsOf(aRule(Method::zeroItem), 1) == QStringLiteral("R：此项不得分，扣 10"));
    CHECK(wordsOf(aRule(Method::veto), 1) == QStringLiteral("R：一票否决"));
    CHECK(wordsOf(aRule(Method::perHousehold), 2, 10) ==
          QStringLiteral("R：实查 5 户中 2 户，按应查 10 户折算：2 × 0.5 × 10 ÷ 5 = 2"));
    domain::Rule sampled = aRule(Method::perHousehold);
    sampled.repeatPercent = 200;
    CHECK(wordsOf(sampled, 2, 10) ==
          QStringLiteral("R：实查 5 户中 2 户，按应查 10 户折算：2 × 0.5 × 10 ÷ 5 = 2；其中上期"
                         "未整改 1，按 200% 扣，共扣 3"));
    domain::Rule share = aRule(Method::ratio);
    share.ratio = domain::RatioRule{95'000, 1'000, true, "%"};
    CHECK(wordsOf(share, 1) == QStringLiteral("R：低于标准 2.5%，3 档 × 0.5 = 1.5"));
    share.ratio->atLeast = false;
    CHECK(wordsOf(share, 1) == QStringLiteral("R：达到标准，不扣分"));
    domain::Rule large = aRule(Method::overMagnitude);
    large.magnitudeOverThousandths = 92'500;
    CHECK(wordsOf(large, 3) == QStringLiteral("R：3 处中超过 92.5 的 2 处 × 0.5 = 1"));
    CHECK(wordsOf(aRule(Method::perMissing), 2) == QStringLiteral("R：2 种 × 0.5 = 1"));
    CHECK(wordsOf(aRule(Method::bonus), 2) == QStringLiteral("R：2 项 × 0.5 = 1"));
    CHECK(wordsOf(aRule(Method::subPoint), 0) == QStringLiteral("R：未做到，不得 0.5"));
    domain::Rule capped = aRule(Method::perFinding);
    capped.cap = base::Points{100};
    CHECK(wordsOf(capped, 3) == QStringLiteral("R：3 处 × 0.5 = 1.5，此条封顶 1"));
    domain::Rule steps = aRule(Method::tier);
    steps.tiers = {{"轻", base::Points{20}}, {"重", base::Points{70}}};
    CHECK(wordsOf(steps, 1) == QStringLiteral("R：轻，扣 0.2"));
    CHECK(wordsOf(aRule(Method::perFinding), 30)
              .endsWith(QStringLiteral("\n扣完为止：应扣 15，实扣 10")));
}
