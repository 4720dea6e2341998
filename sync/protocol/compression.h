#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

#include "core/base/result.h"

namespace protocol {

/// One zstd frame with a checksum.
std::string compress(std::string_view plain);

/// Undoes `compress` piece by piece without trusting the bytes: memory stays under 6 MB besides the
/// output, and the output under `plainLimit` and under 64 KB + 200 times what came in (a bomb stops
/// within one piece). Not thread-safe; one object a body.
class Unpacker {
public:
    explicit Unpacker(std::size_t plainLimit);
    ~Unpacker();
    Unpacker(const Unpacker&) = delete;
    Unpacker& operator=(const Unpacker&) = delete;

    /// Appends what `piece` gives to plain(). Fails with "wire.damaged", "wire.too_large" or
    /// "wire.ratio"; after a failure every call fails.
    base::Result<void> feed(std::string_view piece);
    /// Fails with "wire.truncated" unless exactly one frame came to its end.
    base::Result<void> finish();
    const std::string& plain() const { return m_plain; }
    std::string take() { return std::move(m_plain); }

private:
    base::Result<void> refuse(const char* code, const char* message);

    struct Context;
    std::unique_ptr<Context> m_context;
    std::string m_plain;
    std::size_t m_plainLimit;
    std::size_t m_taken = 0;
    bool m_ended = false;
    bool m_failed = false;
};

}  // namespace protocol
