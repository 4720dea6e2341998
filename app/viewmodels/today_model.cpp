#include "app/viewmodels/today_model.h"

#include <algorithm>

namespace viewmodels {

namespace {

constexpr double movedEnoughM = 50;
/// Nobody scrolls through more; one types on.
constexpr std::size_t mostHits = 300;

int doneChecks(const store::TodayVillage& village)
{
    return static_cast<int>(
        std::count_if(village.checks.begin(), village.checks.end(),
                      [](const store::TodayCheck& check) { return store::isDone(check); }));
}

bool isDone(const store::TodayVillage& village)
{
    return !village.checks.empty() &&
           doneChecks(village) == static_cast<int>(village.checks.size());
}

bool sameVillages(const TodayList& a, const TodayList& b)
{
    return std::equal(a.villages.begin(), a.villages.end(), b.villages.begin(), b.villages.end(),
                      [](const auto& x, const auto& y) { return x.village == y.village; });
}

bool sentBack(const store::TodayVillage& village)
{
    return std::any_of(
        village.checks.begin(), village.checks.end(),
        [](const store::TodayCheck& check) { return check.state == store::CheckState::sentBack; });
}

}  // namespace

TodayModel::TodayModel(app::CoreThread& core, QObject* parent)
    : QAbstractListModel(parent), m_core(core)
{
}

void TodayModel::refresh()
{
    app::whenDone(
        m_core.run(&readToday), this,
        [this](std::shared_ptr<const TodayList> list) { display(std::move(list)); },
        [this](const std::exception&) {
            m_error = tr("本机数据读不出来，请重新打开应用；仍不行请联系管理员");
            Q_EMIT loadedChanged();
        });
}

void TodayModel::display(std::shared_ptr<const TodayList> list)
{
    m_error.clear();
    if (!m_list || !sameVillages(*m_list, *list)) m_aid.reset();
    m_list = std::move(list);
    m_counts = store::countsOf(m_list->villages);
    m_villagesDone =
        static_cast<int>(std::count_if(m_list->villages.begin(), m_list->villages.end(),
                                       [](const auto& village) { return isDone(village); }));
    arrangeAnew();
    Q_EMIT loadedChanged();
    if (m_aid) return;
    app::whenDone(
        m_core.run([list = m_list](SQLite::Database& db) { return readAid(db, *list); }), this,
        [this, made = m_list](std::shared_ptr<const TodayAid> aid) {
            if (sameVillages(*made, *m_list)) displayAid(std::move(aid));
        },
        [](const std::exception&) {});
}

void TodayModel::displayAid(std::shared_ptr<const TodayAid> aid)
{
    m_aid = std::move(aid);
    m_typing.forget();
    if (!m_search.isEmpty() || m_sort == Sort::ByName) arrange();
}

void TodayModel::showFix(std::optional<base::Fix> fix)
{
    const bool knew = m_at.has_value();
    if (knew && fix && distanceM(*m_at, fix->point) < movedEnoughM) return;
    if (!knew && !fix) return;
    m_at = fix ? std::optional(fix->point) : std::nullopt;
    Q_EMIT fixChanged();
    if (m_sort == Sort::ByDistance)
        arrange();
    else if (!m_shown.empty())
        Q_EMIT dataChanged(index(0), index(shownCount() - 1), {DistanceMRole});
}

void TodayModel::arrangeAnew()
{
    beginResetModel();
    m_shown = arranged();
    endResetModel();
    Q_EMIT countChanged();
}

void TodayModel::arrange()
{
    std::vector<int> now = arranged();
    const std::size_t kept = std::min(now.size(), m_shown.size());
    if (m_shown.size() > kept) {
        beginRemoveRows({}, static_cast<int>(kept), shownCount() - 1);
        m_shown.resize(kept);
        endRemoveRows();
    }
    const auto keptEnd = now.begin() + static_cast<std::ptrdiff_t>(kept);
    std::copy(now.begin(), keptEnd, m_shown.begin());
    if (kept > 0) Q_EMIT dataChanged(index(0), index(static_cast<int>(kept) - 1));
    if (now.size() > kept) {
        beginInsertRows({}, static_cast<int>(kept), static_cast<int>(now.size()) - 1);
        m_shown.insert(m_shown.end(), keptEnd, now.end());
        endInsertRows();
    }
    Q_EMIT countChanged();
    Q_EMIT othersOnTop();
}

std::vector<int> TodayModel::arranged()
{
    if (!m_list) return {};
    return m_search.trimmed().isEmpty() ? ordered() : hits();
}

bool TodayModel::fits(int row) const
{
    return m_show == Show::All || isDone(at(row)) == (m_show == Show::Done);
}

std::vector<int> TodayModel::hits()
{
    std::vector<int> rows;
    if (!m_aid) return rows;
    const std::size_t most = m_show == Show::All ? mostHits : m_list->villages.size();
    for (const auto& hit : m_aid->index.search(m_search.trimmed().toStdString(), most, m_typing)) {
        const auto row = m_aid->rowOf.find(hit.code.value);
        if (row != m_aid->rowOf.end() && fits(row->second) && rows.size() < mostHits)
            rows.push_back(row->second);
    }
    return rows;
}

std::vector<int> TodayModel::ordered() const
{
    std::vector<int> rows;
    for (int row = 0; row < villages(); ++row)
        if (fits(row)) rows.push_back(row);
    if (m_sort == Sort::ByName && m_aid)
        std::sort(rows.begin(), rows.end(), [&places = m_aid->placeByName](int a, int b) {
            return places[static_cast<std::size_t>(a)] < places[static_cast<std::size_t>(b)];
        });
    if (m_sort != Sort::ByDistance || !m_at) return rows;
    std::vector<double> far(m_list->villages.size(), 1e12);
    for (const int row : rows)
        if (at(row).position)
            far[static_cast<std::size_t>(row)] = viewmodels::distanceM(*m_at, *at(row).position);
    std::stable_sort(rows.begin(), rows.end(), [&](int a, int b) {
        return far[static_cast<std::size_t>(a)] < far[static_cast<std::size_t>(b)];
    });
    return rows;
}

QString TodayModel::campaign() const
{
    return m_list ? text(m_list->campaign) : QString();
}

int TodayModel::villages() const
{
    return m_list ? static_cast<int>(m_list->villages.size()) : 0;
}

void TodayModel::setSearch(const QString& search)
{
    if (m_search == search) return;
    m_search = search;
    if (m_search.isEmpty()) m_typing.forget();
    arrange();
    Q_EMIT searchChanged();
}

void TodayModel::setSort(Sort sort)
{
    if (m_sort == sort) return;
    m_sort = sort;
    arrange();
    Q_EMIT sortChanged();
}

void TodayModel::setShow(Show show)
{
    if (m_show == show) return;
    m_show = show;
    arrange();
    Q_EMIT showChanged();
}

int TodayModel::rowOf(const QString& villageCode) const
{
    const std::string code = villageCode.toStdString();
    const auto row = std::find_if(m_shown.begin(), m_shown.end(),
                                  [&](int shown) { return at(shown).village.value == code; });
    return row == m_shown.end() ? -1 : static_cast<int>(row - m_shown.begin());
}

int TodayModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : shownCount();
}

