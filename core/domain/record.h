#pragma once

#include <cstdint>
#include <string>

#include "core/base/result.h"
#include "core/domain/ids.h"

namespace domain {

/// What a record is about; the text on the wire is the name ("photo.received" for photoReceived).
/// A kind that this version does not know keeps its text and `unknown`: it is stored and passed on,
/// not folded.
enum class RecordKind {
    inspection,
    review,
    rectification,
    appeal,
    publication,
    redaction,
    photoReceived,
    photoRejected,
    scope,
    unknown
};

/// One immutable entry of the log: who said what, on which device, as its how-manieth.
struct Record {
    RecordId id;       ///< UUIDv7
    std::string kind;  ///< see RecordKind
    UserId author;
    DeviceId device;
    std::string incarnation;     ///< one installation of the device; new after a restore
    std::int64_t deviceSeq = 0;  ///< 1, 2, 3 … without gaps in one incarnation
    std::int64_t createdAtMs = 0;
    std::string body;  ///< canonical JSON

    bool operator==(const Record&) const = default;
};

RecordKind kindOf(const std::string& kind);
std::string toText(RecordKind kind);

/// The record as one line of JSON, canonical: keys sorted, no spaces, UTF-8. What is hashed, stored
/// and sent.
std::string canonical(const Record& record);

/// Reads one line; refuses what is not canonical in content (missing or extra keys, wrong types,
/// bad ids).
base::Result<Record> recordFromJson(const std::string& line);

}  // namespace domain
