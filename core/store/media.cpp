#include "core/store/media.h"

#include <array>

#include "core/sqlite/bind.h"

namespace store {

namespace {
constexpr std::array<const char*, 3> kindWords{"photo", "thumb", "original"};
constexpr std::array<const char*, 5> stateWords{"local", "uploading", "received", "kept",
                                                "missing"};

template <class Enum, std::size_t N>
Enum valueOf(const std::array<const char*, N>& words, const std::string& word)
{
    for (std::size_t i = 0; i < N; ++i)
        if (word == words[i]) return static_cast<Enum>(i);
    return Enum{};
}

#define mediaSelect                                                                              \
    "SELECT m.sha256, m.kind, m.origin, m.bytes, m.state, m.inspection, m.created_at_ms, "       \
    "m.sent_bytes, "                                                                             \
    "m.upload_url, m.received_at_ms, m.attempts, m.error_code, m.error_message, m.deleted FROM " \
    "media m "

MediaItem itemOf(SQLite::Statement& row)
{
    MediaItem item;
    item.sha256 = {row.getColumn(0).getString()};
    item.kind = valueOf<MediaKind>(kindWords, row.getColumn(1).getString());
    item.pulled = row.getColumn(2).getString() == "pulled";
    item.bytes = row.getColumn(3).getInt64();
    item.state = valueOf<MediaState>(stateWords, row.getColumn(4).getString());
    item.inspection = {row.getColumn(5).getString()};
    item.createdAtMs = row.getColumn(6).getInt64();
    item.sentBytes = row.getColumn(7).getInt64();
    item.uploadUrl = row.getColumn(8).getString();
    item.receivedAtMs = sqlite::optionalInt64(row.getColumn(9));
    item.attempts = row.getColumn(10).getInt();
    item.errorCode = row.getColumn(11).getString();
    item.errorMessage = row.getColumn(12).getString();
    item.deleted = row.getColumn(13).getInt() != 0;
    return item;
}

std::vector<MediaItem> itemsOf(SQLite::Statement& query)
{
    std::vector<MediaItem> items;
    while (query.executeStep()) items.push_back(itemOf(query));
    return items;
}
}  // namespace

const char* wordOf(MediaKind kind)
{
    return kindWords[static_cast<std::size_t>(kind)];
}

std::string mediaPath(const domain::Sha256& sha256, MediaKind kind)
{
    constexpr std::array<const char*, 3> endings{".jpg", ".thumb.jpg", ".orig.jpg"};
    return sha256.value.substr(0, 2) + "/" + sha256.value + endings[static_cast<std::size_t>(kind)];
}

void Media::add(const MediaItem& item)
{
    sqlite::run(m_db, R"sql(
        INSERT INTO media (sha256, kind, origin, bytes, state, inspection, created_at_ms, used_at_ms)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?7)
        ON CONFLICT (sha256) DO UPDATE SET deleted = 0, used_at_ms = excluded.used_at_ms,
            inspection = CASE WHEN excluded.inspection = '' THEN inspection ELSE excluded.inspection END,
            origin = CASE WHEN excluded.origin = 'own' THEN 'own' ELSE origin END,
            state = CASE WHEN state IN ('kept', 'missing') THEN excluded.state ELSE state END)sql",
                item.sha256, std::string(wordOf(item.kind)),
                std::string(item.pulled ? "pulled" : "own"), item.bytes,
                std::string(stateWords[static_cast<std::size_t>(item.state)]), item.inspection,
                item.createdAtMs);
}

std::optional<MediaItem> Media::find(const domain::Sha256& sha256) const
{
    SQLite::Statement query(m_db, mediaSelect "WHERE m.sha256 = ?1");
    sqlite::bind(query, sha256);
    if (!query.executeStep()) return {};
    return itemOf(query);
}

std::vector<MediaItem> Media::toSend(std::size_t limit) const
{
    SQLite::Statement query(m_db, mediaSelect R"sql(
        LEFT JOIN inspection i ON i.id = m.inspection
        LEFT JOIN revision v ON v.inspection = i.id AND v.revision = i.revision
        LEFT JOIN record r ON r.id = v.record AND (r.hub_seq IS NOT NULL OR r.refused = 1)
        WHERE m.state IN ('local', 'uploading') AND m.deleted = 0 AND m.attempts < 5
            AND (r.id IS NOT NULL OR EXISTS
                (SELECT 1 FROM rectification_photo p
                 JOIN record s ON s.id = p.step AND (s.hub_seq IS NOT NULL OR s.refused = 1)
                 WHERE p.is_after = 1 AND p.finding = m.inspection
                     AND m.sha256 IN (p.sha256, p.thumb_sha256)))
        ORDER BY CASE m.kind WHEN 'thumb' THEN 0 WHEN 'photo' THEN 1 ELSE 2 END,
            i.submitted_at_ms DESC, m.created_at_ms LIMIT ?1)sql");
    sqlite::bind(query, limit);
    return itemsOf(query);
}

std::vector<MediaItem> Media::unsent() const
{
    SQLite::Statement query(m_db, mediaSelect R"sql(
        WHERE m.state IN ('local', 'uploading', 'missing') AND m.origin = 'own'
        ORDER BY m.created_at_ms DESC)sql");
    return itemsOf(query);
}

std::vector<MediaItem> Media::onDisk() const
{
    SQLite::Statement query(m_db, mediaSelect "WHERE m.deleted = 0 ORDER BY m.sha256");
    return itemsOf(query);
}

std::int64_t Media::bytesOnDisk() const
{
    const char* sql =
        "SELECT coalesce(sum(bytes), 0) FROM media WHERE deleted = 0 AND state <> 'missing'";
    return m_db.execAndGet(sql).getInt64();
}

