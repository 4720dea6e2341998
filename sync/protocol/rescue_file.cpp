#include "sync/protocol/rescue_file.h"

#include <sstream>

#include "core/crypto/hash.h"
#include "core/domain/limits.h"
#include "sync/protocol/fields.h"
#include "sync/protocol/words.h"

namespace protocol {

namespace {
constexpr std::size_t headBytes = 256;  ///< each entry begins with a line filled up with spaces
constexpr std::size_t longest = limits::pushPlainBytes + domain::limits::photoBytes;

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
}  // namespace

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
    RescueEntry entry;
    if (what == "photo" && isSha256(first)) {
        entry.photo = RescuePhoto{{first}, second, std::move(*body)};
    } else if (what == "records") {
        entry.batch = RescueBatch{{first}, second, {}};
        std::istringstream lines(*body);
        for (std::string line; std::getline(lines, line);) entry.batch->lines.push_back(line);
    } else {
        return malformed();
    }
    return entry;
}

}  // namespace protocol
