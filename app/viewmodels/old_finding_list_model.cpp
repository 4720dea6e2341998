#include "app/viewmodels/old_finding_list_model.h"

#include <algorithm>

#include "app/viewmodels/finding_list_model.h"

namespace viewmodels {

namespace {

constexpr Column<OldFindingRow> oldFindingColumns[] = {
    {"findingId", [](const OldFindingRow& row) -> QVariant { return text(row.id.value); }},
    {"what", [](const OldFindingRow& row) -> QVariant { return text(row.what); }},
    {"note", [](const OldFindingRow& row) -> QVariant { return text(row.note); }},
    {"again", [](const OldFindingRow& row) -> QVariant { return row.again; }},
    {"countable", [](const OldFindingRow& row) -> QVariant { return row.countable; }},
};

bool sameThing(const domain::Finding& a, const domain::Finding& b)
{
    return a.ruleCode == b.ruleCode && a.kind == b.kind && a.tier == b.tier &&
           a.household == b.household;
}

bool sameSpot(const domain::Finding& a, const domain::Finding& b)
{
    return sameThing(a, b) && a.place == b.place;
}

bool sameWords(const domain::Finding& a, const domain::Finding& b)
{
    return sameSpot(a, b) && a.note == b.note;
}

}  // namespace

OldFindingListModel::OldFindingListModel(QObject* parent) : RowsModel(oldFindingColumns, parent)
{
    for (const auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(this, signal, this, &OldFindingListModel::countChanged);
    connect(this, &QAbstractItemModel::modelReset, this, &OldFindingListModel::countChanged);
}

std::vector<OldFindingRow> oldFindingsOf(const domain::Item& before,
                                         const std::vector<domain::Finding>& old,
                                         const domain::Item* now, const domain::Answer& said)
{
    std::vector<OldFindingRow> rows;
    for (const domain::Finding& finding : old) {
        OldFindingRow row;
        row.id = finding.id;
        row.note = finding.note;
        row.what = finding.place.empty() ? findingWords(before, finding) : finding.place;
        row.countable = now && domain::findRule(*now, finding.ruleCode);
        rows.push_back(std::move(row));
    }
    std::vector<domain::Finding> repeats;
    std::copy_if(said.findings.begin(), said.findings.end(), std::back_inserter(repeats),
                 [](const domain::Finding& finding) { return finding.repeat; });
    for (const auto alike : {&sameWords, &sameSpot, &sameThing})
        for (std::size_t i = 0; i < old.size(); ++i) {
            const auto match = std::find_if(
                repeats.begin(), repeats.end(),
                [&](const domain::Finding& finding) { return alike(finding, old[i]); });
            if (rows[i].again || match == repeats.end()) continue;
            rows[i].again = true;
            repeats.erase(match);
        }
    return rows;
}

}  // namespace viewmodels
