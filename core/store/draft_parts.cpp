#include "core/domain/codec.h"
#include "core/domain/word_text.h"
#include "core/sqlite/bind.h"
#include "core/store/draft_rows.h"
#include "core/store/drafts.h"
#include "core/store/region_row.h"

namespace store {

namespace {
/// So many actions can be undone, and up to `undoSlack` more before the oldest are dropped.
constexpr int undoDepth = 50;
constexpr int undoSlack = 10;

DraftPhoto photoOf(SQLite::Statement& row)
{
    return {{row.getColumn(0).getString()},
            domain::photoEntryFromJson(row.getColumn(1).getString()).value(),
            row.getColumn(2).getInt() != 0};
}

Undo undoOf(SQLite::Statement& row)
{
    Undo undo;
    undo.n = row.getColumn(0).getInt64();
    undo.action = row.getColumn(1).getString();
    for (const std::string& line : splitLines(row.getColumn(2).getString()))
        undo.answers.push_back(domain::answerFromJson(line).value());
    for (const std::string& line : splitLines(row.getColumn(3).getString()))
        undo.photos.push_back({line});
    return undo;
}
}  // namespace

void Drafts::putRemark(const domain::InspectionId& id, const std::string& remark,
                       std::int64_t nowMs)
{
    sqlite::run(m_db, "UPDATE draft SET remark = ?2, changed_at_ms = ?3 WHERE inspection = ?1", id,
                remark, nowMs);
}

void Drafts::putStartFix(const domain::InspectionId& id, const std::optional<base::Fix>& fix,
                         const std::string& noFixReason, std::int64_t nowMs)
{
    sqlite::run(m_db, R"sql(
        UPDATE draft SET start_fix = ?2, no_fix_reason = ?3, changed_at_ms = ?4 WHERE inspection = ?1)sql",
                id, fixText(fix), noFixReason, nowMs);
}

void Drafts::putSignature(const domain::InspectionId& id, const domain::Signature& signature,
                          std::int64_t nowMs)
{
    sqlite::run(m_db, "INSERT OR REPLACE INTO draft_signature VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
                id, signature.role, domain::wordOf(signature.kind), signature.name,
                signature.reason, signature.strokesSvg, signature.atMs);
    touchDraft(m_db, id, nowMs);
}

void Drafts::deleteSignature(const domain::InspectionId& id, const std::string& role,
                             std::int64_t nowMs)
{
    sqlite::run(m_db, "DELETE FROM draft_signature WHERE inspection = ?1 AND role = ?2", id, role);
    touchDraft(m_db, id, nowMs);
}

void Drafts::insertPhoto(const domain::InspectionId& id, const domain::PhotoEntry& entry,
                         bool removed)
{
    sqlite::run(m_db, "INSERT INTO draft_photo VALUES (?1, ?2, ?3, ?4, ?5, ?6)", entry.id, id,
                entry.itemCode, entry.finding, removed, domain::canonicalJson(entry));
}

std::optional<DraftPhoto> Drafts::photo(const domain::PhotoId& id) const
{
    SQLite::Statement query(m_db,
                            "SELECT inspection, entry, removed FROM draft_photo WHERE id = ?1");
    sqlite::bind(query, id);
    if (!query.executeStep()) return {};
    return photoOf(query);
}

std::vector<DraftPhoto> Drafts::photos(const domain::InspectionId& id) const
{
    SQLite::Statement query(
        m_db,
        "SELECT inspection, entry, removed FROM draft_photo WHERE inspection = ?1 ORDER BY id");
    sqlite::bind(query, id);
    std::vector<DraftPhoto> photos;
    while (query.executeStep()) photos.push_back(photoOf(query));
    return photos;
}

std::vector<PhotoMark> Drafts::photoMarks(const domain::InspectionId& id,
                                          const std::string& item) const
{
    SQLite::Statement query(m_db, R"sql(
        SELECT id, finding, removed FROM draft_photo WHERE inspection = ?1 AND item = ?2)sql");
    sqlite::bind(query, id, item);
    std::vector<PhotoMark> marks;
    while (query.executeStep())
        marks.push_back({{query.getColumn(0).getString()},
                         {query.getColumn(1).getString()},
                         query.getColumn(2).getInt() != 0});
    return marks;
}

