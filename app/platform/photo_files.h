#pragma once

#include <QByteArray>
#include <QString>

#include "app/platform/photo_processor.h"
#include "core/base/result.h"
#include "core/domain/ids.h"

namespace platform {

/// Puts bytes under the name of their SHA-256 into the media folder, for good: temporary file,
/// fsync, rename, fsync of the folder. The same bytes twice are one file. "photo.disk" when the
/// disk refuses; then nothing is left behind.
base::Result<domain::Sha256> keepBytes(const QString& mediaFolder, const QByteArray& bytes,
                                       PhotoFile file);

}  // namespace platform
