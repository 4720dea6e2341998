#pragma once

#include <string>

#include "core/base/result.h"

namespace hub {

/// The text as a QR code for a terminal: two rows of squares a line, dark on light whatever the
/// terminal's colours. Fails with "qr.too_long".
base::Result<std::string> qrForTerminal(const std::string& text);
/// The same as a picture to print or show.
base::Result<std::string> qrAsSvg(const std::string& text);

}  // namespace hub
