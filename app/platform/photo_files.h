#pragma once

#include <QByteArray>
#include <QString>
#include <QTemporaryFile>
#include <memory>
#include <vector>

#include "app/platform/photo_processor.h"
#include "core/base/result.h"
#include "core/domain/ids.h"

namespace platform {

/// Bytes that are on the disk for good under a temporary name; gone again unless committed.
struct StagedFile {
    domain::Sha256 sha256;
    QString path;                          ///< where commit() puts it
    std::unique_ptr<QTemporaryFile> file;  ///< null: the media folder has these bytes already
};

/// The first half of keeping bytes: hashed, written to a temporary file in the media folder,
/// fsynced. Any thread. "photo.disk" when the disk refuses.
base::Result<StagedFile> stage(const QString& mediaFolder, const QByteArray& bytes, PhotoFile kind);

/// The second half, for all files of a photo: renamed to the names of their hashes, folders
/// fsynced. "photo.disk" when the disk refuses; then none of them is there that was not before.
base::Result<void> commit(const QString& mediaFolder, const std::vector<StagedFile>& files);

}  // namespace platform
