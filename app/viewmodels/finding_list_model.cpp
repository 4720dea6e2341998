#include "app/viewmodels/finding_list_model.h"

#include <algorithm>

#include "core/domain/measured.h"

namespace viewmodels {

namespace {

FindingListModel::Lack lackIn(const FindingRow& row)
{
    const scoring::PhotoLack& lack = row.lack;
    if (lack.photos == 0) return FindingListModel::LacksNothing;
    if (lack.photos == 1 && lack.wide != lack.close)
        return lack.wide ? FindingListModel::LacksWide : FindingListModel::LacksClose;
    return lack.photos == 2 && lack.wide && lack.close ? FindingListModel::LacksWideAndClose
                                                       : FindingListModel::LacksPhotos;
}

constexpr Column<FindingRow> findingColumns[] = {
    {"findingId", [](const FindingRow& row) -> QVariant { return text(row.id.value); }},
    {"number", [](const FindingRow& row) -> QVariant { return row.number; }},
    {"text", [](const FindingRow& row) -> QVariant { return text(row.text); }},
    {"household", [](const FindingRow& row) -> QVariant { return row.household; }},
    {"place", [](const FindingRow& row) -> QVariant { return text(row.place); }},
    {"note", [](const FindingRow& row) -> QVariant { return text(row.note); }},
    {"atMs", [](const FindingRow& row) -> QVariant { return static_cast<qint64>(row.atMs); }},
    {"accuracyM", [](const FindingRow& row) -> QVariant { return row.accuracyM; }},
    {"repeat", [](const FindingRow& row) -> QVariant { return row.repeat; }},
    {"photos", [](const FindingRow& row) -> QVariant { return row.photos; }},
    {"photosMissing", [](const FindingRow& row) -> QVariant { return row.lack.photos; }},
    {"photoLack", [](const FindingRow& row) -> QVariant { return lackIn(row); }},
    {"sizeOver", [](const FindingRow& row) -> QVariant { return text(row.sizeOver); }},
    {"size", [](const FindingRow& row) -> QVariant { return text(row.size); }},
};

std::string words(const domain::Rule& rule, const domain::Finding& finding)
{
    if (!finding.kind.empty()) return finding.kind;
    if (finding.tier >= 0 && finding.tier < static_cast<int>(rule.tiers.size()))
        return rule.tiers[static_cast<std::size_t>(finding.tier)].text;
    if (rule.method == domain::RuleMethod::ratio && finding.valueThousandths)
        return domain::thousandthsText(*finding.valueThousandths) +
               (rule.ratio ? rule.ratio->unit : "");
    if (rule.method == domain::RuleMethod::overMagnitude && finding.valueThousandths)
        return rule.text + "（" + domain::thousandthsText(*finding.valueThousandths) + "）";
    return rule.text;
}

scoring::PhotoLack lackOfFinding(const domain::EvidenceRule& evidence,
                                 const domain::FindingId& finding,
                                 const std::vector<domain::PhotoEntry>& photos)
{
    if (evidence.photo != domain::PhotoNeed::perFinding) return {};
    scoring::PhotoCount counted;
    for (const domain::PhotoEntry& photo : photos)
        if (photo.finding == finding &&
            !(evidence.galleryForbidden && photo.source == domain::PhotoSource::gallery))
            counted.add(photo.view);
    return scoring::lackOf(evidence, counted);
}

}  // namespace

FindingListModel::FindingListModel(QObject* parent) : RowsModel(findingColumns, parent) {}

std::string findingWords(const domain::Item& item, const domain::Finding& finding)
{
    const domain::Rule* rule = domain::findRule(item, finding.ruleCode);
    return rule ? words(*rule, finding) : finding.kind;
}

std::vector<FindingRow> findingsOf(const domain::Item& item, const domain::Answer& answer,
                                   const std::vector<domain::PhotoEntry>& photos)
{
    std::vector<FindingRow> rows;
    int number = 0;
    for (const domain::Finding& finding : answer.findings) {
        FindingRow row;
        row.id = finding.id;
        row.number = ++number;
        row.household = finding.household;
        row.place = finding.place;
        row.note = finding.note;
        row.atMs = finding.foundAtMs;
        row.accuracyM = finding.fix ? finding.fix->accuracyM : -1;
        row.repeat = finding.repeat;
        row.photos = static_cast<int>(std::count_if(
            photos.begin(), photos.end(), [&](const auto& p) { return p.finding == finding.id; }));
        if (const domain::Rule* rule = domain::findRule(item, finding.ruleCode)) {
            row.text = words(*rule, finding);
            row.lack = lackOfFinding(rule->evidence, finding.id, photos);
            if (rule->method == domain::RuleMethod::overMagnitude) {
                row.sizeOver = domain::thousandthsText(rule->magnitudeOverThousandths);
                if (finding.valueThousandths)
                    row.size = domain::thousandthsText(*finding.valueThousandths);
            }
        }
        rows.push_back(std::move(row));
    }
    std::reverse(rows.begin(), rows.end());
    return rows;
}

}  // namespace viewmodels
