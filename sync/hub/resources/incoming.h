#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>

#include "core/domain/appeal.h"
#include "core/domain/inspection.h"
#include "core/domain/rectification.h"
#include "core/domain/review.h"
#include "sync/hub/store/devices.h"
#include "sync/hub/store/log.h"
#include "sync/hub/store/reference.h"

namespace hub {

/// Published sheets, read once each: a version never changes. Safe from any thread.
class Sheets {
public:
    /// Null when there is no such version, or it is another than the hash says.
    std::shared_ptr<const domain::Checklist> find(Connection& connection,
                                                  const domain::ChecklistRef& ref);

private:
    std::mutex m_mutex;
    std::map<std::string, std::shared_ptr<const domain::Checklist>> m_bySha256;
};

/// A pushed line, read and checked as far as that needs no look at what is already there.
struct Incoming {
    Entry entry;  ///< `concerns` and `receivedMs` are still empty
    std::optional<domain::Inspection> inspection;
    std::optional<domain::Review> review;
    std::optional<domain::RectificationStep> rectification;
    std::optional<domain::Appeal> appeal;
    std::optional<base::Error> wrong;  ///< why it can only be quarantined
};

/// Reads one line that `caller` has sent. A line that is no good record but still says which one it
/// is (id, device, incarnation, deviceSeq) is an Incoming that is `wrong`; any other is a failure.
/// Fails with "push.device" when the record is of a device that is not the caller's; one of the
/// same user's is taken, since work may wait on a tablet that has enrolled anew.
base::Result<Incoming> readIncoming(const std::string& line, const Caller& caller,
                                    Connection& reference, Sheets& sheets);

/// The header of a line that recordFromJson refused, as far as it can be read; the body is empty.
std::optional<domain::Record> salvageHeader(const std::string& line);

}  // namespace hub
