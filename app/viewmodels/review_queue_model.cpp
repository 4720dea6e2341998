#include "app/viewmodels/review_queue_model.h"

#include <algorithm>
#include <set>

#include "app/viewmodels/review_flags.h"
#include "app/viewmodels/sheet_title.h"
#include "core/domain/region.h"

namespace viewmodels {

namespace {

constexpr std::size_t lookedIntoAtATime = 40;

/// What the rows have, by name.
QueueFilter::Options among(const ReviewQueue& queue,
                           std::pair<std::string, std::string> (*of)(const ReviewRow&))
{
    std::set<std::pair<std::string, std::string>> byName;
    for (const ReviewRow& row : queue.rows) {
        auto [key, name] = of(row);
        byName.emplace(std::move(name), std::move(key));
    }
    QueueFilter::Options options;
    for (const auto& [name, key] : byName) options.emplace_back(key, name);
    return options;
}

std::string townOf(const ReviewRow& row)
{
    return domain::townOf(row.facts.head.village).value;
}

/// Photos arrive between two readings of one revision, so this flag is not kept with the others.
int withPhotos(int flags, const store::InspectionHead& head)
{
    const int others = flags & ~static_cast<int>(review::PhotosNotHere);
    return others | (head.photosOnHub < head.photos ? review::PhotosNotHere : 0);
}

}  // namespace

ReviewQueueModel::ReviewQueueModel(app::CoreThread& core, QObject* parent)
    : QAbstractListModel(parent), m_core(core)
{
    nameFilters();
}

void ReviewQueueModel::refresh()
{
    app::whenDone(
        m_core.run([](SQLite::Database& db) { return readQueue(db); }), this,
        [this](ReviewQueue queue) { display(std::move(queue)); },
        [this](const std::exception&) {
            m_error = tr("读取审核列表失败，请重开应用再试");
            Q_EMIT loadedChanged();
        });
}

void ReviewQueueModel::display(ReviewQueue queue)
{
    std::map<std::pair<domain::InspectionId, int>, const ReviewRow*> known;
    for (const ReviewRow& row : m_queue.rows)
        if (row.flags) known[{row.id(), row.facts.head.revision}] = &row;
    for (ReviewRow& row : queue.rows) {
        const auto before = known.find({row.id(), row.facts.head.revision});
        if (before == known.end()) continue;
        row.flags = withPhotos(*before->second->flags, row.facts.head);
        if (!row.score) row.score = before->second->score;
    }
    m_queue = std::move(queue);
    m_loaded = true;
    m_error.clear();
    nameFilters();
    arrange();
    Q_EMIT loadedChanged();
    if (!m_looking) lookIntoNext();
}

void ReviewQueueModel::nameFilters()
{
    QueueFilter::Options campaigns;
    for (const auto& [id, name] : m_queue.campaigns) campaigns.emplace_back(id.value, name);
    m_campaign.offer(tr("全部批次"), std::move(campaigns));
    m_town.offer(tr("全部镇街"), among(m_queue, [](const ReviewRow& row) {
                     return std::pair(townOf(row), row.facts.townName);
                 }));
    m_sheet.offer(tr("全部检查"), among(m_queue, [](const ReviewRow& row) {
                      return std::pair(row.sheetTitle, row.sheetTitle);
                  }));
    m_inspector.offer(tr("全部检查人"), among(m_queue, [](const ReviewRow& row) {
                          return std::pair(row.facts.head.inspector.value, row.facts.inspectorName);
                      }));
    Q_EMIT filterChanged();
}

void ReviewQueueModel::lookIntoNext()
{
    std::vector<domain::InspectionId> next;
    const auto take = [&](const ReviewRow& row) {
        if (!row.flags && next.size() < lookedIntoAtATime) next.push_back(row.id());
    };
    for (const int place : m_shown) take(m_queue.rows[static_cast<std::size_t>(place)]);
    if (next.empty()) std::ranges::for_each(m_queue.rows, take);
    m_looking = !next.empty();
    if (next.empty()) return;
    app::whenDone(
        m_core.run([next](SQLite::Database& db) { return lookInto(db, next); }), this,
        [this](const std::vector<LookedInto>& found) {
            showFlags(found);
            lookIntoNext();
        },
        [this](const std::exception&) { m_looking = false; });
}

void ReviewQueueModel::showFlags(const std::vector<LookedInto>& found)
{
    std::map<domain::InspectionId, const LookedInto*> byId;
    for (const LookedInto& one : found) byId[one.id] = &one;
    for (ReviewRow& row : m_queue.rows) {
        const auto one = byId.find(row.id());
        if (one == byId.end()) continue;
        row.flags = withPhotos(one->second->flags, row.facts.head);
        if (!row.score) row.score = one->second->score;
    }
    const bool allKnown = std::ranges::all_of(
        m_queue.rows, [](const ReviewRow& row) { return row.flags.has_value(); });
    if (allKnown) flagMeans();
    Q_EMIT countsChanged();
    if (allKnown && (m_flaggedOnly || m_sort == Sort::Risk)) return arrange();
    if (!m_shown.empty())
        Q_EMIT dataChanged(index(0), index(shownCount() - 1), {FlagsRole, ScoreRole});
}

bool ReviewQueueModel::passes(const ReviewRow& row) const
{
    const store::InspectionHead& head = row.facts.head;
    if (!m_campaign.passes(head.campaign.value) || !m_town.passes(townOf(row)) ||
        !m_sheet.passes(row.sheetTitle) || !m_inspector.passes(head.inspector.value))
        return false;
    if (m_flaggedOnly && row.flags.value_or(0) == 0) return false;
    return m_search.isEmpty() ||
           text(row.facts.villageName).contains(m_search, Qt::CaseInsensitive);
}

bool ReviewQueueModel::comesBefore(const ReviewRow& a, const ReviewRow& b) const
{
    switch (m_sort) {
        case Sort::Oldest:
            break;
        case Sort::Risk: {
            const int riskA = review::riskOf(a.flags.value_or(0));
            const int riskB = review::riskOf(b.flags.value_or(0));
            if (riskA != riskB) return riskA > riskB;
            break;
        }
        case Sort::LowestScore:
            if (a.score != b.score) return a.score.has_value() && (!b.score || *a.score < *b.score);
            break;
        case Sort::Village:
            if (a.facts.townName != b.facts.townName) return a.facts.townName < b.facts.townName;
            if (a.facts.villageName != b.facts.villageName)
                return a.facts.villageName < b.facts.villageName;
            break;
    }
    return a.facts.head.submittedAtMs < b.facts.head.submittedAtMs;
}

void ReviewQueueModel::arrange()
{
    const auto showOf = [](const ReviewRow& row) {
        if (row.facts.decidedHere && row.facts.head.state == domain::InspectionState::submitted)
            return Show::All;
        switch (row.facts.head.state) {
            case domain::InspectionState::sentBack:
                return Show::SentBack;
            case domain::InspectionState::approved:
                return Show::Approved;
            case domain::InspectionState::voided:
                return Show::Voided;
            case domain::InspectionState::draft:
            case domain::InspectionState::submitted:
                break;
        }
        return Show::Waiting;
    };
    beginResetModel();
    m_counts = {0, 0, 0, 0, 0, 0};
    m_shown.clear();
    for (std::size_t i = 0; i < m_queue.rows.size(); ++i) {
        const ReviewRow& row = m_queue.rows[i];
        if (!passes(row)) continue;
        const Show where = showOf(row);
        ++m_counts[static_cast<int>(Show::All)];
        if (where != Show::All) ++m_counts[static_cast<int>(where)];
        if (row.appealed) ++m_counts[static_cast<int>(Show::Appealed)];
        const bool appealShown = m_show == Show::Appealed && row.appealed;
        if (m_show == Show::All || m_show == where || appealShown)
            m_shown.push_back(static_cast<int>(i));
    }
    std::ranges::stable_sort(m_shown, [this](int a, int b) {
        return comesBefore(m_queue.rows[static_cast<std::size_t>(a)],
                           m_queue.rows[static_cast<std::size_t>(b)]);
    });
    endResetModel();
    Q_EMIT countsChanged();
}

void ReviewQueueModel::choose(QueueFilter& filter, int index)
{
    if (!filter.choose(index)) return;
    arrange();
    Q_EMIT filterChanged();
}

void ReviewQueueModel::setShow(Show show)
{
    if (m_show == show) return;
    m_show = show;
    arrange();
    Q_EMIT filterChanged();
}

void ReviewQueueModel::setSort(Sort sort)
{
    if (m_sort == sort) return;
    m_sort = sort;
    arrange();
    Q_EMIT filterChanged();
}

void ReviewQueueModel::setFlaggedOnly(bool only)
{
    if (m_flaggedOnly == only) return;
    m_flaggedOnly = only;
    arrange();
    Q_EMIT filterChanged();
}

void ReviewQueueModel::setSearch(const QString& search)
{
    const QString wanted = search.trimmed();
    if (m_search == wanted) return;
    m_search = wanted;
    arrange();
    Q_EMIT filterChanged();
}

void ReviewQueueModel::clearFilters()
{
    for (QueueFilter* filter : {&m_town, &m_sheet, &m_inspector}) filter->clear();
    m_flaggedOnly = false;
    m_search.clear();
    arrange();
    Q_EMIT filterChanged();
}

int ReviewQueueModel::filters() const
{
    return (m_town.isOn() ? 1 : 0) + (m_sheet.isOn() ? 1 : 0) + (m_inspector.isOn() ? 1 : 0) +
           (m_flaggedOnly ? 1 : 0);
}

int ReviewQueueModel::waiting() const
{
    return m_counts[static_cast<int>(Show::Waiting)] + m_counts[static_cast<int>(Show::Appealed)];
}

int ReviewQueueModel::placeOf(const QString& inspectionId)
{
    const std::string id = inspectionId.toStdString();
    const auto found = std::ranges::find_if(m_shown, [&](int row) {
        return m_queue.rows[static_cast<std::size_t>(row)].id().value == id;
    });
    if (found == m_shown.end()) return -1;
    m_lastPlace = static_cast<int>(found - m_shown.begin());
    return m_lastPlace;
}

QString ReviewQueueModel::after(const QString& inspectionId)
{
    const int place = placeOf(inspectionId);
    const int next = place < 0 ? m_lastPlace : place + 1;
    if (next < 0 || next >= shownCount()) return {};
    return data(index(next), InspectionIdRole).toString();
}

QString ReviewQueueModel::before(const QString& inspectionId)
{
    const int place = placeOf(inspectionId);
    const int previous = (place < 0 ? std::min(m_lastPlace, shownCount()) : place) - 1;
    return previous < 0 ? QString() : data(index(previous), InspectionIdRole).toString();
}

int ReviewQueueModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : shownCount();
}

