#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "core/crypto/sealed_file.h"
#include "core/domain/ids.h"

// What a tablet without network gives to others in a sealed file: batches of its records, signed
// with its key so that whoever brings them can neither change nor add any, and photos.
namespace protocol {

struct RescueBatch {
    domain::DeviceId device;
    std::string signature;           ///< of handoverMessage, by the device's key
    std::vector<std::string> lines;  ///< canonical records, as in a push
};
struct RescuePhoto {
    domain::Sha256 sha256;
    std::string kind;  ///< "photo", "thumb", "original"
    std::string bytes;
};
/// One of the two; neither at the end.
struct RescueEntry {
    std::optional<RescueBatch> batch;
    std::optional<RescuePhoto> photo;
    bool isEnd() const { return !batch && !photo; }
};

/// What a device signs to hand over these records.
std::string handoverMessage(const domain::DeviceId& device, std::span<const std::string> lines);

base::Result<void> writeEntry(crypto::SealedWriter& file, const RescueEntry& entry);
/// The next entry; an empty one at the end, which must be there. Fails as SealedReader does, and
/// with "rescue.malformed". Holds one photo in memory (8 MB at most).
base::Result<RescueEntry> readEntry(crypto::SealedReader& file);

}  // namespace protocol
