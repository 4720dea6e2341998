#include "core/store/wanted_media.h"

#include "core/sqlite/bind.h"
#include "core/store/records.h"

namespace store {

namespace {
constexpr const char* findOne = R"sql(
    SELECT ?1, CASE WHEN p.sha256 = ?1 THEN 0 ELSE 1 END, p.inspection
    FROM (SELECT sha256, thumb_sha256, inspection FROM revision_photo
              WHERE sha256 = ?1 OR thumb_sha256 = ?1
          UNION ALL SELECT sha256, thumb_sha256, finding FROM rectification_photo
              WHERE sha256 = ?1 OR thumb_sha256 = ?1) p
    WHERE NOT EXISTS
        (SELECT 1 FROM media m WHERE m.sha256 = ?1 AND m.deleted = 0 AND m.state <> 'missing')
    LIMIT 1)sql";

constexpr const char* findAhead = R"sql(
    WITH queue AS (
        SELECT id AS inspection, revision, submitted_at_ms FROM inspection
        WHERE state = 'submitted' AND inspector <> ?1),
    last AS (
        SELECT i.id AS inspection, i.revision, max(i.submitted_at_ms) AS submitted_at_ms
        FROM assigned_check a JOIN inspection i ON i.village = a.village AND i.kind = a.kind
            AND i.state <> 'voided'
        WHERE a.inspector = ?1 GROUP BY i.subject, i.kind),
    task AS (
        SELECT finding, due_at_ms, state = 'reported' AS to_check FROM rectification
        WHERE state IN ('issued', 'working', 'returned', 'reported')
            AND (state = 'reported' OR NOT EXISTS (SELECT 1 FROM queue))),
    file AS (
        SELECT 1 AS kind, 0 AS rank, p.thumb_sha256 AS sha256, t.finding AS inspection,
            -t.due_at_ms AS submitted_at_ms, p.ordinal, p.sha256 AS photo
        FROM task t JOIN rectification_photo p ON p.finding = t.finding
        UNION ALL
        SELECT 0, 2, p.sha256, t.finding, -t.due_at_ms, p.ordinal, p.sha256
        FROM task t JOIN rectification_photo p ON p.finding = t.finding AND p.is_after = 0
        WHERE t.to_check = 0
        UNION ALL
        SELECT 1 AS kind, 0 AS rank, p.thumb_sha256 AS sha256, q.inspection, q.submitted_at_ms, p.ordinal, p.sha256 AS photo
        FROM queue q JOIN revision_photo p ON p.inspection = q.inspection AND p.revision = q.revision
        UNION ALL
        SELECT 1, 1, p.thumb_sha256, l.inspection, l.submitted_at_ms, p.ordinal, p.sha256
        FROM last l JOIN revision_photo p ON p.inspection = l.inspection AND p.revision = l.revision
        UNION ALL
        SELECT 0, 2, p.sha256, l.inspection, l.submitted_at_ms, p.ordinal, p.sha256
        FROM last l JOIN revision_photo p ON p.inspection = l.inspection AND p.revision = l.revision)
    SELECT f.sha256, f.kind, f.inspection FROM file f
    JOIN photo_receipt r ON r.sha256 = f.photo
    WHERE f.sha256 <> '' AND NOT EXISTS
        (SELECT 1 FROM media m WHERE m.sha256 = f.sha256 AND m.deleted = 0 AND m.state <> 'missing')
    GROUP BY f.sha256 ORDER BY min(f.rank), f.submitted_at_ms DESC, f.ordinal LIMIT ?2)sql";

WantedFile wantedOf(SQLite::Statement& row)
{
    return {{row.getColumn(0).getString()},
            row.getColumn(1).getInt() == 0 ? MediaKind::photo : MediaKind::thumb,
            {row.getColumn(2).getString()}};
}
}  // namespace

std::optional<WantedFile> WantedMedia::find(const domain::Sha256& sha256) const
{
    SQLite::Statement query(m_db, findOne);
    sqlite::bind(query, sha256);
    if (!query.executeStep()) return {};
    return wantedOf(query);
}

std::vector<domain::Sha256> WantedMedia::shownWith(const domain::InspectionId& inspection) const
{
    const Media media(m_db);
    const auto isHere = [&](const domain::Sha256& sha256) {
        const auto item = media.find(sha256);
        return item && !item->deleted && item->state != MediaState::missing;
    };
    std::vector<domain::Sha256> thumbs;
    std::vector<domain::Sha256> photos;
    const auto add = [&](const std::optional<domain::Inspection>& shown) {
        if (!shown) return;
        for (const domain::PhotoEntry& photo : shown->photos) {
            if (!photo.thumbSha256.empty() && !isHere(photo.thumbSha256))
                thumbs.push_back(photo.thumbSha256);
            if (!isHere(photo.sha256)) photos.push_back(photo.sha256);
        }
    };
    const Records records(m_db);
    const auto newest = records.newest(inspection);
    add(newest);
    if (newest) add(records.before(*newest));
    thumbs.insert(thumbs.end(), photos.begin(), photos.end());
    return thumbs;
}

std::vector<WantedFile> WantedMedia::ahead(const domain::UserId& inspector, std::size_t limit) const
{
    SQLite::Statement query(m_db, findAhead);
    sqlite::bind(query, inspector, limit);
    std::vector<WantedFile> files;
    while (query.executeStep()) files.push_back(wantedOf(query));
    return files;
}

}  // namespace store
