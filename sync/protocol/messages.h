#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/domain/record.h"
#include "core/domain/user.h"

// The contract between tablet and hub, version 1; docs/sync-protocol.md is its manual.
//
// Every request carries Xuncun-Protocol (the version) and Xuncun-Nonce (16 random bytes, hex).
// Every answer of a hub echoes both and is of one of our media types; anything else is a captive
// portal or a proxy: "no hub here".
namespace protocol {

inline constexpr int version = 1;

namespace header {
inline constexpr const char* protocol = "Xuncun-Protocol";
inline constexpr const char* nonce = "Xuncun-Nonce";
inline constexpr const char* epoch = "Xuncun-Epoch";
inline constexpr const char* durableSeq = "Xuncun-Durable-Seq";
inline constexpr const char* timeMs = "Xuncun-Time";
inline constexpr const char* contentDigest = "Content-Digest";
}  // namespace header

namespace media {
inline constexpr const char* json = "application/vnd.xuncun+json";  ///< one JSON value, errors too
inline constexpr const char* lines =
    "application/vnd.xuncun.lines+zstd";                                  ///< zstd of lines of JSON
inline constexpr const char* offset = "application/offset+octet-stream";  ///< tus PATCH
inline constexpr const char* jpeg = "image/jpeg";
}  // namespace media

namespace limits {
inline constexpr std::size_t pushRecords = 50;
inline constexpr std::size_t pushCompressedBytes = 64 * 1024;
inline constexpr std::size_t pushPlainBytes = 1024 * 1024;
inline constexpr std::size_t feedRecords = 500;
inline constexpr std::size_t feedPlainBytes = 1024 * 1024;
inline constexpr std::size_t referencePlainBytes = 64 * 1024 * 1024;
inline constexpr std::size_t haveHashes = 500;
inline constexpr std::size_t jsonBytes = 256 * 1024;
inline constexpr std::size_t chunkBytes = 64 * 1024;
}  // namespace limits

/// POST /v1/enrol. The one request without a token; the code works once.
struct EnrolRequest {
    std::string code;
    std::string deviceName;
    std::string incarnation;
    std::string publicKey;  ///< Ed25519, hex; signs submitted revisions
};
struct EnrolAnswer {
    std::string token;  ///< shown once; the hub keeps its hash only
    domain::DeviceId device;
    domain::User user;
    std::string countyName;
    std::string epoch;
};

/// POST /v1/push, media::lines of canonical records in deviceSeq order.
enum class Outcome { applied, duplicate, conflict, quarantined };
struct PushResult {
    domain::RecordId id;
    Outcome outcome = Outcome::applied;
    std::int64_t seq = 0;    ///< in the hub's log; 0 for quarantined
    std::string code;        ///< for conflict and quarantined: stable English
    std::string message;     ///< Chinese, what a person can do
    domain::RecordId other;  ///< conflict: the record that was first
};
struct PushAnswer {
    std::vector<PushResult> results;
};

/// GET /v1/feed?epoch=E&scope=H&after=N&limit=M -> media::lines: FeedHead, then FeedRecord lines.
/// 409 "feed.epoch" (FeedHead of the hub's state in the body's `state`) or "feed.scope": start
/// again after 0.
struct FeedHead {
    std::string epoch;
    std::string scope;  ///< hash of what this device may see; a change means: read again from 0
    std::int64_t nextAfter = 0;
    bool more = false;
    std::int64_t lastSeq = 0;  ///< newest in the hub's log
    std::int64_t durableSeq = 0;
    std::map<std::string, std::string> reference;  ///< part -> its ETag now
};
struct FeedRecord {
    std::int64_t seq = 0;
    std::int64_t receivedAtMs = 0;
    domain::Record record;
};
struct FeedPage {
    FeedHead head;
    std::vector<FeedRecord> records;
};

/// GET /v1/reference/PART with If-None-Match -> media::lines of canonical domain values, or 304.
inline constexpr const char* referenceParts[] = {"regions",     "checklists", "campaigns",
                                                 "assignments", "people",     "rankings"};

/// POST /v1/blobs/have, JSON both ways: which photos are wanted, and from which byte.
struct HaveRequest {
    std::vector<domain::Sha256> hashes;
};
struct HaveAnswer {
    std::map<domain::Sha256, std::int64_t>
        missing;  ///< hash -> bytes already there; absent: complete and durable
};

/// What a refusal looks like on the wire: media::json, HTTP status 4xx or 5xx.
/// `retryAfterS` also as Retry-After. `expectedSeq` for 409 "push.gap".
struct Problem {
    int status = 500;
    base::Error error;
    std::optional<int> retryAfterS;
    std::optional<std::int64_t> expectedSeq;
    std::string epoch;         ///< 409 "feed.epoch"
    std::int64_t lastSeq = 0;  ///< 409 "feed.epoch"
};

}  // namespace protocol
