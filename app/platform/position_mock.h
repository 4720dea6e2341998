#pragma once

namespace platform {

/// True when Android says that its last position was made up by another app. Elsewhere false.
///
/// Prepared and not yet built or tried: this project has no Android toolchain. Qt Positioning does
/// not hand the flag on, so the system's location service is asked itself.
bool isMockedByAndroid();

}  // namespace platform
