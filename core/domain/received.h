#pragma once

#include <optional>
#include <string>

#include "core/domain/inspection.h"
#include "core/domain/record.h"

namespace domain {

/// A record as it came from outside.
struct Received {
    Record record;
    std::string canonical;                               ///< as canonical(record)
    std::optional<base::Result<Inspection>> inspection;  ///< of a record of that kind: its body
};

/// As recordFromJson, canonical and inspectionFromJson one after the other, but the text is parsed
/// once: that is most of what a record costs a hub.
base::Result<Received> receivedFromJson(const std::string& line);

}  // namespace domain
