#pragma once

#include <atomic>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/base/uuid.h"
#include "core/sqlite/database.h"
#include "sync/client/transport.h"

namespace client {

class Wishes;
struct Pace;

/// What a session is at, for the state bar; the words are the screen's.
enum class Activity {
    idle,
    sendingRecords,
    reading,
    readingReference,
    sendingThumbs,
    sendingPhotos,
    fetchingPhotos
};

struct Progress {
    Activity activity = Activity::idle;
    int recordsLeft = 0;
    int photosLeft = 0;          ///< files: thumbnails and photos
    std::int64_t bytesLeft = 0;  ///< of those files
};

/// What one round came to.
struct RoundResult {
    bool enrolled = true;  ///< false: no token, nobody was asked
    bool changed = false;  ///< something came down or changed its state: pages should read again
    Progress left;
    /// Why the round ended early, in Chinese with the next step; empty when all is done.
    /// "sync.no_hub": something answered that is not the hub (a login page, a proxy).
    std::optional<base::Error> problem;
    std::optional<int> retryAfterS;  ///< the hub asks for patience
};

enum class PhotoPolicy { send, hold };

struct SessionOptions {
    std::string mediaFolder;                     ///< DATA/media
    PhotoPolicy photos = PhotoPolicy::send;      ///< hold: records only (metered network)
    std::int64_t cacheLimitBytes = 512LL << 20;  ///< of photos fetched ahead
    const std::atomic<bool>* stop =
        nullptr;  ///< true: give up at the next safe place, within a second
    std::function<void(const Progress&)> onProgress = {};
    Wishes* wishes = nullptr;  ///< photos that somebody waits for
    Pace* pace = nullptr;  ///< what was learnt about the link; kept between rounds by the caller
};

/// Brings tablet and hub together once: sends records, reads the feed and reference data, saves
/// drafts, then sends thumbnails and photos, newest work first, and fetches what is wanted. Retries
/// are the caller's (see BackOff).
///
/// Safe to cut anywhere and to run again: nothing counts as sent before the hub has acknowledged it
/// durably, and the hub takes everything twice without harm. One bad record or photo is marked with
/// its error and holds up nothing else. No transaction is open while the network is used. Throws
/// SQLite::Exception when the machine fails.
RoundResult runSession(SQLite::Database& db, Transport& transport, const base::Clock& clock,
                       const base::RandomBytes& random, const SessionOptions& options);

}  // namespace client
