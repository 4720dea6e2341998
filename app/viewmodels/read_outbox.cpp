#include "app/viewmodels/read_outbox.h"

#include <algorithm>
#include <limits>
#include <map>

#include "app/viewmodels/error_words.h"
#include "core/domain/codec.h"
#include "core/store/drafts.h"
#include "core/store/media.h"
#include "core/store/outbox.h"
#include "core/store/records.h"
#include "core/store/rectifications.h"
#include "core/store/reference.h"

namespace viewmodels {

namespace {

transfer::State transferStateOf(store::OutboxState state)
{
    switch (state) {
        case store::OutboxState::waiting:
            return transfer::State::Waiting;
        case store::OutboxState::sent:
            return transfer::State::Sending;
        case store::OutboxState::applied:
        case store::OutboxState::duplicate:
            return transfer::State::Arrived;
        case store::OutboxState::conflict:
        case store::OutboxState::quarantined:
            return transfer::State::Refused;
    }
    return transfer::State::Waiting;
}

transfer::State transferStateOf(const store::MediaItem& item)
{
    if (item.state == store::MediaState::missing || !item.errorCode.empty())
        return transfer::State::Refused;
    return item.state == store::MediaState::uploading ? transfer::State::Sending
                                                      : transfer::State::Waiting;
}

/// "石洞坑村 · 垃圾分类检查评分表": titles by inspection, as a day's photos ask for the same few
/// again and again.
class Titles {
public:
    explicit Titles(SQLite::Database& db)
        : m_reference(db), m_records(db), m_drafts(db), m_tasks(db)
    {
    }

    /// Photos of a report are kept with its finding in the inspection's place.
    const std::string& of(const domain::InspectionId& id)
    {
        const auto known = m_titles.find(id);
        return known != m_titles.end() ? known->second
                                       : m_titles.emplace(id, read(id)).first->second;
    }

    /// " · LJ07 文化礼堂东侧": which of the inspection's photos it is; empty: of a draft or
    /// revision that is gone, or of a task.
    std::string spotOf(const store::MediaItem& photo)
    {
        auto known = m_spots.find(photo.inspection);
        if (known == m_spots.end())
            known = m_spots.emplace(photo.inspection, readSpots(photo.inspection)).first;
        const auto spot = known->second.find(photo.sha256);
        return spot == known->second.end() || spot->second.empty() ? "" : " · " + spot->second;
    }

private:
    using Spots = std::map<domain::Sha256, std::string>;

    Spots readSpots(const domain::InspectionId& id) const
    {
        auto inspection = m_drafts.find(id);
        if (!inspection) inspection = m_records.newest(id);
        if (!inspection) return {};
        std::map<domain::FindingId, std::string> places;
        for (const domain::Answer& answer : inspection->answers)
            for (const domain::Finding& finding : answer.findings)
                if (!finding.place.empty()) places[finding.id] = " " + finding.place;
        Spots spots;
        for (const domain::PhotoEntry& photo : inspection->photos)
            spots[photo.sha256] = spots[photo.originalSha256] =
                photo.itemCode + places[photo.finding];
        return spots;
    }

    std::string read(const domain::InspectionId& id) const
    {
        if (const auto draft = m_drafts.head(id)) return titleOf(draft->village, draft->kind);
        if (const auto head = m_records.head(id)) return titleOf(head->village, head->kind);
        if (const auto task = m_tasks.find({id.value}))
            return m_reference.regionName(task->notice.village) + " · " + task->notice.itemCode +
                   " " + task->notice.itemTitle;
        return id.value;
    }

    std::string titleOf(const domain::RegionCode& village, const std::string& kind) const
    {
        return m_reference.regionName(village) + " · " + m_reference.sheetTitle(kind);
    }

    store::Reference m_reference;
    store::Records m_records;
    store::Drafts m_drafts;
    store::Rectifications m_tasks;
    std::map<domain::InspectionId, std::string> m_titles;
    std::map<domain::InspectionId, Spots> m_spots;
};

OutboxRow::Kind rowKindOf(const std::string& kind)
{
    switch (domain::kindOf(kind)) {
        case domain::RecordKind::inspection:
            return OutboxRow::Inspection;
        case domain::RecordKind::review:
            return OutboxRow::Review;
        case domain::RecordKind::rectification:
            return OutboxRow::Rectification;
        case domain::RecordKind::appeal:
            return OutboxRow::Appeal;
        case domain::RecordKind::publication:
            return OutboxRow::Publication;
        case domain::RecordKind::redaction:
        case domain::RecordKind::photoReceived:
        case domain::RecordKind::photoRejected:
        case domain::RecordKind::scope:
        case domain::RecordKind::unknown:
            return OutboxRow::OtherRecord;
    }
    return OutboxRow::OtherRecord;
}

}  // namespace

std::vector<OutboxRow> readOutbox(SQLite::Database& db)
{
    const store::Records records(db);
    Titles titles(db);
    std::vector<OutboxRow> rows;
    for (const store::OutboxEntry& entry :
         store::Outbox(db).list(std::numeric_limits<std::int64_t>::max())) {
        OutboxRow row;
        row.id = entry.record.value;
        row.kind = rowKindOf(entry.kind);
        row.state = transferStateOf(entry.state);
        row.bytes = static_cast<std::int64_t>(entry.line.size());
        row.error = ErrorWords::of(entry.errorCode, entry.errorMessage).toStdString();
        row.title = titles.of(records.subjectOf(entry.record));
        rows.push_back(std::move(row));
    }
    for (const store::MediaItem& item : store::Media(db).unsent()) {
        if (item.kind == store::MediaKind::thumb) continue;  // goes with its photo
        OutboxRow row;
        row.id = item.sha256.value;
        row.kind = item.kind == store::MediaKind::original ? OutboxRow::Original : OutboxRow::Photo;
        row.title = titles.of(item.inspection);
        row.state = transferStateOf(item);
        // Whole records are read only where somebody has to know which photo it is.
        if (row.state == transfer::State::Refused) row.title += titles.spotOf(item);
        row.bytes = item.bytes;
        row.sentBytes = item.sentBytes;
        row.error = ErrorWords::of(item.errorCode, item.errorMessage).toStdString();
        rows.push_back(std::move(row));
    }
    // What waits for a person before what goes by itself.
    std::stable_partition(rows.begin(), rows.end(), [](const OutboxRow& row) {
        return row.state == transfer::State::Refused;
    });
    return rows;
}

}  // namespace viewmodels
