#include "sync/hub/admin/accept.h"

#include "core/crypto/hash.h"
#include "core/domain/codec.h"
#include "core/domain/region.h"
#include "sync/hub/resources/judge.h"
#include "sync/hub/resources/take.h"
#include "sync/hub/store/audit.h"

namespace hub {

namespace {
struct Quarantined {
    Entry entry;
    std::string code;
};

base::Result<Quarantined> findQuarantined(Connection& connection, const domain::RecordId& id)
{
    const Prepared query = connection.prepare(R"(
        SELECT bytes, code, received_ms FROM set_aside
        WHERE record = ? AND outcome = 'quarantined')");
    query->bind(1, id.value);
    if (!query->executeStep())
        return base::fail("accept.unknown", "隔离区里没有这条记录", id.value);
    Quarantined found;
    found.entry.bytes = query->getColumn(0).getString();
    found.code = query->getColumn(1).getString();
    found.entry.receivedMs = query->getColumn(2).getInt64();
    auto record = domain::recordFromJson(found.entry.bytes);
    if (!record) return tl::unexpected(record.error());
    if (domain::kindOf(record->kind) != domain::RecordKind::inspection)
        return base::fail("accept.kind", "只能收入检查记录", record->kind);
    found.entry.record = std::move(*record);
    found.entry.sha256 = crypto::sha256(found.entry.bytes);
    return found;
}

base::Result<domain::Inspection> acceptable(Connection& connection, const Entry& entry)
{
    auto inspection = domain::inspectionFromJson(entry.record.body);
    if (!inspection) return inspection;
    const SheetOfCampaign sheet =
        sheetOf(connection, inspection->campaign, inspection->checklist, inspection->village);
    if (!sheet.sheetThere || !sheet.participates)
        return base::fail("accept.campaign", "批次没有这个村或这个版本的检查表",
                          inspection->campaign.value);
    if (const auto refusal = judgeRevision(connection, *inspection))
        return tl::unexpected(refusal->error);
    return inspection;
}
}  // namespace

base::Result<Accepted> acceptSetAside(Connection& connection, const domain::RecordId& id,
                                      base::UuidSource& ids, std::int64_t nowMs)
{
    auto found = findQuarantined(connection, id);
    if (!found) return tl::unexpected(found.error());
    auto inspection = acceptable(connection, found->entry);
    if (!inspection) return tl::unexpected(inspection.error());
    Incoming incoming;
    incoming.entry = std::move(found->entry);
    incoming.entry.concerns = {inspection->village.value, domain::townOf(inspection->village).value,
                               inspection->inspector.value};
    incoming.inspection = std::move(*inspection);
    takeFromAside(connection, id);
    Accepted accepted;
    accepted.seq = apply(connection, incoming, ids, nowMs);
    audit(connection, nowMs, "command", "record.accept", id.value, found->code);
    Sheets sheets;
    accepted.withIt = reconsider(connection, aboutOf(incoming), sheets, ids, nowMs);
    return accepted;
}

}  // namespace hub
