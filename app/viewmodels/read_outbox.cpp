#include "app/viewmodels/read_outbox.h"

#include "core/domain/codec.h"
#include "core/store/drafts.h"
#include "core/store/media.h"
#include "core/store/outbox.h"
#include "core/store/records.h"
#include "core/store/reference.h"

namespace viewmodels {

namespace {

transfer::State stateOf(store::OutboxState state)
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

transfer::State stateOf(const store::MediaItem& item)
{
    if (item.state == store::MediaState::missing || !item.errorCode.empty())
        return transfer::State::Refused;
    return item.state == store::MediaState::uploading ? transfer::State::Sending
                                                      : transfer::State::Waiting;
}

std::string titleOf(const store::Reference& reference, const domain::RegionCode& village,
                    const std::string& sheetKind)
{
    return reference.regionName(village) + " · " + sheetKind;
}

std::string titleOf(const store::Reference& reference, const store::Records& records,
                    const store::Drafts& drafts, const domain::InspectionId& id)
{
    if (const auto draft = drafts.head(id)) return titleOf(reference, draft->village, draft->kind);
    if (const auto head = records.head(id)) return titleOf(reference, head->village, head->kind);
    return id.value;
}

domain::InspectionId inspectionOf(const domain::Record& record)
{
    if (const auto inspection = domain::inspectionFromJson(record.body)) return inspection->id;
    if (const auto review = domain::reviewFromJson(record.body)) return review->inspection;
    return {};
}

}  // namespace

std::vector<OutboxRow> readOutbox(SQLite::Database& db)
{
    const store::Reference reference(db);
    const store::Records records(db);
    const store::Drafts drafts(db);
    std::vector<OutboxRow> rows;
    for (const store::OutboxEntry& entry :
         store::Outbox(db).list(std::numeric_limits<std::int64_t>::max())) {
        OutboxRow row;
        row.id = entry.record.value;
        row.kind = OutboxRow::Record;
        row.detail = entry.kind;
        row.state = stateOf(entry.state);
        row.bytes = static_cast<std::int64_t>(entry.line.size());
        row.error = entry.errorMessage;
        if (const auto record = records.find(entry.record))
            row.title = titleOf(reference, records, drafts, inspectionOf(*record));
        rows.push_back(std::move(row));
    }
    for (const store::MediaItem& item : store::Media(db).unsent()) {
        OutboxRow row;
        row.id = item.sha256.value;
        row.kind = OutboxRow::Photo;
        row.title = titleOf(reference, records, drafts, item.inspection);
        row.detail = item.kind == store::MediaKind::thumb ? "thumb" : "photo";
        row.state = stateOf(item);
        row.bytes = item.bytes;
        row.sentBytes = item.sentBytes;
        row.error = item.errorMessage;
        rows.push_back(std::move(row));
    }
    return rows;
}

}  // namespace viewmodels
