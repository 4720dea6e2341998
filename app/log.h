#pragma once

#include <QString>

namespace app {

/// From now on what Qt and we report goes to this file too, with the time, so that it can be
/// exported and sent to the office. At 1 MB the file becomes FILE.1 and a new one begins.
///
/// Any thread may report. A file that cannot be written is no reason not to work.
void logTo(const QString& file);

}  // namespace app
