#pragma once

#include "core/domain/inspection.h"
#include "core/domain/json_reader.h"

namespace domain {

/// As inspectionFromJson, of JSON that was parsed already. For codec files only.
base::Result<Inspection> inspectionFrom(const io::Value& json);

}  // namespace domain
