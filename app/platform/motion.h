#pragma once

namespace platform {

/// True when the desktop was told to move less: GTK's and KDE's own settings of this user. False
/// where neither says anything. Reads two small files.
bool lessMotionWanted();

}  // namespace platform
