#include "app/viewmodels/ranking_model.h"

#include <algorithm>

#include "app/viewmodels/error_words.h"
#include "app/viewmodels/inspection_facts.h"
#include "core/fairness/fairness_codec.h"
#include "core/store/reference.h"

namespace viewmodels {

namespace {

struct ReadRanking {
    std::vector<domain::Campaign> campaigns;
    base::Result<std::optional<ranking::Ranking>> ranking;
    std::optional<FairnessRows> fairness;
    std::optional<std::vector<domain::Review>> adjusted;
};

/// The figures with names; called on the core thread.
FairnessRows named(const store::Reference& reference, const domain::Campaign& campaign,
                   const fairness::RankingLine& line)
{
    std::vector<domain::Checklist> sheets;
    for (const domain::WeightedChecklist& weighted : campaign.checklists)
        if (auto sheet = reference.checklist(weighted.checklist.kind, weighted.checklist.version))
            sheets.push_back(std::move(*sheet));
    const auto person = [&](const domain::UserId& id) {
        const std::string name = reference.personName(id);
        return name == id.value ? std::string() : name;
    };
    const auto rule = [&](const fairness::RuleUse& use) {
        for (const domain::Checklist& sheet : sheets)
            if (sheet.kind == use.kind)
                if (const domain::Item* item = domain::findItem(sheet, use.itemCode))
                    if (const domain::Rule* found = domain::findRule(*item, use.ruleCode))
                        return item->code + " " + item->title + "：" + found->text;
        return use.itemCode + " " + use.ruleCode;
    };
    return fairnessRows(*line.fairness, line.ranking, {person, rule});
}

ReadRanking readRanking(SQLite::Database& db, int index)
{
    const store::Reference reference(db);
    ReadRanking read{reference.campaigns(), std::nullopt, std::nullopt, std::nullopt};
    if (read.campaigns.empty()) return read;
    const auto place =
        static_cast<std::size_t>(std::clamp(index, 0, static_cast<int>(read.campaigns.size()) - 1));
    const auto line = reference.rankingLine(read.campaigns[place].id);
    if (!line) return read;
    base::Result<fairness::RankingLine> known = fairness::rankingLineFromJson(*line);
    if (!known) {
        read.ranking = tl::unexpected(known.error());
        return read;
    }
    if (known->fairness) read.fairness = named(reference, read.campaigns[place], *known);
    read.adjusted = std::move(known->adjusted);
    read.ranking = std::optional(std::move(known->ranking));
    return read;
}

/// The first board whose class has a name: the others (其他) are nobody's first question.
int firstNamed(const ranking::Ranking* ranking)
{
    if (ranking)
        for (std::size_t i = 0; i < ranking->boards.size(); ++i)
            if (!ranking->boards[i].villageClass.empty()) return static_cast<int>(i);
    return 0;
}

}  // namespace

RankingModel::RankingModel(app::CoreThread& core, QObject* parent) : QObject(parent), m_core(core)
{
}

void RankingModel::refresh()
{
    app::whenDone(
        m_core.run([index = m_campaign](SQLite::Database& db) { return readRanking(db, index); }),
        this,
        [this](ReadRanking read) {
            m_error = read.ranking ? QString() : ErrorWords::of(read.ranking.error());
            m_fairness.display(std::move(read.fairness));
            m_adjusted = std::move(read.adjusted);
            display(std::move(read.campaigns),
                    read.ranking ? std::move(*read.ranking) : std::nullopt);
        },
        [this](const std::exception&) {
            m_error = tr("读取排名失败，请重开应用再试");
            Q_EMIT changed();
        });
}

void RankingModel::display(std::vector<domain::Campaign> campaigns,
                           std::optional<ranking::Ranking> ranking)
{
    m_campaigns = std::move(campaigns);
    m_loaded = true;
    m_ranking.reset();
    if (ranking) m_ranking = std::make_shared<const ranking::Ranking>(std::move(*ranking));
    const int boards = m_ranking ? static_cast<int>(m_ranking->boards.size()) : 1;
    m_board = std::clamp(m_boardChosen ? m_board : firstNamed(m_ranking.get()), 0, boards - 1);
    showBoard();
}

void RankingModel::showBoard()
{
    ranking::Ranking empty;
    empty.boards.resize(1);
    const ranking::Ranking& shown = m_ranking ? *m_ranking : empty;
    const ranking::Board& board = shown.boards[static_cast<std::size_t>(m_board)];
    m_best.display(marked(listedRows(shown, board, board.best)), leftOut(board, board.best));
    m_worst.display(marked(listedRows(shown, board, board.worst)), leftOut(board, board.worst));
    m_improved.display(marked(improvedRows(shown)));
    m_notRanked.show(notRankedRows(shown));
    m_towns.show(townRows(shown));
    showAll();
    Q_EMIT changed();
}

void RankingModel::setBoard(int index)
{
    const int boards = m_ranking ? static_cast<int>(m_ranking->boards.size()) : 0;
    if (index == m_board || index < 0 || index >= boards) return;
    m_board = index;
    m_boardChosen = true;
    showBoard();
}

void RankingModel::showAll()
{
    std::vector<RankRow> rows;
    if (m_ranking)
        rows = rankRows(*m_ranking, m_ranking->boards[static_cast<std::size_t>(m_board)]);
    sortRows(rows, m_sortColumn, m_descending);
    m_all.display(marked(std::move(rows)));
}

std::vector<RankRow> RankingModel::marked(std::vector<RankRow> rows) const
{
    for (RankRow& row : rows) row.hangsOnOne = m_fairness.marks(row.code);
    return rows;
}

void RankingModel::sortBy(ranked::Key column)
{
    m_descending = m_sortColumn == column && !m_descending;
    m_sortColumn = column;
    showAll();
    Q_EMIT sortChanged();
}

void RankingModel::setCampaign(int index)
{
    if (m_campaign == index) return;
    m_campaign = index;
    m_boardChosen = false;
    select({});
    refresh();
}

void RankingModel::select(const QString& villageCode)
{
    m_selected.value = villageCode.toStdString();
    m_selectedName.clear();
    if (m_ranking)
        for (const ranking::Board& board : m_ranking->boards)
            for (const ranking::Row& row : board.rows)
                if (row.village == m_selected) m_selectedName = text(row.name);
    for (const NotRankedRow& row : m_notRanked.rows())
        if (row.code == m_selected.value) m_selectedName = text(row.village);
    m_reasons.display({});
    Q_EMIT selectedChanged();
    if (m_selected.empty() || !m_ranking) return;
    app::whenDone(
        m_core.run([ranking = m_ranking, adjusted = m_adjusted,
                    village = m_selected](SQLite::Database& db) {
            return ranking::Explainer(*ranking, adjusted)
                .explain(village, [&db](const domain::InspectionId& id, int revision) {
                    return inspectionFacts(db, id, revision);
                });
        }),
        this,
        [this, village = m_selected](const base::Result<ranking::Node>& tree) {
            if (village == m_selected) showReasons(tree);
        },
        [this](const std::exception&) {
            m_error = tr("读取排名失败，请重开应用再试");
            Q_EMIT changed();
        });
}

void RankingModel::showReasons(const base::Result<ranking::Node>& tree)
{
    if (tree) return m_reasons.display(*tree);
    ranking::Node refused;
    refused.text = ErrorWords::of(tree.error()).toStdString();
    m_reasons.display(std::move(refused));
}

ranking::Coverage RankingModel::coverage() const
{
    return m_ranking && !m_ranking->coverage.empty() ? m_ranking->coverage.front()
                                                     : ranking::Coverage{};
}

int RankingModel::bestCount() const
{
    return m_ranking ? m_ranking->boards[static_cast<std::size_t>(m_board)].best.wanted : 0;
}

int RankingModel::worstCount() const
{
    return m_ranking ? m_ranking->boards[static_cast<std::size_t>(m_board)].worst.wanted : 0;
}

int RankingModel::participants() const
{
    const ranking::Coverage all = coverage();
    return all.approved + all.waiting + all.sentBack + all.unchecked;
}

QStringList RankingModel::classes() const
{
    QStringList names;
    if (!m_ranking || !m_ranking->rules.byClass) return names;
    for (const ranking::Board& board : m_ranking->boards)
        names.append(board.villageClass.empty() ? tr("其他") : text(board.villageClass));
    return names;
}

QString RankingModel::previous() const
{
    return m_ranking && m_ranking->previous ? text(m_ranking->previous->name) : QString();
}

QString RankingModel::name() const
{
    return m_ranking ? text(m_ranking->name) : QString();
}

QString RankingModel::campaignId() const
{
    const auto place = static_cast<std::size_t>(m_campaign);
    return m_ranking && place < m_campaigns.size() ? text(m_campaigns[place].id.value) : QString();
}

QStringList RankingModel::campaigns() const
{
    QStringList names;
    for (const domain::Campaign& campaign : m_campaigns) names.append(text(campaign.name));
    return names;
}

QStringList RankingModel::checks() const
{
    QStringList titles;
    if (m_ranking)
        for (const ranking::Check& check : m_ranking->checks)
            titles.append(text(domain::shortTitle(check.title)));
    return titles;
}

}  // namespace viewmodels
