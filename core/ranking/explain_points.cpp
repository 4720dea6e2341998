#include "core/ranking/explain_points.h"

#include <fmt/format.h>

#include <algorithm>

#include "core/ranking/totals.h"

namespace ranking {

namespace {

bool zeroesSections(const domain::RankingRules& rules)
{
    return std::find(rules.vetoEffects.begin(), rules.vetoEffects.end(),
                     domain::VetoEffect::sectionToZero) != rules.vetoEffects.end();
}

/// What the score is the mean of; empty when it is that of one inspection.
std::string meanInWords(std::vector<ApprovedScore>::const_iterator first, int scores)
{
    int subjects = 0;
    int used = 0;
    for (auto score = first; score != first + scores; ++score) {
        if (score == first || score->subject != (score - 1)->subject) ++subjects;
        if (score->used) ++used;
    }
    if (subjects > 1) return fmt::format("（{} 个设施平均）", subjects);
    return used > 1 ? fmt::format("（{} 次检查平均）", used) : std::string();
}

std::string partInWords(const Part& part, const Check& check, const std::string& mean)
{
    switch (part.source) {
        case PartSource::inspected:
            break;
        case PartSource::spread:
            return fmt::format("{}：缺检查，权重由其余检查分摊", check.title);
        case PartSource::uniform:
            return fmt::format("{}：缺检查，统一赋 {} 分，占 {}%", check.title,
                               base::toText(part.score), base::toText(part.share));
        case PartSource::meanOfVillages:
            return fmt::format("{}：缺检查，按各村平均 {} 分计，占 {}%", check.title,
                               base::toText(part.score), base::toText(part.share));
    }
    return fmt::format("{}：{} 分{}，占 {}%", check.title, base::toText(part.score), mean,
                       base::toText(part.share));
}

}  // namespace

bool isInspectedBy(const Subject& facility, const Check& check)
{
    return std::find(facility.kinds.begin(), facility.kinds.end(), check.kind) !=
           facility.kinds.end();
}

Node unapprovedNode(const Subject& facility, const char* consequence)
{
    return line(fmt::format("设施 {}：尚无审核通过的检查{}", facility.name, consequence));
}

PointsTeller::PointsTeller(const Ranking& ranking, const std::vector<const Subject*>& subjects,
                           const FactsOf& factsOf)
    : m_ranking(ranking),
      m_subjects(subjects),
      m_factsOf(factsOf),
      m_vetoZeroes(zeroesSections(ranking.rules))
{
}

Node PointsTeller::tell(const Row& row) const
{
    Node node = line(
        fmt::format("总分 {} = 加权得分 {}", base::toText(row.points), base::toText(row.weighted)));
    if (row.bonusBeforeCap > Points{})
        node.text += fmt::format(" + 加分 {}", base::toText(row.bonus));
    if (row.bonus < row.bonusBeforeCap)
        node.text += fmt::format("（合计 {}，封顶 {}）", base::toText(row.bonusBeforeCap),
                                 base::toText(row.bonus));
    for (std::size_t i = 0; i < row.parts.size() && i < m_ranking.checks.size(); ++i)
        node.children.push_back(partNode(row, row.parts[i], m_ranking.checks[i]));
    return node;
}

Node PointsTeller::partNode(const Row& row, const Part& part, const Check& check) const
{
    const auto first = m_ranking.scores.begin() + part.firstScore;
    const auto last = first + part.scores;
    Node node = line(partInWords(part, check, meanInWords(first, part.scores)));
    if (part.bonus > Points{}) node.text += fmt::format("，加分 {}", base::toText(part.bonus));
    const auto has = [&](const domain::RegionCode& subject) {
        return std::any_of(first, last,
                           [&](const ApprovedScore& score) { return score.subject == subject; });
    };
    const bool manySubjects = std::any_of(first, last, [&](const ApprovedScore& score) {
        return score.subject != first->subject || score.subject != score.village;
    });
    for (auto score = first; score != last; ++score)
        node.children.push_back(inspectionNode(*score, manySubjects));
    if (has(row.village)) return node;  // 纳管村: its own inspection stands for its facilities
    for (const Subject* facility : m_subjects)
        if (isInspectedBy(*facility, check) && !has(facility->code))
            node.children.push_back(unapprovedNode(*facility, consequenceOf(part)));
    return node;
}

/// What it means for the village that one of its facilities is not approved.
const char* PointsTeller::consequenceOf(const Part& part) const
{
    if (part.source != PartSource::inspected) return "";
    return m_ranking.rules.missing == domain::MissingCheck::notRanked
               ? "，未计入平均（已有设施审核通过，不算缺检查，本村照常排名）"
               : "，未计入平均";
}

/// How a score of one of several subjects is introduced.
std::string PointsTeller::subjectWords(const ApprovedScore& score) const
{
    if (score.subject == score.village) return "本村，";
    for (const Subject* subject : m_subjects)
        if (subject->code == score.subject) return fmt::format("设施 {}，", subject->name);
    return fmt::format("设施 {}，", score.subject.value);
}

std::string PointsTeller::pointsInWords(const ApprovedScore& score) const
{
    const bool zeroed = m_vetoZeroes && score.vetoes > 0;
    std::string words =
        fmt::format("{} / {} 分", base::toText(score.points), base::toText(score.maximum));
    if (score.bonus > Points{}) words += fmt::format("，加分 {}", base::toText(score.bonus));
    if (score.vetoes > 0) words += fmt::format("，一票否决 {} 项", score.vetoes);
    if (zeroed)
        words += fmt::format("：所在大项计零分，按 {} 计", base::toText(score.pointsIfVetoed));
    if (const Points carried = outOfHundred(score, m_vetoZeroes);
        carried != (zeroed ? score.pointsIfVetoed : score.points))
        words += fmt::format("，折算成百分 {}", base::toText(carried));
    if (!score.used) words += "（按规则不计入）";
    return words;
}

Node PointsTeller::inspectionNode(const ApprovedScore& score, bool manySubjects) const
{
    Node node;
    node.inspection = score.inspection;
    if (manySubjects) node.text = subjectWords(score);
    if (!score.inspection.empty())
        node.text += fmt::format("检查 {} 第 {} 版：", score.inspection.value, score.revision);
    node.text += pointsInWords(score);
    const std::optional<InspectionFacts> facts =
        m_factsOf ? m_factsOf(score.inspection, score.revision) : std::nullopt;
    if (!facts) return node;
    if (!facts->inspector.empty()) node.text += fmt::format("；检查人 {}", facts->inspector);
    if (!facts->reviewer.empty()) node.text += fmt::format("；审核人 {}", facts->reviewer);
    node.children = explainInspection(*facts, m_vetoZeroes);
    return node;
}

}  // namespace ranking
