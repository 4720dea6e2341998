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
/// One of the three; none at the end.
struct RescueEntry {
    std::optional<RescueBatch> batch = {};
    std::optional<RescuePhoto> photo = {};  ///< whole, within its kind's limit
    std::optional<base::Error> bad = {};    ///< to be passed over: a photo that is not its hash
    bool isEnd() const { return !batch && !photo && !bad; }
};

/// How large a file of this kind may be; 0 for a kind that there is not.
std::size_t rescueLimit(const std::string& kind);

/// What a device signs to hand over these records.
std::string handoverMessage(const domain::DeviceId& device, std::span<const std::string> lines);

base::Result<void> writeEntry(crypto::SealedWriter& file, const RescueEntry& entry);
/// The next entry; an empty one at the end, which must be there. What is wrong with one photo is in
/// `bad` ("rescue.photo"). Fails as SealedReader does, and with "rescue.malformed" when what
/// follows cannot be told apart. Holds one file in memory (an original: 60 MB at most).
base::Result<RescueEntry> readEntry(crypto::SealedReader& file);

}  // namespace protocol
