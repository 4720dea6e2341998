#include <fmt/format.h>

#include <algorithm>

#include "core/ranking/explain.h"
#include "core/scoring/score.h"

namespace ranking {

namespace {

std::string text(Points points)
{
    return base::toText(points);
}

class Teller {
public:
    explicit Teller(const InspectionFacts& facts)
        : m_facts(facts),
          m_score(scoring::scoreOf(facts.checklist, facts.inspection.profile,
                                   facts.inspection.answers, facts.adjustments))
    {
    }

    std::vector<Node> run() const
    {
        std::vector<Node> nodes;
        if (m_score.carriedFrom != m_score.maximum)
            nodes.push_back(line(fmt::format("适用部分共 {} 分，折算到 {} 分",
                                             text(m_score.carriedFrom), text(m_score.maximum))));
        for (const scoring::SectionScore& section : m_score.sections) {
            Node node = sectionNode(section);
            if (!node.children.empty()) nodes.push_back(std::move(node));
        }
        return nodes;
    }

private:
    Node line(std::string words, const std::string& itemCode = {}) const
    {
        Node node;
        node.text = std::move(words);
        node.inspection = m_facts.inspection.id;
        node.itemCode = itemCode;
        return node;
    }

    Node sectionNode(const scoring::SectionScore& section) const
    {
        Node node =
            line(section.max > Points{} ? fmt::format("{}：{} / {}", section.title,
                                                      text(section.points), text(section.pointsOf))
                                        : section.title);
        for (const scoring::ItemScore& item : section.items)
            if (!item.lines.empty() || item.adjustment ||
                item.state == scoring::ItemState::notApplicable)
                node.children.push_back(itemNode(item));
        if (section.deducted < section.deductedBeforeCap)
            node.children.push_back(line(fmt::format("本部分最多扣 {}", text(section.deducted))));
        return node;
    }

    Node itemNode(const scoring::ItemScore& item) const
    {
        Node node = line(fmt::format("{} {}", item.code, item.title), item.code);
        if (item.state == scoring::ItemState::notApplicable && !item.adjustment)
            node.text += "：不适用";
        else if (item.max > Points{})
            node.text += fmt::format("：{} / {}，扣 {}", text(item.points), text(item.max),
                                     text(item.deducted));
        for (const scoring::RuleLine& rule : item.lines) {
            Node child = line(rule.words, item.code);
            for (const domain::FindingId& id : rule.findings)
                child.children.push_back(findingNode(item.code, id));
            node.children.push_back(std::move(child));
        }
        if (item.adjustment)
            node.children.push_back(
                line(fmt::format("审核调整：{} → {}，理由：{}", text(item.pointsBeforeAdjustment),
                                 text(item.adjustment->points), item.adjustment->reason),
                     item.code));
        return node;
    }

    Node findingNode(const std::string& itemCode, const domain::FindingId& id) const
    {
        Node node = line("问题", itemCode);
        node.finding = id;
        if (const domain::Finding* finding = findingOf(itemCode, id)) {
            if (!finding->kind.empty()) node.text += "：" + finding->kind;
            if (finding->household > 0) node.text += fmt::format("：第 {} 户", finding->household);
            if (!finding->place.empty()) node.text += "，" + finding->place;
            if (!finding->note.empty()) node.text += "，" + finding->note;
            if (finding->repeat) node.text += "（上期未整改）";
        }
        for (const domain::PhotoEntry& photo : m_facts.inspection.photos)
            if (photo.itemCode == itemCode && photo.finding == id) {
                Node child =
                    line(fmt::format("照片 {}", photo.sha256.value.substr(0, 12)), itemCode);
                child.finding = id;
                child.photo = photo.id;
                node.children.push_back(std::move(child));
            }
        return node;
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
    const scoring::Score m_score;
};

}  // namespace

std::vector<Node> explainInspection(const InspectionFacts& facts)
{
    return Teller(facts).run();
}

}  // namespace ranking
