#include "app/viewmodels/change_words.h"

#include <algorithm>
#include <set>

#include "app/viewmodels/finding_list_model.h"

namespace viewmodels {

namespace {

domain::Answer answerGiven(const domain::Inspection& inspection, const std::string& itemCode)
{
    const auto answer = std::ranges::find(inspection.answers, itemCode, &domain::Answer::itemCode);
    return answer == inspection.answers.end() ? domain::Answer() : *answer;
}

const FindingRow* findIn(const std::vector<FindingRow>& rows, const domain::FindingId& id)
{
    const auto row = std::ranges::find(rows, id, &FindingRow::id);
    return row == rows.end() ? nullptr : &*row;
}

QString nameOf(const FindingRow& row)
{
    return text(row.place.empty() ? row.text : row.text + " · " + row.place);
}

std::set<domain::Sha256> photosOf(const domain::Inspection& inspection, const std::string& itemCode)
{
    std::set<domain::Sha256> photos;
    for (const domain::PhotoEntry& photo : inspection.photos)
        if (photo.itemCode == itemCode) photos.insert(photo.sha256);
    return photos;
}

/// The texts of the sub-points that are met.
std::string earnedOf(const domain::Item& item, const domain::Answer& answer)
{
    std::string words;
    for (const domain::Rule& rule : item.rules)
        if (std::ranges::find(answer.earned, rule.code) != answer.earned.end())
            words += (words.empty() ? "" : "；") + rule.text;
    return words;
}

std::string number(int value)
{
    return value == 0 ? std::string() : std::to_string(value);
}

}  // namespace

void ChangeWords::say(QStringList& said, const QString& what, const std::string& before,
                      const std::string& after)
{
    if (before == after) return;
    const QString none = tr("（空）");
    said.append(
        tr("%1：%2 → %3")
            .arg(what, before.empty() ? none : text(before), after.empty() ? none : text(after)));
}

void ChangeWords::sayFindings(QStringList& said, const domain::Item& item,
                              const domain::Answer& before, const domain::Answer& after)
{
    const std::vector<FindingRow> older = findingsOf(item, before, {});
    const std::vector<FindingRow> newer = findingsOf(item, after, {});
    for (const FindingRow& row : older)
        if (findIn(newer, row.id) == nullptr) said.append(tr("删去：%1").arg(nameOf(row)));
    for (auto row = newer.rbegin(); row != newer.rend(); ++row) {
        const FindingRow* was = findIn(older, row->id);
        if (was == nullptr) {
            said.append(tr("新增：%1").arg(nameOf(*row)));
            continue;
        }
        const QString here = tr("第 %1 处").arg(row->number);
        say(said, here, was->text, row->text);
        say(said, here + tr("的户号"), number(was->household), number(row->household));
        say(said, here + tr("的位置"), was->place, row->place);
        say(said, here + tr("的说明"), was->note, row->note);
        if (was->repeat != row->repeat)
            said.append(row->repeat ? tr("%1标为上期未整改").arg(here)
                                    : tr("%1不再标为上期未整改").arg(here));
    }
}

void ChangeWords::sayPhotos(QStringList& said, const std::string& itemCode,
                            const domain::Inspection& older, const domain::Inspection& newer)
{
    const std::set<domain::Sha256> before = photosOf(older, itemCode);
    const std::set<domain::Sha256> after = photosOf(newer, itemCode);
    const auto notIn = [](const auto& all, const auto& others) {
        return std::ranges::count_if(all, [&](const auto& one) { return !others.contains(one); });
    };
    const auto added = notIn(after, before);
    const auto gone = notIn(before, after);
    if (added > 0 || gone > 0) said.append(tr("照片：新增 %1 张，去掉 %2 张").arg(added).arg(gone));
}

QStringList ChangeWords::of(const domain::Item& item, const domain::Inspection& older,
                            const domain::Inspection& newer)
{
    const domain::Answer before = answerGiven(older, item.code);
    const domain::Answer after = answerGiven(newer, item.code);
    QStringList said;
    sayFindings(said, item, before, after);
    say(said, tr("达到的要求"), earnedOf(item, before), earnedOf(item, after));
    say(said, tr("走访户数"), number(before.householdsVisited), number(after.householdsVisited));
    say(said, tr("备注"), before.note, after.note);
    sayPhotos(said, item.code, older, newer);
    return said;
}

QStringList ChangeWords::ofTheWhole(const domain::Inspection& older,
                                    const domain::Inspection& newer)
{
    QStringList said;
    say(said, tr("整份的备注"), older.remark, newer.remark);
    say(said, tr("没有定位的原因"), older.noFixReason, newer.noFixReason);
    say(said, tr("检查的类型"), older.profile, newer.profile);
    sayPhotos(said, {}, older, newer);
    return said;
}

}  // namespace viewmodels
