#pragma once

#include <QtQml/qqmlregistration.h>

#include <QStringList>

#include "app/viewmodels/rows_model.h"
#include "app/viewmodels/words.h"
#include "core/ranking/ranking.h"

// The lists on the ranking page, and the pure functions that make their rows.
namespace viewmodels {

namespace ranked {
Q_NAMESPACE
QML_NAMED_ELEMENT(Ranked)

/// What is said beside a village in a list.
enum class Note { None, Shared, TieAtLine, ByVeto, Vetoed };
Q_ENUM_NS(Note)
enum class Why { Excluded, NothingInspected, CheckMissing };
Q_ENUM_NS(Why)
enum class Key { Place, Village, Town, Points, Change };
Q_ENUM_NS(Key)
}  // namespace ranked

struct RankRow {
    int place = 0;
    std::string code;
    std::string village;
    std::string town;
    base::Points points;
    bool hasLast = false;
    int change = 0;  ///< places gained since last time
    ranked::Note note = ranked::Note::None;
    QStringList parts;        ///< one score a sheet; empty text where the sheet is missing
    bool hangsOnOne = false;  ///< on the scores of one inspector

    bool operator==(const RankRow&) const = default;
    bool sameAs(const RankRow& other) const { return code == other.code; }
};

/// Who is not on a list though the place would have been enough.
struct LeftOut {
    int wanted = 0;
    int listed = 0;
    std::vector<std::pair<ranking::Passed, std::string>> villages;

    bool operator==(const LeftOut&) const = default;
};
LeftOut leftOut(const ranking::Board& board, const ranking::ShortList& list);

/// Ranked villages: the best, the worst or all.
class RankListModel : public RowsModel<RankRow> {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("part of RankingModel")
    Q_PROPERTY(int count READ count NOTIFY countChanged)
    Q_PROPERTY(QStringList leftOut READ leftOut NOTIFY leftOutChanged)

public:
    explicit RankListModel(QObject* parent = nullptr);
    int count() const { return rowCount(); }
    /// A sentence a reason. Where quotas are why the list is shorter than wanted, that alone is
    /// said of them; who is among the best is no news beside the worst.
    QStringList leftOut() const;
    void display(std::vector<RankRow> rows, LeftOut leftOut = {});

Q_SIGNALS:
    void countChanged();
    void leftOutChanged();

private:
    LeftOut m_leftOut;
};

struct NotRankedRow {
    std::string code;
    std::string village;
    std::string town;
    ranked::Why why = ranked::Why::NothingInspected;
    QStringList missing;  ///< titles of the sheets
    std::string reason;   ///< of an exclusion; may be empty

    bool operator==(const NotRankedRow&) const = default;
    bool sameAs(const NotRankedRow& other) const { return code == other.code; }
};

class NotRankedListModel : public RowsModel<NotRankedRow> {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("part of RankingModel")
public:
    explicit NotRankedListModel(QObject* parent = nullptr);
};

struct TownRankRow {
    int place = 0;  ///< 0: none of its villages is ranked
    bool shared = false;
    std::string code;
    std::string town;
    base::Points points;
    int ranked = 0;
    int participants = 0;
    int best = 0;
    int worst = 0;

    bool operator==(const TownRankRow&) const = default;
    bool sameAs(const TownRankRow& other) const { return code == other.code; }
};

/// 镇街排名: towns by the mean of their ranked villages.
class TownRankListModel : public RowsModel<TownRankRow> {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("part of RankingModel")
public:
    explicit TownRankListModel(QObject* parent = nullptr);
};

std::vector<TownRankRow> townRows(const ranking::Ranking& ranking);
std::vector<RankRow> rankRows(const ranking::Ranking& ranking, const ranking::Board& board);
std::vector<RankRow> listedRows(const ranking::Ranking& ranking, const ranking::Board& board,
                                const ranking::ShortList& list);
/// Who improved most: `points` is by how much.
std::vector<RankRow> improvedRows(const ranking::Ranking& ranking);
std::vector<NotRankedRow> notRankedRows(const ranking::Ranking& ranking);
void sortRows(std::vector<RankRow>& rows, ranked::Key column, bool descending);

}  // namespace viewmodels
