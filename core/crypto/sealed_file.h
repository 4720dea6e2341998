#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "core/base/result.h"

namespace crypto {

/// A code of 16 letters and digits (80 bits) in groups of four, for a person to carry beside a
/// sealed file. Without 0, 1, I and O.
std::string newSealCode();

/// Writes a file that only who has the code can read or change unnoticed: XChaCha20-Poly1305 in
/// pieces (libsodium's secretstream), the key from the code by Argon2id. Never holds the whole.
class SealedWriter {
public:
    /// Fails with "seal.not_written".
    static base::Result<SealedWriter> create(const std::string& path, std::string_view code);
    ~SealedWriter();
    SealedWriter(SealedWriter&&) noexcept;

    base::Result<void> write(std::string_view bytes);
    /// Returns when the file is whole and survives a power cut. Without it the file is unreadable.
    base::Result<void> finish();

private:
    struct State;
    explicit SealedWriter(std::unique_ptr<State> state);
    std::unique_ptr<State> m_state;
};

/// Reads it again; nothing that was not written with the code ever comes out.
class SealedReader {
public:
    /// Fails with "seal.unreadable" (no such file), "seal.foreign" (no sealed file). Spaces, dashes
    /// and lower case in the code do not matter.
    static base::Result<SealedReader> open(const std::string& path, std::string_view code);
    ~SealedReader();
    SealedReader(SealedReader&&) noexcept;

    /// Exactly so many bytes; fails with "seal.code" (wrong code, or damaged) or "seal.truncated".
    base::Result<std::string> read(std::size_t bytes);

private:
    struct State;
    explicit SealedReader(std::unique_ptr<State> state);
    std::unique_ptr<State> m_state;
};

}  // namespace crypto
