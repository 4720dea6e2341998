#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>

#include "core/base/error.h"
#include "core/domain/record.h"
#include "sync/hub/store/connection.h"
#include "sync/protocol/messages.h"

namespace hub {

/// Whom a record concerns; decides who sees it in the feed.
struct Concerns {
    std::string village;
    std::string town;
    std::string owner;  ///< the inspector whose work it is about

    bool operator==(const Concerns&) const = default;
};

/// A record as it goes into the log.
struct Entry {
    domain::Record record;
    std::string bytes;   ///< canonical, what is hashed and sent on
    std::string sha256;  ///< of `bytes`
    Concerns concerns;
    std::int64_t receivedMs = 0;
};

/// Appends and returns the seq. Numbers rise without gaps because there is one writer at a time.
std::int64_t append(Connection& connection, const Entry& entry);

/// Keeps a record that has no effect, with the reason. It uses up its deviceSeq like any other.
struct Refusal {
    protocol::Outcome outcome = protocol::Outcome::quarantined;
    base::Error error;
    domain::RecordId other;  ///< conflict: the record that was first
};
void setAside(Connection& connection, const Entry& entry, const Refusal& refusal,
              const domain::InspectionId& about);

/// A record that was set aside.
struct Aside {
    domain::RecordId record;
    domain::DeviceId device;
    std::string code;
    std::string bytes;
};
/// Those about the inspection that were refused for want of what they follow, as they came; the
/// first 50.
std::vector<Aside> asideTooEarly(Connection& connection, const domain::InspectionId& about);
void takeFromAside(Connection& connection, const domain::RecordId& record);

/// Such a record as it was kept.
struct SetAside {
    std::string record;
    std::string outcome;  ///< "conflict" or "quarantined"
    std::string code;
    std::string message;
    std::string other;
    std::string author;
    std::string device;
    std::int64_t receivedMs = 0;
};
/// Those that came since, oldest first.
void readSetAside(Connection& connection, std::int64_t fromMs,
                  const std::function<void(const SetAside&)>& visit);

/// What became of a record that came before; nothing for a new one. A record that is in the log is
/// `duplicate`, one that was set aside keeps its outcome.
std::optional<protocol::PushResult> findOutcome(Connection& connection, const domain::RecordId& id);

/// How far an installation has got; 0 before its first record.
std::int64_t lastDeviceSeq(Connection& connection, const domain::DeviceId& device,
                           const std::string& incarnation);
void setLastDeviceSeq(Connection& connection, const domain::DeviceId& device,
                      const std::string& incarnation, std::int64_t seq);

/// A record as it stands in the log.
struct Logged {
    std::int64_t seq = 0;
    std::string record;
    std::string kind;
    Concerns concerns;
    std::int64_t receivedMs = 0;
    std::string sha256;
    std::string bytes;
};
/// Every record after `after` in order of seq, until `visit` says false.
void readLog(Connection& connection, std::int64_t after,
             const std::function<bool(const Logged&)>& visit);
/// The canonical bytes of one record; nothing when the log has no such record.
std::optional<std::string> recordBytes(Connection& connection, const domain::RecordId& id);

}  // namespace hub
