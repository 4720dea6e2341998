#pragma once

#include "core/domain/json_reader.h"
#include "core/domain/received.h"

namespace domain {

/// As receivedFromJson, of JSON that was parsed already. For codec files only.
base::Result<Received> receivedFrom(const io::Value& json);

}  // namespace domain
