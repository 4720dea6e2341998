#include "sync/protocol/rescue_file.h"

#include <sstream>

#include "core/crypto/hash.h"
#include "core/domain/limits.h"
#include "sync/protocol/words.h"

namespace protocol {

namespace {
constexpr std::size_t headBytes = 256;  ///< each entry begins with a line filled up with spaces
constexpr std::size_t longest = domain::limits::originalBytes;

std::string joined(std::span<const std::string> lines)
{
    std::string text;
    for (const std::string& line : lines) text += line + "\n";
    return text;
}

base::Result<void> put(crypto::SealedWriter& file, std::string head, const std::string& bytes)
{
    head.resize(headBytes, ' ');
    if (auto written = file.write(head); !written) return written;
    return file.write(bytes);
}

tl::unexpected<base::Error> malformed()
{
    return base::fail("rescue.malformed", "救援文件的内容无法识别，请用新版本再试");
}

/// A kind becomes part of a file's name where it is taken in, so none but ours is let through.
RescueEntry photoOf(std::string sha256, std::string kind, std::string bytes)
{
    RescueEntry entry;
    if (bytes.empty() || bytes.size() > rescueLimit(kind) || crypto::sha256(bytes) != sha256)
        entry.bad = base::Error{"rescue.photo", "救援文件里有一张照片已损坏", std::move(sha256)};
    else
        entry.photo = RescuePhoto{{std::move(sha256)}, std::move(kind), std::move(bytes)};
    return entry;
}
}  // namespace

std::size_t rescueLimit(const std::string& kind)
{
    if (kind == "photo") return domain::limits::photoBytes;
    if (kind == "thumb") return domain::limits::thumbnailBytes;
    return kind == "original" ? domain::limits::originalBytes : 0;
}

std::string handoverMessage(const domain::DeviceId& device, std::span<const std::string> lines)
{
    return "xuncun handover 1\n" + device.value + "\n" + crypto::sha256(joined(lines)) + "\n";
}

base::Result<void> writeEntry(crypto::SealedWriter& file, const RescueEntry& entry)
{
    if (entry.batch) {
        const std::string text = joined(entry.batch->lines);
        return put(file,
                   "records " + std::to_string(text.size()) + " " + entry.batch->device.value +
                       " " + entry.batch->signature,
                   text);
    }
    if (entry.photo)
        return put(file,
                   "photo " + std::to_string(entry.photo->bytes.size()) + " " +
                       entry.photo->sha256.value + " " + entry.photo->kind,
                   entry.photo->bytes);
    return put(file, "end 0", {});
}

base::Result<RescueEntry> readEntry(crypto::SealedReader& file)
{
    const auto head = file.read(headBytes);
    if (!head) return tl::unexpected(head.error());
    std::istringstream words(*head);
    std::string what;
    std::size_t bytes = 0;
    std::string first;
    std::string second;
    if (!(words >> what >> bytes) || bytes > longest) return malformed();
    words >> first >> second;
    if (what == "end") return RescueEntry{};
    auto body = file.read(bytes);
    if (!body) return tl::unexpected(body.error());
    if (what == "photo") return photoOf(std::move(first), std::move(second), std::move(*body));
    if (what != "records" || body->size() > limits::pushPlainBytes) return malformed();
    RescueBatch batch{{first}, second, {}};
    std::istringstream lines(*body);
    for (std::string line; std::getline(lines, line);) batch.lines.push_back(line);
    return RescueEntry{.batch = std::move(batch)};
}

}  // namespace protocol
