#include "core/store/head_row.h"

namespace store {

domain::InspectionState inspectionStateOf(const std::string& word)
{
    if (word == "approved") return domain::InspectionState::approved;
    if (word == "sentBack") return domain::InspectionState::sentBack;
    if (word == "voided") return domain::InspectionState::voided;
    return domain::InspectionState::submitted;
}

InspectionHead inspectionHeadOf(SQLite::Statement& row)
{
    const auto text = [&](int column) { return row.getColumn(column).getString(); };
    InspectionHead head;
    head.id = {text(0)};
    head.revision = row.getColumn(1).getInt();
    head.state = inspectionStateOf(text(2));
    head.adjusted = row.getColumn(3).getInt() != 0;
    head.refused = row.getColumn(4).getInt() != 0;
    head.onHub = row.getColumn(5).getInt() != 0;
    head.record = {text(6)};
    head.campaign = {text(7)};
    head.kind = text(8);
    head.version = row.getColumn(9).getInt();
    head.village = {text(10)};
    head.subject = {text(11)};
    head.inspector = {text(12)};
    head.startedAtMs = row.getColumn(13).getInt64();
    head.submittedAtMs = row.getColumn(14).getInt64();
    head.findings = row.getColumn(15).getInt();
    head.photos = row.getColumn(16).getInt();
    if (!row.getColumn(17).isNull()) head.score = base::Points{row.getColumn(17).getInt64()};
    head.photosOnHub = row.getColumn(18).getInt();
    head.parent = {text(19)};
    return head;
}

}  // namespace store
