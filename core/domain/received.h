#pragma once

#include <optional>
#include <string>

#include "core/domain/inspection.h"
#include "core/domain/record.h"

namespace domain {

/// A record as it came from outside.
struct Received {
    Record record;
    std::optional<base::Result<Inspection>> inspection;  ///< of a record of that kind: its body
};

/// As recordFromJson and inspectionFromJson one after the other, but the text is parsed once.
base::Result<Received> receivedFromJson(const std::string& line);

}  // namespace domain
