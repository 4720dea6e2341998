#include "core/store/drafts.h"

#include <algorithm>

#include "core/domain/codec.h"
#include "core/domain/word_text.h"
#include "core/sqlite/bind.h"
#include "core/store/draft_rows.h"
#include "core/store/draft_snapshots.h"
#include "core/store/region_row.h"

namespace store {

namespace {
#define headSelect                                                                                 \
    "SELECT d.inspection, d.revision, d.campaign, d.kind, d.village, d.subject, d.started_at_ms, " \
    "d.changed_at_ms, "                                                                            \
    "(SELECT count(*) FROM draft_answer a WHERE a.inspection = d.inspection), "                    \
    "(SELECT count(*) FROM draft_answer a WHERE a.inspection = d.inspection AND a.state <> "       \
    "'unanswered'), "                                                                              \
    "(SELECT count(*) FROM draft_finding f WHERE f.inspection = d.inspection), "                   \
    "(SELECT count(*) FROM draft_photo p WHERE p.inspection = d.inspection AND p.removed = 0) "    \
    "FROM draft d "

DraftHead headOf(SQLite::Statement& row)
{
    DraftHead head;
    head.id = {row.getColumn(0).getString()};
    head.revision = row.getColumn(1).getInt();
    head.campaign = {row.getColumn(2).getString()};
    head.kind = row.getColumn(3).getString();
    head.village = {row.getColumn(4).getString()};
    head.subject = {row.getColumn(5).getString()};
    head.startedAtMs = row.getColumn(6).getInt64();
    head.changedAtMs = row.getColumn(7).getInt64();
    head.items = row.getColumn(8).getInt();
    head.answered = row.getColumn(9).getInt();
    head.findings = row.getColumn(10).getInt();
    head.photos = row.getColumn(11).getInt();
    return head;
}

domain::Answer answerOf(SQLite::Statement& row)
{
    domain::Answer answer;
    answer.itemCode = row.getColumn(0).getString();
    answer.state = domain::fromWord<domain::AnswerState>(row.getColumn(1).getString()).value();
    answer.householdsVisited = row.getColumn(2).getInt();
    answer.earned = splitLines(row.getColumn(3).getString());
    answer.note = row.getColumn(4).getString();
    return answer;
}

void bindDraft(SQLite::Statement& insert, const domain::Inspection& draft, std::int64_t nowMs)
{
    sqlite::bind(insert, draft.id, draft.revision, draft.campaign, draft.checklist.kind,
                 draft.checklist.version, draft.checklist.sha256, draft.profile, draft.village,
                 draft.subject, draft.inspector, draft.startedAtMs, nowMs, draft.zoneOffsetMinutes,
                 fixText(draft.startFix), draft.noFixReason, draft.parent, draft.answersReview,
                 draft.remark);
}
}  // namespace

void Drafts::insert(const domain::Inspection& draft, std::int64_t nowMs)
{
    SQLite::Statement insert(m_db, R"sql(
        INSERT INTO draft VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16,
            ?17, ?18))sql");
    bindDraft(insert, draft, nowMs);
    insert.exec();
    DraftSnapshots(m_db).forgetDrop(draft.id);
    int ordinal = 0;
    for (const domain::Answer& answer : draft.answers) {
        sqlite::run(m_db, R"sql(
            INSERT INTO draft_answer VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7))sql",
                    draft.id, answer.itemCode, ordinal++, domain::wordOf(answer.state),
                    answer.householdsVisited, joinLines(answer.earned), answer.note);
        for (const domain::Finding& finding : answer.findings)
            insertFinding(draft.id, answer.itemCode, finding);
    }
    for (const domain::Signature& signature : draft.signatures)
        putSignature(draft.id, signature, nowMs);
    for (const domain::PhotoEntry& entry : draft.photos) insertPhoto(draft.id, entry);
    for (const domain::PhotoEntry& entry : draft.removedPhotos) insertPhoto(draft.id, entry, true);
    for (const domain::PhotoDrawing& drawing : draft.drawings) putDrawing(draft.id, drawing, nowMs);
}

bool Drafts::exists(const domain::InspectionId& id) const
{
    SQLite::Statement query(m_db, "SELECT 1 FROM draft WHERE inspection = ?1");
    sqlite::bind(query, id);
    return query.executeStep();
}

std::optional<domain::InspectionId> Drafts::openOf(const domain::CampaignId& campaign,
                                                   const domain::RegionCode& subject,
                                                   const std::string& kind,
                                                   const domain::UserId& inspector) const
{
    SQLite::Statement query(m_db, R"sql(
        SELECT inspection FROM draft WHERE campaign = ?1 AND subject = ?2 AND kind = ?3 AND inspector = ?4)sql");
    sqlite::bind(query, campaign, subject, kind, inspector);
    if (!query.executeStep()) return {};
    return domain::InspectionId{query.getColumn(0).getString()};
}

