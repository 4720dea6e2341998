#include "core/store/draft_rows.h"

#include "core/domain/codec.h"
#include "core/domain/word_text.h"
#include "core/sqlite/bind.h"

namespace store {

std::optional<std::string> fixText(const std::optional<base::Fix>& fix)
{
    return fix ? std::optional(domain::canonicalJson(*fix)) : std::nullopt;
}

std::optional<base::Fix> fixOf(const SQLite::Column& column)
{
    if (column.isNull()) return {};
    return domain::fixFromJson(column.getString()).value();
}

domain::Finding findingOf(SQLite::Statement& row)
{
    domain::Finding finding;
    finding.id = {row.getColumn(1).getString()};
    finding.ruleCode = row.getColumn(2).getString();
    finding.foundAtMs = row.getColumn(3).getInt64();
    finding.kind = row.getColumn(4).getString();
    finding.tier = row.getColumn(5).getInt();
    finding.household = row.getColumn(6).getInt();
    finding.valueThousandths = sqlite::optionalInt64(row.getColumn(7));
    finding.place = row.getColumn(8).getString();
    finding.note = row.getColumn(9).getString();
    finding.fix = fixOf(row.getColumn(10));
    finding.repeat = row.getColumn(11).getInt() != 0;
    return finding;
}

std::vector<domain::Signature> signaturesOf(SQLite::Database& db, const domain::InspectionId& id)
{
    SQLite::Statement query(db, R"sql(
        SELECT role, kind, name, reason, strokes, at_ms FROM draft_signature WHERE inspection = ?1
        ORDER BY role)sql");
    sqlite::bind(query, id);
    std::vector<domain::Signature> signatures;
    while (query.executeStep()) {
        domain::Signature signature;
        signature.role = query.getColumn(0).getString();
        signature.kind =
            domain::fromWord<domain::SignatureKind>(query.getColumn(1).getString()).value();
        signature.name = query.getColumn(2).getString();
        signature.reason = query.getColumn(3).getString();
        signature.strokesSvg = query.getColumn(4).getString();
        signature.atMs = query.getColumn(5).getInt64();
        signatures.push_back(std::move(signature));
    }
    return signatures;
}

void touchDraft(SQLite::Database& db, const domain::InspectionId& id, std::int64_t nowMs)
{
    sqlite::run(db, "UPDATE draft SET changed_at_ms = ?2 WHERE inspection = ?1", id, nowMs);
}

}  // namespace store
