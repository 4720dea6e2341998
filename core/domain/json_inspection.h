#pragma once

#include "core/domain/inspection.h"
#include "core/domain/json_writer.h"

namespace domain {

/// As inspectionFromJson, of JSON that was parsed already. For codec files only.
base::Result<Inspection> inspectionFrom(const io::Json& json);

}  // namespace domain