std::optional<domain::Inspection> Drafts::find(const domain::InspectionId& id) const
{
    SQLite::Statement query(m_db, R"sql(
        SELECT revision, campaign, kind, version, checklist_sha256, profile, village, subject, inspector,
            started_at_ms, zone_offset_minutes, start_fix, no_fix_reason, parent, answers_review, remark
        FROM draft WHERE inspection = ?1)sql");
    sqlite::bind(query, id);
    if (!query.executeStep()) return {};
    const auto text = [&](int column) { return query.getColumn(column).getString(); };
    domain::Inspection draft;
    draft.id = id;
    draft.revision = query.getColumn(0).getInt();
    draft.campaign = {text(1)};
    draft.checklist = {text(2), query.getColumn(3).getInt(), {text(4)}};
    draft.profile = text(5);
    draft.village = {text(6)};
    draft.subject = {text(7)};
    draft.inspector = {text(8)};
    draft.startedAtMs = query.getColumn(9).getInt64();
    draft.zoneOffsetMinutes = query.getColumn(10).getInt();
    draft.startFix = fixOf(query.getColumn(11));
    draft.noFixReason = text(12);
    draft.parent = {text(13)};
    draft.answersReview = {text(14)};
    draft.remark = text(15);

    SQLite::Statement answers(m_db, R"sql(
        SELECT item, state, households, earned, note FROM draft_answer WHERE inspection = ?1
        ORDER BY ordinal)sql");
    sqlite::bind(answers, id);
    while (answers.executeStep()) draft.answers.push_back(answerOf(answers));
    // Ids are UUIDv7, so this is the order in which they were found.
    SQLite::Statement findings(m_db, findingSelect "WHERE inspection = ?1 ORDER BY id");
    sqlite::bind(findings, id);
    while (findings.executeStep()) {
        const std::string item = findings.getColumn(0).getString();
        const auto at = std::ranges::find(draft.answers, item, &domain::Answer::itemCode);
        at->findings.push_back(findingOf(findings));
    }
    for (DraftPhoto& photo : photos(id))
        (photo.removed ? draft.removedPhotos : draft.photos).push_back(std::move(photo.entry));
    draft.drawings = drawings(id);
    draft.signatures = signaturesOf(m_db, id);
    return draft;
}

std::vector<DraftHead> Drafts::list() const
{
    SQLite::Statement query(m_db, headSelect "ORDER BY d.changed_at_ms DESC");
    std::vector<DraftHead> heads;
    while (query.executeStep()) heads.push_back(headOf(query));
    return heads;
}

std::optional<DraftHead> Drafts::head(const domain::InspectionId& id) const
{
    SQLite::Statement query(m_db, headSelect "WHERE d.inspection = ?1");
    sqlite::bind(query, id);
    if (!query.executeStep()) return {};
    return headOf(query);
}

void Drafts::remove(const domain::InspectionId& id)
{
    sqlite::run(m_db, "DELETE FROM draft WHERE inspection = ?1", id);
}

std::optional<domain::Answer> Drafts::answer(const domain::InspectionId& id,
                                             const std::string& item) const
{
    SQLite::Statement query(m_db, R"sql(
        SELECT item, state, households, earned, note FROM draft_answer WHERE inspection = ?1 AND item = ?2)sql");
    sqlite::bind(query, id, item);
    if (!query.executeStep()) return {};
    domain::Answer answer = answerOf(query);
    SQLite::Statement findings(m_db,
                               findingSelect "WHERE inspection = ?1 AND item = ?2 ORDER BY id");
    sqlite::bind(findings, id, item);
    while (findings.executeStep()) answer.findings.push_back(findingOf(findings));
    return answer;
}

bool Drafts::putAnswer(const domain::InspectionId& id, const domain::Answer& answer,
                       std::int64_t nowMs)
{
    const int changed =
        sqlite::run(m_db, R"sql(
        UPDATE draft_answer SET state = ?3, households = ?4, earned = ?5, note = ?6
        WHERE inspection = ?1 AND item = ?2)sql",
                    id, answer.itemCode, domain::wordOf(answer.state), answer.householdsVisited,
                    joinLines(answer.earned), answer.note);
    touchDraft(m_db, id, nowMs);
    return changed == 1;
}

void Drafts::replaceAnswer(const domain::InspectionId& id, const domain::Answer& before,
                           const domain::Answer& after, std::int64_t nowMs)
{
    putAnswer(id, after, nowMs);
    using domain::Finding;
    for (const Finding& old : before.findings)
        if (std::ranges::find(after.findings, old.id, &Finding::id) == after.findings.end())
            deleteFinding(old.id);
    for (const Finding& finding : after.findings) {
        const auto old = std::ranges::find(before.findings, finding.id, &Finding::id);
        if (old == before.findings.end())
            insertFinding(id, after.itemCode, finding);
        else if (*old != finding)
            updateFinding(finding);
    }
}

void Drafts::insertFinding(const domain::InspectionId& id, const std::string& item,
                           const domain::Finding& finding)
{
    sqlite::run(m_db, R"sql(
        INSERT INTO draft_finding VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13))sql",
                finding.id, id, item, finding.ruleCode, finding.foundAtMs, finding.kind,
                finding.tier, finding.household, finding.valueThousandths, finding.place,
                finding.note, fixText(finding.fix), finding.repeat);
}

void Drafts::updateFinding(const domain::Finding& finding)
{
    sqlite::run(m_db, R"sql(
        UPDATE draft_finding SET rule = ?2, kind = ?3, tier = ?4, household = ?5, value_thousandths = ?6,
            place = ?7, note = ?8, fix = ?9, repeat = ?10, found_at_ms = ?11 WHERE id = ?1)sql",
                finding.id, finding.ruleCode, finding.kind, finding.tier, finding.household,
                finding.valueThousandths, finding.place, finding.note, fixText(finding.fix),
                finding.repeat, finding.foundAtMs);
}

void Drafts::deleteFinding(const domain::FindingId& finding)
{
    sqlite::run(m_db, "DELETE FROM draft_finding WHERE id = ?1", finding);
}

}  // namespace store
