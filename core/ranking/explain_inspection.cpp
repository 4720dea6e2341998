#include <fmt/format.h>

#include <algorithm>

#include "core/domain/measured.h"
#include "core/ranking/explain.h"
#include "core/scoring/score.h"

namespace ranking {

namespace {

class Teller {
public:
    Teller(const InspectionFacts& facts, bool vetoZeroes, const InspectionWords& words)
        : m_facts(facts),
          m_words(words),
          m_vetoZeroes(vetoZeroes),
          m_score(scoring::scoreOf(facts.checklist, facts.inspection.profile,
                                   facts.inspection.answers, facts.adjustments))
    {
    }

    std::vector<Node> run() const
    {
        std::vector<Node> nodes = sheetNodes();
        for (const scoring::SectionScore& section : m_score.sections) {
            Node node = sectionNode(section);
            if (!node.children.empty() || !section.applies) nodes.push_back(std::move(node));
        }
        if (m_score.bonus < m_score.bonusBeforeCap)
            nodes.push_back(
                line(say("加分合计 {}，本表封顶 {}", base::toText(m_score.bonusBeforeCap),
                         base::toText(m_score.bonus))));
        return nodes;
    }

private:
    template <class... Parts>
    std::string say(const char* chinese, const Parts&... parts) const
    {
        return fmt::format(
            fmt::runtime(m_words.phrase ? m_words.phrase(chinese) : std::string(chinese)),
            parts...);
    }

    Node line(std::string words, const std::string& itemCode = {}) const
    {
        Node node;
        node.text = std::move(words);
        node.inspection = m_facts.inspection.id;
        node.itemCode = itemCode;
        return node;
    }

    /// What befalls the sheet as a whole: carried from what applies, capped, vetoed.
    std::vector<Node> sheetNodes() const
    {
        std::vector<Node> nodes;
        Points sum;
        for (const scoring::SectionScore& section : m_score.sections) sum += section.points;
        Points points = sum;
        if (m_score.carriedFrom != m_score.maximum && m_score.carriedFrom > Points{}) {
            points = base::scaled(sum, m_score.maximum.hundredths, m_score.carriedFrom.hundredths);
            nodes.push_back(
                line(say("适用部分共 {} 分，折算到 {} 分：{} × {} ÷ {} = {}",
                         base::toText(m_score.carriedFrom), base::toText(m_score.maximum),
                         base::toText(sum), base::toText(m_score.maximum),
                         base::toText(m_score.carriedFrom), base::toText(points))));
        }
        if (points < m_score.points)
            nodes.push_back(line(say(
                "全表最多扣 {}：应扣 {}，按 {} 计", base::toText(m_score.maximum - m_score.points),
                base::toText(m_score.maximum - points), base::toText(m_score.points))));
        for (const scoring::Veto& veto : m_score.vetoes)
            nodes.push_back(
                line(say("一票否决：{} {}{}", veto.itemCode, veto.text, zeroedInWords(veto)),
                     veto.itemCode));
        return nodes;
    }

    bool has(const scoring::SectionScore& section, const scoring::Veto& veto) const
    {
        return std::any_of(
            section.items.begin(), section.items.end(),
            [&](const scoring::ItemScore& item) { return item.code == veto.itemCode; });
    }

    std::string zeroedInWords(const scoring::Veto& veto) const
    {
        if (!m_vetoZeroes) return {};
        for (const scoring::SectionScore& section : m_score.sections)
            if (has(section, veto))
                return say("；{}，本次按 {} 计",
                           section.max > Points{} ? say("所在大项“{}”计零分", section.title)
                                                  : say("全表计零分"),
                           base::toText(m_score.pointsIfVetoed));
        return {};
    }

    Node sectionNode(const scoring::SectionScore& section) const
    {
        Node node = line(section.max > Points{}
                             ? say("{}：{} / {}", section.title, base::toText(section.points),
                                   base::toText(section.pointsOf))
                             : section.title);
        if (!section.applies) {
            node.text =
                say("{}：不适用，{} 分由其余部分分摊", section.title, base::toText(section.max));
            return node;
        }
        if (m_vetoZeroes && section.max > Points{} &&
            std::any_of(m_score.vetoes.begin(), m_score.vetoes.end(),
                        [&](const scoring::Veto& veto) { return has(section, veto); }))
            node.text += say("，因一票否决计零分");
        for (const scoring::ItemScore& item : section.items)
            if (!item.lines.empty() || item.adjustment ||
                item.state == scoring::ItemState::notApplicable)
                node.children.push_back(itemNode(item));
        if (section.pointsOf != section.appliedMax)
            node.children.push_back(
                line(say("不适用项的 {} 分由本部分其余项分摊：{} × {} ÷ {} = {}",
                         base::toText(section.pointsOf - section.appliedMax),
                         base::toText(section.appliedMax - section.lost),
                         base::toText(section.pointsOf), base::toText(section.appliedMax),
                         base::toText(section.pointsOf - section.deductedBeforeCap))));
        if (section.deducted < section.deductedBeforeCap)
            node.children.push_back(
                line(say("本部分最多扣 {}：应扣 {}，实扣 {}", base::toText(section.deducted),
                         base::toText(section.deductedBeforeCap), base::toText(section.deducted))));
        return node;
    }

