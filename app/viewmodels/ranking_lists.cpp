#include "app/viewmodels/ranking_lists.h"

#include <algorithm>

namespace viewmodels {

namespace {

constexpr Column<RankRow> rankColumns[] = {
    {"place", [](const RankRow& row) -> QVariant { return row.place; }},
    {"villageCode", [](const RankRow& row) -> QVariant { return text(row.code); }},
    {"village", [](const RankRow& row) -> QVariant { return text(row.village); }},
    {"town", [](const RankRow& row) -> QVariant { return text(row.town); }},
    {"points", [](const RankRow& row) -> QVariant { return twoDecimals(row.points); }},
    {"hasLast", [](const RankRow& row) -> QVariant { return row.hasLast; }},
    {"change", [](const RankRow& row) -> QVariant { return row.change; }},
    {"note", [](const RankRow& row) -> QVariant { return QVariant::fromValue(row.note); }},
    {"parts", [](const RankRow& row) -> QVariant { return row.parts; }},
    {"hangsOnOne", [](const RankRow& row) -> QVariant { return row.hangsOnOne; }},
};

constexpr Column<NotRankedRow> notRankedColumns[] = {
    {"villageCode", [](const NotRankedRow& row) -> QVariant { return text(row.code); }},
    {"village", [](const NotRankedRow& row) -> QVariant { return text(row.village); }},
    {"town", [](const NotRankedRow& row) -> QVariant { return text(row.town); }},
    {"why", [](const NotRankedRow& row) -> QVariant { return QVariant::fromValue(row.why); }},
    {"missing", [](const NotRankedRow& row) -> QVariant { return row.missing; }},
    {"reason", [](const NotRankedRow& row) -> QVariant { return text(row.reason); }},
};

constexpr Column<TownRankRow> townColumns[] = {
    {"place", [](const TownRankRow& row) -> QVariant { return row.place; }},
    {"shared", [](const TownRankRow& row) -> QVariant { return row.shared; }},
    {"town", [](const TownRankRow& row) -> QVariant { return text(row.town); }},
    {"points", [](const TownRankRow& row) -> QVariant { return twoDecimals(row.points); }},
    {"ranked", [](const TownRankRow& row) -> QVariant { return row.ranked; }},
    {"participants", [](const TownRankRow& row) -> QVariant { return row.participants; }},
    {"best", [](const TownRankRow& row) -> QVariant { return row.best; }},
    {"worst", [](const TownRankRow& row) -> QVariant { return row.worst; }},
};

std::string townName(const ranking::Ranking& ranking, const domain::RegionCode& town)
{
    const auto found = std::ranges::find(ranking.towns, town, &ranking::TownRow::town);
    return found == ranking.towns.end() ? town.value : found->name;
}

RankRow rankRow(const ranking::Ranking& ranking, const ranking::Row& row)
{
    RankRow shown;
    shown.place = row.place;
    shown.code = row.village.value;
    shown.village = row.name;
    shown.town = townName(ranking, row.town);
    shown.points = row.points;
    shown.hasLast = row.lastPlace.has_value();
    shown.change = row.lastPlace ? *row.lastPlace - row.place : 0;
    if (row.vetoes > 0)
        shown.note = ranked::Note::Vetoed;
    else if (row.shared)
        shown.note = ranked::Note::Shared;
    for (const ranking::Part& part : row.parts)
        shown.parts.append(part.source == ranking::PartSource::spread ? QString()
                                                                      : twoDecimals(part.score));
    return shown;
}

}  // namespace

RankListModel::RankListModel(QObject* parent) : RowsModel(rankColumns, parent) {}

TownRankListModel::TownRankListModel(QObject* parent) : RowsModel(townColumns, parent) {}

std::vector<TownRankRow> townRows(const ranking::Ranking& ranking)
{
    std::vector<TownRankRow> rows;
    for (const ranking::TownRow& town : ranking.towns)
        rows.push_back({town.place, town.shared, town.town.value, town.name, town.points,
                        town.ranked, town.participants, town.best, town.worst});
    return rows;
}

NotRankedListModel::NotRankedListModel(QObject* parent) : RowsModel(notRankedColumns, parent) {}

void RankListModel::display(std::vector<RankRow> rows, LeftOut leftOut)
{
    const int before = rowCount();
    show(std::move(rows));
    if (before != rowCount()) Q_EMIT countChanged();
    if (leftOut == m_leftOut) return;
    m_leftOut = std::move(leftOut);
    Q_EMIT leftOutChanged();
}

QStringList RankListModel::leftOut() const
{
    using ranking::Passed;
    QStringList sentences;
    const auto ofQuota = [](const auto& one) {
        return one.first == Passed::quota || one.first == Passed::tieInQuota;
    };
    const bool shortened =
        m_leftOut.listed < m_leftOut.wanted && std::ranges::any_of(m_leftOut.villages, ofQuota);
    if (shortened) sentences.append(tr("每镇名额已满，列 %1 村").arg(m_leftOut.listed));
    const auto name = [&](Passed why, const QString& sentence) {
        QStringList villages;
        for (const auto& [reason, village] : m_leftOut.villages)
            if (reason == why) villages.append(text(village));
        if (!villages.isEmpty()) sentences.append(sentence.arg(villages.join(tr("、"))));
    };
    name(Passed::veto, tr("未列入：%1（有一票否决）"));
    if (!shortened) {
        name(Passed::quota, tr("未列入：%1（本镇名额已满）"));
        name(Passed::tieInQuota, tr("未列入：%1（同镇并列，名额不够）"));
    }
    name(Passed::tieAtLine, tr("未列入：%1（末位并列，名额不够）"));
    return sentences;
}

LeftOut leftOut(const ranking::Board& board, const ranking::ShortList& list)
{
    LeftOut left{list.wanted, static_cast<int>(list.entries.size()), {}};
    for (const ranking::PassedOver& one : list.passedOver)
        left.villages.emplace_back(one.why, board.rows[static_cast<std::size_t>(one.row)].name);
    return left;
}

std::vector<RankRow> rankRows(const ranking::Ranking& ranking, const ranking::Board& board)
{
    std::vector<RankRow> rows;
    rows.reserve(board.rows.size());
    for (const ranking::Row& row : board.rows) rows.push_back(rankRow(ranking, row));
    return rows;
}

std::vector<RankRow> listedRows(const ranking::Ranking& ranking, const ranking::Board& board,
                                const ranking::ShortList& list)
{
    std::vector<RankRow> rows;
    for (const ranking::Listed& listed : list.entries) {
        RankRow row = rankRow(ranking, board.rows[static_cast<std::size_t>(listed.row)]);
        if (listed.byVeto)
            row.note = ranked::Note::ByVeto;
        else if (listed.tieAtLine)
            row.note = ranked::Note::TieAtLine;
        rows.push_back(std::move(row));
    }
    return rows;
}

std::vector<RankRow> improvedRows(const ranking::Ranking& ranking)
{
    std::vector<RankRow> rows;
    for (const ranking::Improved& one : ranking.improved)
        for (const ranking::Board& board : ranking.boards)
            for (const ranking::Row& row : board.rows)
                if (row.village == one.village) {
                    RankRow& shown = rows.emplace_back(rankRow(ranking, row));
                    shown.place = one.place;
                    shown.points = one.by;
                    shown.note = one.shared ? ranked::Note::Shared : ranked::Note::None;
                }
    return rows;
}

std::vector<NotRankedRow> notRankedRows(const ranking::Ranking& ranking)
{
    std::vector<NotRankedRow> rows;
    for (const ranking::NotRanked& one : ranking.notRanked) {
        NotRankedRow row;
        row.code = one.village.value;
        row.village = one.name;
        row.town = townName(ranking, one.town);
        row.reason = one.reason;
        switch (one.why) {
            case ranking::NotRankedWhy::excluded:
                row.why = ranked::Why::Excluded;
                break;
            case ranking::NotRankedWhy::nothingInspected:
                row.why = ranked::Why::NothingInspected;
                break;
            case ranking::NotRankedWhy::checkMissing:
                row.why = ranked::Why::CheckMissing;
                break;
        }
        for (const int check : one.missingChecks)
            row.missing.append(
                text(domain::shortTitle(ranking.checks[static_cast<std::size_t>(check)].title)));
        rows.push_back(std::move(row));
    }
    return rows;
}

void sortRows(std::vector<RankRow>& rows, ranked::Key column, bool descending)
{
    std::ranges::stable_sort(rows, [&](const RankRow& first, const RankRow& second) {
        const RankRow& a = descending ? second : first;
        const RankRow& b = descending ? first : second;
        switch (column) {
            case ranked::Key::Place:
                return a.place < b.place;
            case ranked::Key::Village:
                return a.village < b.village;
            case ranked::Key::Town:
                return a.town < b.town;
            case ranked::Key::Points:
                return a.points < b.points;
            case ranked::Key::Change:
                return a.change < b.change;
        }
        return false;
    });
}

}  // namespace viewmodels