QVariant TodayModel::data(const QModelIndex& index, int role) const
{
    Q_ASSERT(checkIndex(index, CheckIndexOption::IndexIsValid));
    const store::TodayVillage& village = at(m_shown[static_cast<std::size_t>(index.row())]);
    switch (role) {
        case VillageCodeRole:
            return text(village.village.value);
        case NameRole:
            return text(village.name);
        case TownRole:
            return text(village.townName);
        case ChecksRole:
            return marksOf(village);
        case ChecksDoneRole:
            return doneChecks(village);
        case ChecksTotalRole:
            return static_cast<int>(village.checks.size());
        case DistanceMRole:
            return m_at && village.position ? distanceM(*m_at, *village.position) : -1.0;
        case SentBackRole:
            return sentBack(village);
    }
    return {};
}

QVariantList TodayModel::marksOf(const store::TodayVillage& village) const
{
    QVariantList marks;
    for (const store::TodayCheck& check : village.checks) {
        const auto title = m_list->titles.find(check.kind);
        CheckMark mark;
        mark.kind = text(check.kind);
        mark.title = title == m_list->titles.end() ? mark.kind : text(title->second);
        mark.state = stateOf(check.state);
        mark.refused = check.refused;
        if (check.score) mark.points = text(*check.score);
        marks.append(QVariant::fromValue(mark));
    }
    return marks;
}

QHash<int, QByteArray> TodayModel::roleNames() const
{
    return {{VillageCodeRole, "villageCode"},
            {NameRole, "name"},
            {TownRole, "town"},
            {ChecksRole, "checks"},
            {ChecksDoneRole, "checksDone"},
            {ChecksTotalRole, "checksTotal"},
            {DistanceMRole, "distanceM"},
            {SentBackRole, "sentBack"}};
}

}  // namespace viewmodels
