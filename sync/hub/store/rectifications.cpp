#include "sync/hub/store/rectifications.h"

#include "core/domain/word_text.h"

namespace hub {

std::optional<RectificationRow> findRectification(Connection& connection,
                                                  const domain::FindingId& finding)
{
    const Prepared query = connection.prepare(R"(
        SELECT inspection, campaign, village, town, owner, state, due_ms, reporter, report, last_step
        FROM rectification WHERE finding = ?)");
    query->bind(1, finding.value);
    if (!query->executeStep()) return std::nullopt;
    const auto text = [&](int column) { return query->getColumn(column).getString(); };
    RectificationRow row;
    row.finding = finding;
    row.inspection = {text(0)};
    row.campaign = {text(1)};
    row.concerns = {text(2), text(3), text(4)};
    row.state = domain::fromWord<domain::RectificationState>(text(5)).value_or(
        domain::RectificationState::waiting);
    row.dueMs = query->getColumn(6).getInt64();
    row.reporter = text(7);
    row.report = {text(8)};
    row.lastStep = {text(9)};
    return row;
}

std::vector<RectificationRow> rectificationsOf(Connection& connection,
                                               const domain::InspectionId& inspection)
{
    std::vector<domain::FindingId> findings;
    {
        const Prepared query = connection.prepare(
            "SELECT finding FROM rectification WHERE inspection = ? ORDER BY finding");
        query->bind(1, inspection.value);
        while (query->executeStep()) findings.push_back({query->getColumn(0).getString()});
    }
    std::vector<RectificationRow> rows;
    for (const domain::FindingId& finding : findings)
        if (auto row = findRectification(connection, finding)) rows.push_back(std::move(*row));
    return rows;
}

int afterPhotosMissing(Connection& connection, const RectificationRow& task)
{
    const Prepared query = connection.prepare(R"(
        SELECT count(*) FROM rectification_photo r
        JOIN photo p ON p.inspection = ?1 AND p.sha256 = r.sha256
        WHERE r.finding = ?2 AND r.step = ?3 AND r.is_after = 1 AND p.arrived_seq = 0)");
    query->bind(1, task.inspection.value);
    query->bind(2, task.finding.value);
    query->bind(3, task.report.value);
    query->executeStep();
    return query->getColumn(0).getInt();
}

bool showsPhoto(Connection& connection, const domain::FindingId& finding,
                const domain::Sha256& sha256)
{
    const Prepared query =
        connection.prepare("SELECT 1 FROM rectification_photo WHERE finding = ? AND sha256 = ?");
    query->bind(1, finding.value);
    query->bind(2, sha256.value);
    return query->executeStep();
}

bool isInRectificationOf(Connection& connection, const std::vector<std::string>& villages,
                         const domain::Sha256& sha256)
{
    const Prepared query = connection.prepare(R"(
        SELECT village FROM rectification_photo WHERE sha256 = ?1
        UNION SELECT village FROM rectification_photo WHERE thumb = ?1)");
    query->bind(1, sha256.value);
    while (query->executeStep())
        for (const std::string& village : villages)
            if (village == query->getColumn(0).getString()) return true;
    return false;
}

namespace {
void putPhoto(Connection& connection, const domain::Record& record, const Concerns& concerns,
              const domain::RectificationStep& step, const domain::PhotoEntry& photo, bool isAfter)
{
    const Prepared shown = connection.prepare(R"(
        INSERT INTO rectification_photo (finding, sha256, thumb, village, step, is_after)
        VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING)");
    shown->bind(1, step.finding.value);
    shown->bind(2, photo.sha256.value);
    shown->bind(3, photo.thumbSha256.value);
    shown->bind(4, concerns.village);
    shown->bind(5, record.id.value);
    shown->bind(6, isAfter ? 1 : 0);
    shown->exec();
    if (!isAfter) return;
    // Of no revision, so that approving the inspection does not wait for it.
    const Prepared expected = connection.prepare(R"(
        INSERT INTO photo (inspection, sha256, thumb, original, village, town, owner,
                           last_revision, bytes, thumb_bytes)
        VALUES (?, ?, ?, ?, ?, ?, ?, 0, ?, ?) ON CONFLICT DO NOTHING)");
    expected->bind(1, step.inspection.value);
    expected->bind(2, photo.sha256.value);
    expected->bind(3, photo.thumbSha256.value);
    expected->bind(4, photo.originalSha256.value);
    expected->bind(5, concerns.village);
    expected->bind(6, concerns.town);
    expected->bind(7, concerns.owner);
    expected->bind(8, photo.bytes);
    expected->bind(9, photo.thumbBytes);
    expected->exec();
}

void foldIssue(Connection& connection, const domain::Record& record, const Concerns& concerns,
               const domain::RectificationStep& step)
{
    const Prepared insert = connection.prepare(R"(
        INSERT INTO rectification (finding, inspection, campaign, village, town, owner, severity,
                                   state, issued_ms, due_ms, last_step)
        VALUES (?, ?, ?, ?, ?, ?, ?, 'issued', ?, ?, ?))");
    insert->bind(1, step.finding.value);
    insert->bind(2, step.inspection.value);
    insert->bind(3, step.notice->campaign.value);
    insert->bind(4, concerns.village);
    insert->bind(5, concerns.town);
    insert->bind(6, concerns.owner);
    insert->bind(7, domain::wordOf(step.notice->severity));
    insert->bind(8, record.createdAtMs);
    insert->bind(9, step.notice->dueAtMs);
    insert->bind(10, record.id.value);
    insert->exec();
    for (const domain::PhotoEntry& photo : step.notice->before)
        putPhoto(connection, record, concerns, step, photo, false);
}
}  // namespace

void foldRectification(Connection& connection, const domain::Record& record,
                       const Concerns& concerns, const domain::RectificationStep& step)
{
    if (step.action == domain::RectificationAction::issue)
        return foldIssue(connection, record, concerns, step);
    const auto task = findRectification(connection, step.finding);
    const auto next = task ? domain::after(task->state, step.action) : std::nullopt;
    if (!next) return;
    const bool report = step.action == domain::RectificationAction::report;
    const Prepared update = connection.prepare(R"(
        UPDATE rectification SET state = ?2, last_step = ?3,
            reported_ms = CASE WHEN ?4 THEN ?5 ELSE reported_ms END,
            reporter = CASE WHEN ?4 THEN ?6 ELSE reporter END,
            report = CASE WHEN ?4 THEN ?3 ELSE report END
        WHERE finding = ?1)");
    update->bind(1, step.finding.value);
    update->bind(2, domain::wordOf(*next));
    update->bind(3, record.id.value);
    update->bind(4, report ? 1 : 0);
    update->bind(5, record.createdAtMs);
    update->bind(6, step.by.value);
    update->exec();
    for (const domain::PhotoEntry& photo : step.photos)
        putPhoto(connection, record, concerns, step, photo, true);
}

namespace {
std::optional<AppealRow> appealOf(SQLite::Statement& query)
{
    if (!query.executeStep()) return std::nullopt;
    return AppealRow{{query.getColumn(0).getString()},
                     {query.getColumn(1).getString()},
                     query.getColumn(2).getString(),
                     {query.getColumn(3).getString()}};
}
}  // namespace

std::optional<AppealRow> findAppeal(Connection& connection, const domain::RecordId& record)
{
    const Prepared query = connection.prepare(
        "SELECT record, inspection, item, answered_by FROM appeal WHERE record = ?");
    query->bind(1, record.value);
    return appealOf(*query);
}

std::optional<AppealRow> openAppeal(Connection& connection, const domain::InspectionId& inspection,
                                    const std::string& item)
{
    const Prepared query = connection.prepare(R"(
        SELECT record, inspection, item, answered_by FROM appeal
        WHERE inspection = ? AND item = ? AND answered_by = '')");
    query->bind(1, inspection.value);
    query->bind(2, item);
    return appealOf(*query);
}

void foldAppeal(Connection& connection, const domain::RecordId& record,
                const domain::Appeal& appeal)
{
    const Prepared insert = connection.prepare(
        "INSERT INTO appeal (record, inspection, item, by_user) VALUES (?, ?, ?, ?)");
    insert->bind(1, record.value);
    insert->bind(2, appeal.inspection.value);
    insert->bind(3, appeal.itemCode);
    insert->bind(4, appeal.by.value);
    insert->exec();
}

}  // namespace hub
