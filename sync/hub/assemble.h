#pragma once

#include "sync/hub/hub.h"

namespace hub {

/// A hub with everything it answers; see Hub::open.
base::Result<std::unique_ptr<Hub>> assemble(const std::filesystem::path& data,
                                            const base::Clock& clock, base::RandomBytes random);

}  // namespace hub