    /// What becomes of the points of an item that does not apply.
    std::string notApplicableInWords(const scoring::ItemScore& item) const
    {
        const domain::Item* printed = domain::findItem(m_facts.checklist, item.code);
        if (!printed || item.max == Points{}) return say("：不适用");
        if (printed->notApplicable == domain::NotApplicable::fullMarks)
            return say("：不适用，按满分 {} 计", base::toText(item.max));
        return say(printed->notApplicable == domain::NotApplicable::spreadSheet
                       ? "：不适用，{} 分由全表其余项分摊"
                       : "：不适用，{} 分由本部分其余项分摊",
                   base::toText(item.max));
    }

    Node itemNode(const scoring::ItemScore& item) const
    {
        Node node = line(fmt::format("{} {}", item.code, item.title), item.code);
        if (item.state == scoring::ItemState::notApplicable && !item.adjustment)
            node.text += notApplicableInWords(item);
        else if (item.max > Points{})
            node.text += say("：{} / {}，扣 {}", base::toText(item.points), base::toText(item.max),
                             base::toText(item.deducted));
        const domain::Item* printed = domain::findItem(m_facts.checklist, item.code);
        for (const scoring::RuleLine& rule : item.lines) {
            Node child = line(m_words.rule && printed ? m_words.rule(rule, *printed) : rule.words,
                              item.code);
            for (const domain::FindingId& id : rule.findings)
                child.children.push_back(findingNode(item.code, id));
            node.children.push_back(std::move(child));
        }
        if (item.deductedBeforeCaps > item.max && item.max > Points{})
            node.children.push_back(
                line(say("扣完为止：应扣 {}，本项最多扣 {}", base::toText(item.deductedBeforeCaps),
                         base::toText(item.max)),
                     item.code));
        if (item.adjustment)
            node.children.push_back(
                line(say("审核调整：{} → {}，理由：{}", base::toText(item.pointsBeforeAdjustment),
                         base::toText(item.adjustment->points), item.adjustment->reason),
                     item.code));
        addPhotos(node, item.code, {});
        return node;
    }

    Node findingNode(const std::string& itemCode, const domain::FindingId& id) const
    {
        Node node = line(say("问题"), itemCode);
        node.finding = id;
        if (const domain::Finding* finding = findingOf(itemCode, id)) {
            const domain::Item* item = domain::findItem(m_facts.checklist, itemCode);
            if (!finding->kind.empty()) node.text += say("：{}", finding->kind);
            if (finding->household > 0) node.text += say("：第 {} 户", finding->household);
            node.text += measuredInWords(
                *finding, item ? domain::findRule(*item, finding->ruleCode) : nullptr);
            if (!finding->place.empty()) node.text += say("，{}", finding->place);
            if (!finding->note.empty()) node.text += say("，{}", finding->note);
            if (finding->repeat) node.text += say("（上期未整改）");
        }
        addPhotos(node, itemCode, id);
        return node;
    }

    /// "，实测 92.5 %".
    std::string measuredInWords(const domain::Finding& finding, const domain::Rule* rule) const
    {
        if (!finding.valueThousandths) return {};
        std::string words = say("，实测 {}", domain::thousandthsText(*finding.valueThousandths));
        if (rule && rule->ratio && !rule->ratio->unit.empty()) words += " " + rule->ratio->unit;
        return words;
    }

    /// The photos of a finding, or with none those of the item as a whole.
    void addPhotos(Node& node, const std::string& itemCode, const domain::FindingId& finding) const
    {
        for (const domain::PhotoEntry& photo : m_facts.inspection.photos)
            if (photo.itemCode == itemCode && photo.finding == finding) {
                Node child = line(say(finding.empty() ? "本项照片 {}" : "照片 {}",
                                      photo.sha256.value.substr(0, 12)),
                                  itemCode);
                child.finding = finding;
                child.photo = photo.id;
                node.children.push_back(std::move(child));
            }
    }

    const domain::Finding* findingOf(const std::string& itemCode, const domain::FindingId& id) const
    {
        for (const domain::Answer& answer : m_facts.inspection.answers)
            if (answer.itemCode == itemCode)
                for (const domain::Finding& finding : answer.findings)
                    if (finding.id == id) return &finding;
        return nullptr;
    }

    const InspectionFacts& m_facts;
    const InspectionWords& m_words;
    const bool m_vetoZeroes;
    const scoring::Score m_score;
};

}  // namespace

std::vector<Node> explainInspection(const InspectionFacts& facts, bool vetoZeroes,
                                    const InspectionWords& words)
{
    return Teller(facts, vetoZeroes, words).run();
}

}  // namespace ranking
