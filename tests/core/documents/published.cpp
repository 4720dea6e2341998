#include "tests/core/documents/published.h"

#include <fmt/format.h>

#include <random>

#include "core/checklists/samples.h"
#include "core/crypto/hash.h"

namespace published {

namespace {

constexpr std::int64_t dayMs = std::int64_t{24} * 3600 * 1000;
constexpr std::int64_t firstMs = 1'793'500'000'000;  // early November 2026
const char* const towns[] = {"吴宁街道", "南市街道", "白云街道", "江北街道", "城东街道", "六石街道",
                             "巍山镇",   "虎鹿镇",   "歌山镇",   "佐村镇",   "东阳江镇", "湖溪镇",
                             "马宅镇",   "千祥镇",   "南马镇",   "画水镇",   "横店镇",   "三单乡"};
const char* const heads[] = {"青溪", "杏花", "银杏", "石鼓", "月亮",
                             "翠竹", "云栖", "荷畈", "稻香"};
const char* const tails[] = {"头", "坞", "坪", "岭", "塘", "畈", "湾", "口", "垄", "坑"};

class Maker {
public:
    explicit Maker(int perTown) : m_perTown(perTown) {}

    report::PackageInput run()
    {
        m_package.madeAtMs = firstMs + 25 * dayMs;
        m_package.checklists = checklists::samples();
        domain::Campaign& campaign = m_package.input.campaign;
        campaign.id = {"2026-11"};
        campaign.name = "2026年11月十佳十差村评比";
        campaign.firstDay = "2026-11-01";
        campaign.lastDay = "2026-11-20";
        campaign.rules.bestPerTown = 2;
        campaign.rules.ties = {{domain::TieBreak::fewestVetoes, ""},
                               {domain::TieBreak::higherInChecklist, "LJ"},
                               {domain::TieBreak::fewestFindings, ""}};
        const int weights[] = {50, 30, 20};
        for (std::size_t i = 0; i < m_package.checklists.size(); ++i)
            campaign.checklists.push_back(
                {{m_package.checklists[i].kind, 1, {}}, base::Points::whole(weights[i])});
        m_package.input.checks = ranking::checksOf(campaign, m_package.checklists);
        for (int town = 0; town < 18; ++town) addTown(town);
        return std::move(m_package);
    }

private:
    int any(int below) { return static_cast<int>(m_random() % static_cast<unsigned>(below)); }

    void addTown(int town)
    {
        const domain::RegionCode code{fmt::format("3307990{:02}000", town + 1)};
        m_package.input.towns.push_back({code, towns[town]});
        for (int i = 0; i < m_perTown; ++i) {
            ranking::Village village;
            village.code = {fmt::format("3307990{:02}{}", town + 1, 201 + i)};
            village.name =
                std::string(heads[(town + i) % 9]) + tails[(town * 3 + i * 7) % 10] + "村";
            village.town = code;
            village.lastPlace = 1 + any(18 * m_perTown);
            village.lastPoints = base::Points{7000 + any(2800)};
            addVillage(village);
        }
    }

    void addVillage(const ranking::Village& village)
    {
        const int number = m_villages++;
        if (number == 1) {
            m_package.input.campaign.excluded.push_back(village.code);
            m_package.input.villages.push_back(village);
            return;
        }
        m_package.input.campaign.participants.push_back(village.code);
        m_package.input.villages.push_back(village);
        if (number == 2) return;
        const int care = any(5);  // some villages are well kept
        for (const domain::Checklist& sheet : m_package.checklists)
            if (number % 10 != 3 || sheet.kind != "WS") addInspection(sheet, village, number, care);
    }

    void addInspection(const domain::Checklist& sheet, const ranking::Village& village, int number,
                       int care)
    {
        report::PackedInspection packed;
        domain::Inspection& inspection = packed.inspection;
        inspection.id = {fmt::format("{}-{}", village.code.value, sheet.kind)};
        inspection.campaign = m_package.input.campaign.id;
        inspection.checklist = {sheet.kind, sheet.version, {}};
        inspection.village = inspection.subject = village.code;
        inspection.inspector = {number % 2 == 0 ? "zhangsan" : "lisi"};
        inspection.submittedAtMs = firstMs + (number % 18) * dayMs;
        for (const domain::Section& section : sheet.sections)
            for (const domain::Item& item : section.items)
                inspection.answers.push_back(answerTo(item, inspection, number, care));
        if (number == 5 && sheet.kind == "LJ")
            packed.adjustments = {{"LJ07", base::Points::whole(1), "桶破损多报"}};
        m_package.inspections.push_back(std::move(packed));
    }

    domain::Answer answerTo(const domain::Item& item, domain::Inspection& inspection, int number,
                            int care)
    {
        domain::Answer answer;
        answer.itemCode = item.code;
        answer.state = domain::AnswerState::ok;
        for (const domain::Rule& rule : item.rules) {
            const bool veto = rule.method == domain::RuleMethod::veto;
            const bool bonus = rule.method == domain::RuleMethod::bonus;
            const int findings = veto                     ? (number == 7 ? 1 : 0)
                                 : bonus                  ? (any(30) == 0 ? 1 : 0)
                                 : any(3 + 2 * care) == 0 ? 1 + any(4)
                                                          : 0;
            for (int i = 0; i < findings; ++i) addFinding(item, rule, answer, inspection);
        }
        return answer;
    }

    void addFinding(const domain::Item& item, const domain::Rule& rule, domain::Answer& answer,
                    domain::Inspection& inspection)
    {
        domain::Finding finding;
        finding.id = {fmt::format("{}-{}-{}", item.code, rule.code, answer.findings.size())};
        finding.ruleCode = rule.code;
        finding.household = static_cast<int>(answer.findings.size()) + 1;
        if (!rule.tiers.empty()) finding.tier = any(static_cast<int>(rule.tiers.size()));
        if (!rule.kinds.empty())
            finding.kind =
                rule.kinds[static_cast<std::size_t>(any(static_cast<int>(rule.kinds.size())))];
        if (rule.ratio) finding.valueThousandths = rule.ratio->thresholdThousandths + 1000;
        domain::PhotoEntry photo;
        photo.id = {inspection.id.value + "-" + finding.id.value};
        photo.sha256 = {crypto::sha256(photo.id.value)};
        photo.itemCode = item.code;
        photo.finding = finding.id;
        inspection.photos.push_back(photo);
        answer.state = domain::AnswerState::found;
        answer.findings.push_back(std::move(finding));
    }

    int m_perTown;
    int m_villages = 0;
    std::mt19937 m_random{20261123};
    report::PackageInput m_package;
};

}  // namespace

report::PackageInput input(int perTown)
{
    return Maker(perTown).run();
}

report::VerifiedPackage package(int perTown)
{
    return report::verifyPackage(report::writePackage(input(perTown)).value()).value();
}

documents::Particulars particulars(const report::VerifiedPackage& package,
                                   const domain::InspectionId& id)
{
    documents::Particulars known;
    known.inspector = "张三";
    known.names = {"楼晓东"};
    for (const report::PackedInspection& packed : package.inspections)
        if (packed.inspection.id == id)
            for (const domain::Answer& answer : packed.inspection.answers)
                for (const domain::Finding& finding : answer.findings)
                    known.findings[finding.id] = {"下街18号李四家门口", "楼晓东反映", "", ""};
    return known;
}

}  // namespace published