void Drafts::putLoosePhoto(const domain::PhotoEntry& entry)
{
    sqlite::run(m_db, "INSERT OR IGNORE INTO loose_photo VALUES (?1, ?2)", entry.id,
                domain::canonicalJson(entry));
}

std::vector<domain::PhotoEntry> Drafts::loosePhotos() const
{
    SQLite::Statement query(m_db, "SELECT entry FROM loose_photo ORDER BY id");
    std::vector<domain::PhotoEntry> entries;
    while (query.executeStep())
        entries.push_back(domain::photoEntryFromJson(query.getColumn(0).getString()).value());
    return entries;
}

void Drafts::clearLoosePhotos()
{
    m_db.exec("DELETE FROM loose_photo");
}

void Drafts::putDrawing(const domain::InspectionId& id, const domain::PhotoDrawing& drawing,
                        std::int64_t nowMs)
{
    if (drawing.shapes.empty())
        sqlite::run(m_db, "DELETE FROM draft_drawing WHERE photo = ?1", drawing.photo);
    else
        sqlite::run(m_db, "INSERT OR REPLACE INTO draft_drawing VALUES (?1, ?2)", drawing.photo,
                    domain::canonicalJson(drawing));
    touchDraft(m_db, id, nowMs);
}

std::vector<domain::PhotoDrawing> Drafts::drawings(const domain::InspectionId& id) const
{
    SQLite::Statement query(m_db, R"sql(
        SELECT d.drawing FROM draft_drawing d JOIN draft_photo p ON p.id = d.photo
        WHERE p.inspection = ?1 AND p.removed = 0 ORDER BY p.id)sql");
    sqlite::bind(query, id);
    std::vector<domain::PhotoDrawing> drawings;
    while (query.executeStep())
        drawings.push_back(domain::photoDrawingFromJson(query.getColumn(0).getString()).value());
    return drawings;
}

void Drafts::turnOverRemoved(const domain::PhotoId& id)
{
    sqlite::run(m_db, "UPDATE draft_photo SET removed = 1 - removed WHERE id = ?1", id);
}

void Drafts::pushUndo(const domain::InspectionId& id, const Undo& undo)
{
    std::vector<std::string> answers;
    for (const domain::Answer& answer : undo.answers)
        answers.push_back(domain::canonicalJson(answer));
    std::vector<std::string> photos;
    for (const domain::PhotoId& photo : undo.photos) photos.push_back(photo.value);
    sqlite::run(
        m_db,
        "INSERT INTO draft_undo (inspection, action, answers, photos) VALUES (?1, ?2, ?3, ?4)", id,
        undo.action, joinLines(answers), joinLines(photos));
    if (m_db.getLastInsertRowid() % undoSlack != 0) return;  // not at every tap: each has to wait
    // Of every draft: the numbers are of all, so of two in turn one might never have a tenth.
    sqlite::run(m_db, R"sql(
        DELETE FROM draft_undo WHERE n IN (
            SELECT n FROM (SELECT n, row_number() OVER (PARTITION BY inspection ORDER BY n DESC) AS age
                           FROM draft_undo)
            WHERE age > ?1))sql",
                undoDepth);
}

std::vector<Undo> Drafts::undos(const domain::InspectionId& id) const
{
    SQLite::Statement query(
        m_db, "SELECT n, action, answers, photos FROM draft_undo WHERE inspection = ?1 ORDER BY n");
    sqlite::bind(query, id);
    std::vector<Undo> undos;
    while (query.executeStep()) undos.push_back(undoOf(query));
    return undos;
}

std::optional<Undo> Drafts::lastUndo(const domain::InspectionId& id) const
{
    SQLite::Statement query(m_db, R"sql(
        SELECT n, action, answers, photos FROM draft_undo WHERE inspection = ?1 ORDER BY n DESC LIMIT 1)sql");
    sqlite::bind(query, id);
    if (!query.executeStep()) return {};
    return undoOf(query);
}

void Drafts::dropUndo(std::int64_t n)
{
    sqlite::run(m_db, "DELETE FROM draft_undo WHERE n = ?1", n);
}

}  // namespace store
