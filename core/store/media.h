#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/domain/ids.h"
#include "core/sqlite/database.h"

namespace store {

enum class MediaKind { photo, thumb, original };
/// "photo", "thumb" or "original": in the table, in an upload's metadata and in a rescue file.
const char* wordOf(MediaKind kind);
/// `local` and `uploading` are owed to the hub; `received` has its receipt; `kept` is not to be
/// sent (a pulled file, or an original nobody asked for); `missing`: the row is there and the file
/// is not.
enum class MediaState { local, uploading, received, kept, missing };

struct MediaItem {
    domain::Sha256 sha256;
    MediaKind kind = MediaKind::photo;
    bool pulled = false;
    std::int64_t bytes = 0;
    MediaState state = MediaState::local;
    domain::InspectionId inspection;  ///< newest that uses it
    std::int64_t createdAtMs = 0;
    std::int64_t sentBytes = 0;  ///< the hub said it has these; a cut upload goes on here
    std::string uploadUrl;
    std::optional<std::int64_t> receivedAtMs;
    int attempts = 0;
    std::string errorCode;
    std::string errorMessage;
    bool deleted = false;  ///< the file was given up to make room
};

struct MediaTotals {
    std::size_t files = 0;
    std::int64_t bytes = 0;  ///< still to be sent
};

/// "ab/<sha256>.jpg" under the media folder ("<sha256>.thumb.jpg", "<sha256>.orig.jpg").
std::string mediaPath(const domain::Sha256& sha256, MediaKind kind);

/// Photo files as rows; the bytes are under DATA/media. Writes are part of the caller's
/// transaction.
class Media {
public:
    explicit Media(SQLite::Database& db) : m_db(db) {}

    /// A file with this hash that is there already is kept as it is and only gets the newer
    /// inspection.
    void add(const MediaItem& item);
    std::optional<MediaItem> find(const domain::Sha256& sha256) const;

    /// What may be sent now: files of inspections whose record the hub has. Thumbnails, then
    /// photos, then originals; within each the newest inspection first. Not what was refused five
    /// times.
    std::vector<MediaItem> toSend(std::size_t limit) const;
    /// Everything unsent or in trouble, also of drafts and unsent records; for the outbox page.
    std::vector<MediaItem> unsent() const;
    /// Every row whose file should be there.
    std::vector<MediaItem> onDisk() const;
    std::int64_t bytesOnDisk() const;
    /// Own files that the hub has for certain, whose records and receipts are both at or under
    /// `durableSeq`, and that no draft shows; originals first, oldest first. An original has no
    /// receipt in the log: one that was sent waits until more than the log it was received under is
    /// durable, one that nobody asked for only until its inspection's photos have arrived.
    std::vector<MediaItem> mayGo(std::int64_t durableSeq) const;
    /// Files owed to the hub, drafts included.
    MediaTotals unsentTotals() const;

    /// Bytes of fetched files that are here.
    std::int64_t pulledBytes() const;
    /// Fetched files to delete, longest unused first, so that the rest is within the limit.
    std::vector<MediaItem> pulledBeyond(std::int64_t limitBytes) const;

    /// The upload is known to the hub under `url` and has `sentBytes`.
    void putProgress(const domain::Sha256& sha256, const std::string& url, std::int64_t sentBytes);
    /// The hub verified all bytes and made them durable.
    void putReceived(const domain::Sha256& sha256, std::int64_t nowMs);
    /// The hub's log ends here now: an original received before is in every backup of a longer log.
    void putLogEnd(std::int64_t hubLastSeq);
    /// `counts`: one of the attempts after which it is not sent any more; not where a bad link is
    /// to blame.
    void putFailed(const domain::Sha256& sha256, const std::string& code,
                   const std::string& message, bool counts);
    /// The hub does not have the file after all (restored from a backup): owed again when we still
    /// have it.
    void putOwed(const domain::Sha256& sha256);
    /// The hub may have lost anything: every own file that is here is owed again.
    void offerAllAgain();
    void putMissing(const domain::Sha256& sha256);
    /// Not to be sent (a photo that was taken out of its draft), or to be sent after all; nothing
    /// for one that the hub has.
    void putWanted(const domain::Sha256& sha256, bool wanted);
    void putDeleted(const domain::Sha256& sha256);
    void touch(const domain::Sha256& sha256, std::int64_t nowMs);

private:
    SQLite::Database& m_db;
};

}  // namespace store
