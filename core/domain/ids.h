#pragma once

#include "core/base/id.h"

namespace domain {

/// 12-digit statistical code down to the village (domain.md §4.2); finer regions carry "-NN" of our
/// own.
using RegionCode = base::Id<struct RegionCodeTag>;
using UserId = base::Id<struct UserTag>;
using DeviceId = base::Id<struct DeviceTag>;
using CampaignId = base::Id<struct CampaignTag>;
/// One visit's check by one sheet; its revisions share it.
using InspectionId = base::Id<struct InspectionTag>;
using FindingId = base::Id<struct FindingTag>;
using PhotoId = base::Id<struct PhotoTag>;
/// One immutable entry of the log.
using RecordId = base::Id<struct RecordTag>;
/// SHA-256 of bytes in lower-case hexadecimal, 64 characters.
using Sha256 = base::Id<struct Sha256Tag>;

}  // namespace domain
