#pragma once

#include "core/domain/photo.h"

namespace actions {

/// The link of an entry: SHA-256 of its canonical JSON without `link`. docs/evidence-chain.md is
/// the format.
domain::Sha256 linkOf(domain::PhotoEntry entry);

}  // namespace actions
