#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/domain/inspection.h"
#include "core/domain/record.h"
#include "core/domain/user.h"
#include "sync/protocol/words.h"

// The contract between tablet and hub, version 1; docs/sync-protocol.md is its manual.
//
// Every request carries xuncun-protocol (the version) and xuncun-nonce (16 random bytes, hex).
// Every answer of a hub, whatever its status, carries its own version and the request's nonce; one
// with a body is of one of our media types. Anything else is a captive portal or a proxy: "no hub
// here".
namespace protocol {

/// POST /v1/enrol, without a token; the code works once. Signed (`enrolMessage`) by the key it
/// names: a tablet that enrols again is known by its incarnation and that key.
struct EnrolRequest {
    std::string code;
    std::string deviceName;
    std::string incarnation;
    std::string publicKey;  ///< Ed25519, hex; signs submitted revisions
    /// Whose unsent work is on the tablet: nobody else is let in, and nothing is used up. Empty:
    /// anybody.
    domain::UserId onlyUser = {};
};
struct EnrolAnswer {
    std::string token;  ///< shown once; the hub keeps its hash only
    domain::DeviceId device;
    domain::User user;
    std::string countyName;
    std::string epoch;
};

/// POST /v1/sign-in: for users who have a password; answered as an enrolment.
struct SignInRequest {
    std::string user;  ///< id, or name where only one has it
    std::string password;
    EnrolRequest tablet;  ///< without code
};

/// POST /v1/push, media::lines of canonical records in deviceSeq order, one incarnation a batch.
/// The body is limited by pushRecords, pushPlainBytes and (unless it is a single record)
/// pushCompressedBytes. A lost or doubled push is harmless: what the hub has is answered
/// `duplicate` with its seq.
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
    std::vector<PushResult> results;  ///< one a line, in the order of the lines
};

/// GET /v1/feed?epoch=E&scope=H&after=N&limit=M -> media::lines: FeedHead, then FeedRecord lines.
/// The first question has no epoch and scope and after=0. 409 "feed.epoch" when E is not the hub's
/// epoch (the Problem says epoch and lastSeq), 409 "feed.scope" when H is not what the device may
/// see now: ask without scope after 0.
struct FeedHead {
    std::string epoch;
    std::string scope;  ///< hash of what this device may see; a change means: read again from 0
    std::int64_t nextAfter = 0;
    bool more = false;
    std::int64_t lastSeq = 0;  ///< newest in the hub's log
    std::int64_t durableSeq = 0;
    std::map<std::string, std::string>
        reference;  ///< part -> its ETag now, for the parts this device may read
};
struct FeedRecord {
    std::int64_t seq = 0;
    std::int64_t receivedAtMs = 0;
    domain::Record record;
    std::optional<domain::Inspection> inspection;  ///< its body, where it is one and can be read
};
/// A line whose seq could be read and whose record could not: it is passed over, so that it blocks
/// only itself.
struct UnreadableRecord {
    std::int64_t seq = 0;
    base::Error error;
};
struct FeedPage {
    FeedHead head;
    std::vector<FeedRecord> records;
    std::vector<UnreadableRecord> unreadable;
};

/// GET /v1/reference/PART with If-None-Match -> media::lines of canonical domain values, or 304.
inline constexpr const char* referenceParts[] = {"regions",     "checklists", "campaigns",
                                                 "assignments", "people",     "rankings"};

/// POST /v1/blobs/have, JSON both ways: which photos are wanted, and from which byte.
struct HaveRequest {
    std::vector<domain::Sha256> hashes;
};
struct HaveAnswer {
    std::map<domain::Sha256, std::int64_t> missing = {};  ///< hash -> bytes already there
    std::set<domain::Sha256> whole = {};                  ///< complete and durable
};

/// PUT /v1/drafts/ID, media::lines of one line: the draft as a canonical Inspection (answers may be
/// missing). Replaces the one before; private to its inspector; dropped by the hub when a revision
/// with that id arrives. DELETE throws it away; what comes later and is older is refused.

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
