#include <algorithm>
#include <catch2/catch.hpp>

#include "core/scoring/score.h"
#include "tests/core/scoring/generators.h"

using base::Points;
using domain::Answer;

namespace {
bool holds(const std::string& name, const std::function<void()>& property)
{
    return rc::check(name, property);
}

void shuffle(std::vector<Answer>& answers)
{
    for (std::size_t i = answers.size(); i > 1; --i)
        std::swap(answers[i - 1], answers[*rc::gen::inRange<std::size_t>(0, i)]);
}
}  // namespace

TEST_CASE("Any answers score between 0 and the maximum, and the bonus within its cap")
{
    CHECK(holds("within bounds", [] {
        const auto sheet = generators::anySheet();
        const auto score = scoring::scoreOf(sheet, *rc::gen::element<std::string>("all", "some"),
                                            generators::anyAnswers(sheet));
        RC_ASSERT(score.points >= Points{});
        RC_ASSERT(score.points <= score.maximum);
        RC_ASSERT(score.pointsIfVetoed >= Points{});
        RC_ASSERT(score.pointsIfVetoed <= score.points);
        RC_ASSERT(score.bonus >= Points{});
        RC_ASSERT(score.bonus <= sheet.bonusCap);
        RC_ASSERT(score.itemsAnswered + score.itemsMissing == score.itemsToAnswer);
    }));
}

TEST_CASE("One more finding never raises a score")
{
    CHECK(holds("monotone", [] {
        const auto sheet = generators::anySheet();
        auto answers = generators::anyAnswers(sheet);
        RC_PRE(!answers.empty());
        const auto before = scoring::scoreOf(sheet, {}, answers);
        answers[*rc::gen::inRange<std::size_t>(0, answers.size())].findings.push_back(
            generators::anyFinding());
        RC_ASSERT(scoring::scoreOf(sheet, {}, answers).points <= before.points);
    }));
}

TEST_CASE("The order of answers and of findings never matters")
{
    CHECK(holds("order", [] {
        const auto sheet = generators::anySheet();
        auto answers = generators::anyAnswers(sheet);
        const auto before = scoring::scoreOf(sheet, {}, answers);
        shuffle(answers);
        for (Answer& answer : answers) std::reverse(answer.findings.begin(), answer.findings.end());
        const auto after = scoring::scoreOf(sheet, {}, answers);
        RC_ASSERT(after.points == before.points);
        RC_ASSERT(after.bonus == before.bonus);
        RC_ASSERT(after.vetoes.size() == before.vetoes.size());
    }));
}

TEST_CASE("The tree adds up: items to sections, sections to the sheet")
{
    CHECK(holds("tree", [] {
        const auto sheet = generators::anySheet();
        const auto score = scoring::scoreOf(sheet, {}, generators::anyAnswers(sheet));
        Points sum;
        for (std::size_t i = 0; i < score.sections.size(); ++i) {
            const auto& section = score.sections[i];
            const auto& cap = sheet.sections[i].deductionCap;
            RC_ASSERT(!cap || section.deducted <= *cap);
            Points deducted;
            for (const auto& item : section.items) {
                Points lines;
                for (const auto& line : item.lines)
                    if (line.method != domain::RuleMethod::bonus) lines += line.afterCap;
                RC_ASSERT(lines == item.deductedBeforeCaps);
                RC_ASSERT(item.deducted == std::min(lines, item.max));
                deducted += item.deducted;
            }
            RC_ASSERT(section.points >= Points{});
            RC_ASSERT(section.points <= section.pointsOf);
            RC_ASSERT(section.lost <= deducted);  // what does not apply lost nothing
            RC_ASSERT(section.points + section.deducted == section.pointsOf);
            sum += section.points;
        }
        if (!sheet.deductionCap && score.carriedFrom == score.maximum)
            RC_ASSERT(sum == score.points);
    }));
}

TEST_CASE("Nothing found means nothing lost, whatever does not apply")
{
    CHECK(holds("clean", [] {
        const auto sheet = generators::anySheet();
        std::vector<Answer> answers;
        bool anyApplies = false;
        for (const auto& section : sheet.sections)
            for (const auto& item : section.items) {
                const bool applies = *rc::gen::arbitrary<bool>();
                anyApplies = anyApplies || (applies && item.max > Points{});
                answers.push_back(
                    sheets::plain(item.code, applies ? domain::AnswerState::ok
                                                     : domain::AnswerState::notApplicable));
            }
        RC_PRE(anyApplies);
        const auto score = scoring::scoreOf(sheet, {}, answers);
        RC_ASSERT(score.points == score.maximum);
    }));
}