QVariant ReviewQueueModel::data(const QModelIndex& at, int role) const
{
    if (!at.isValid() || at.row() >= shownCount()) return {};
    const int place = m_shown[static_cast<std::size_t>(at.row())];
    const ReviewRow& row = m_queue.rows[static_cast<std::size_t>(place)];
    const store::InspectionHead& head = row.facts.head;
    switch (role) {
        case InspectionIdRole:
            return text(row.id().value);
        case VillageRole:
            return text(row.facts.villageName);
        case TownRole:
            return text(row.facts.townName);
        case SheetTitleRole:
            return SheetTitle::of(row.sheetTitle, !head.parent.empty());
        case InspectorRole:
            return text(row.facts.inspectorName);
        case SubmittedAtRole:
            return static_cast<double>(head.submittedAtMs);
        case StateRole:
            return QVariant::fromValue(stateOf(head.state));
        case ScoreRole:
            return row.score ? text(*row.score) : QString();
        case FlagsRole:
            return row.flags.value_or(-1);
        case FindingsRole:
            return head.findings;
        case PhotosRole:
            return head.photos;
        case PhotosArrivedRole:
            return head.photosOnHub;
        case RevisionRole:
            return head.revision;
        case DecidedHereRole:
            return row.facts.decidedHere;
        default:
            return {};
    }
}

QHash<int, QByteArray> ReviewQueueModel::roleNames() const
{
    return {{InspectionIdRole, "inspectionId"},
            {VillageRole, "village"},
            {TownRole, "town"},
            {SheetTitleRole, "sheetTitle"},
            {InspectorRole, "inspector"},
            {SubmittedAtRole, "submittedAtMs"},
            {StateRole, "checkState"},
            {ScoreRole, "score"},
            {FlagsRole, "flags"},
            {FindingsRole, "findings"},
            {PhotosRole, "photos"},
            {PhotosArrivedRole, "photosArrived"},
            {RevisionRole, "revision"},
            {DecidedHereRole, "decidedHere"}};
}

}  // namespace viewmodels