std::vector<MediaItem> Media::mayGo(std::int64_t durableSeq) const
{
    SQLite::Statement query(m_db, mediaSelect R"sql(
        WHERE m.origin = 'own' AND m.deleted = 0
            AND (m.kind = 'photo' AND m.state = 'received' AND EXISTS
                    (SELECT 1 FROM photo_receipt t WHERE t.sha256 = m.sha256 AND t.hub_seq <= ?1)
                OR m.kind = 'original'
                    AND (m.state = 'kept' OR m.state = 'received' AND m.received_log_end < ?1)
                    AND NOT EXISTS
                    (SELECT 1 FROM media p WHERE p.inspection = m.inspection AND p.kind = 'photo'
                        AND p.origin = 'own' AND p.state NOT IN ('received', 'kept')))
            AND EXISTS (SELECT 1 FROM revision v WHERE v.inspection = m.inspection)
            AND NOT EXISTS (SELECT 1 FROM draft d WHERE d.inspection = m.inspection)
            AND NOT EXISTS (SELECT 1 FROM revision v JOIN record r ON r.id = v.record
                WHERE v.inspection = m.inspection AND (r.hub_seq IS NULL OR r.hub_seq > ?1))
        ORDER BY m.kind = 'photo', m.created_at_ms, m.sha256)sql");
    sqlite::bind(query, durableSeq);
    return itemsOf(query);
}

MediaTotals Media::unsentTotals() const
{
    SQLite::Statement query(m_db, R"sql(
        SELECT count(*), coalesce(sum(bytes - sent_bytes), 0) FROM media
        WHERE state IN ('local', 'uploading'))sql");
    query.executeStep();
    return {static_cast<std::size_t>(query.getColumn(0).getInt64()), query.getColumn(1).getInt64()};
}

std::int64_t Media::pulledBytes() const
{
    return m_db
        .execAndGet(
            "SELECT coalesce(sum(bytes), 0) FROM media WHERE origin = 'pulled' AND deleted = 0")
        .getInt64();
}

std::vector<MediaItem> Media::pulledBeyond(std::int64_t limitBytes) const
{
    SQLite::Statement query(m_db, mediaSelect R"sql(
        JOIN (SELECT sha256, sum(bytes) OVER (ORDER BY used_at_ms DESC, sha256) AS newer
              FROM media WHERE origin = 'pulled' AND deleted = 0) k ON k.sha256 = m.sha256
        WHERE k.newer > ?1)sql");
    sqlite::bind(query, limitBytes);
    return itemsOf(query);
}

void Media::putProgress(const domain::Sha256& sha256, const std::string& url,
                        std::int64_t sentBytes)
{
    sqlite::run(m_db, R"sql(
        UPDATE media SET state = 'uploading', upload_url = ?2, sent_bytes = ?3, error_code = '',
            error_message = '' WHERE sha256 = ?1)sql",
                sha256, url, sentBytes);
}

void Media::putReceived(const domain::Sha256& sha256, std::int64_t nowMs)
{
    sqlite::run(m_db, R"sql(
        UPDATE media SET state = 'received', sent_bytes = bytes, received_at_ms = ?2, error_code = '',
            error_message = '' WHERE sha256 = ?1)sql",
                sha256, nowMs);
}

void Media::putLogEnd(std::int64_t hubLastSeq)
{
    sqlite::run(m_db, R"sql(
        UPDATE media SET received_log_end = ?1
        WHERE kind = 'original' AND state = 'received' AND received_log_end IS NULL)sql",
                hubLastSeq);
}

void Media::putFailed(const domain::Sha256& sha256, const std::string& code,
                      const std::string& message, bool counts)
{
    sqlite::run(m_db, R"sql(
        UPDATE media SET attempts = attempts + ?4, error_code = ?2, error_message = ?3 WHERE sha256 = ?1)sql",
                sha256, code, message, counts ? 1 : 0);
}

void Media::putOwed(const domain::Sha256& sha256)
{
    sqlite::run(m_db, R"sql(
        UPDATE media SET state = 'local', sent_bytes = 0, upload_url = '', received_at_ms = NULL,
            received_log_end = NULL, attempts = 0
        WHERE sha256 = ?1 AND state = 'received' AND deleted = 0)sql",
                sha256);
}

void Media::offerAllAgain()
{
    m_db.exec(R"sql(
        UPDATE media SET state = 'local', sent_bytes = 0, upload_url = '', received_at_ms = NULL,
            received_log_end = NULL, attempts = 0
        WHERE state IN ('received', 'uploading') AND origin = 'own' AND deleted = 0)sql");
    m_db.exec("DELETE FROM photo_receipt");  // numbers of a log that is no more
}

void Media::putMissing(const domain::Sha256& sha256)
{
    sqlite::run(m_db, "UPDATE media SET state = 'missing' WHERE sha256 = ?1", sha256);
}

void Media::putWanted(const domain::Sha256& sha256, bool wanted)
{
    sqlite::run(m_db, R"sql(
        UPDATE media SET state = ?2
        WHERE sha256 = ?1 AND origin = 'own' AND state IN ('local', 'uploading', 'kept'))sql",
                sha256, std::string(wanted ? "local" : "kept"));
}

void Media::putDeleted(const domain::Sha256& sha256)
{
    sqlite::run(m_db, "UPDATE media SET deleted = 1 WHERE sha256 = ?1", sha256);
}

void Media::touch(const domain::Sha256& sha256, std::int64_t nowMs)
{
    sqlite::run(m_db, "UPDATE media SET used_at_ms = ?2 WHERE sha256 = ?1", sha256, nowMs);
}

}  // namespace store
