#include "core/crypto/transfer_checksum.h"

#include <openssl/evp.h>
#include <sodium.h>

#include <array>
#include <new>

namespace crypto {

struct TransferChecksum::State {
    EVP_MD_CTX* evp = EVP_MD_CTX_new();
    std::string expected;

    State() = default;
    State(const State&) = delete;
    State& operator=(const State&) = delete;
    ~State() { EVP_MD_CTX_free(evp); }
};

namespace {

const EVP_MD* algorithm(std::string_view name)
{
    if (name == "sha1") return EVP_sha1();
    if (name == "sha256") return EVP_sha256();
    return nullptr;
}

// EVP fails only when memory is out or the library is broken: neither can be handled here.
void require(bool worked)
{
    if (!worked) throw std::bad_alloc();
}

}  // namespace

std::optional<TransferChecksum> TransferChecksum::announced(std::string_view text)
{
    const std::size_t space = text.find(' ');
    if (space == std::string_view::npos) return std::nullopt;
    const EVP_MD* kind = algorithm(text.substr(0, space));
    auto expected = fromBase64(text.substr(space + 1));
    if (kind == nullptr || !expected ||
        expected->size() != static_cast<std::size_t>(EVP_MD_get_size(kind)))
        return std::nullopt;
    auto state = std::make_unique<State>();
    state->expected = std::move(*expected);
    require(state->evp != nullptr && EVP_DigestInit_ex(state->evp, kind, nullptr) == 1);
    return TransferChecksum(std::move(state));
}

TransferChecksum::TransferChecksum(std::unique_ptr<State> state) : m_state(std::move(state)) {}
TransferChecksum::~TransferChecksum() = default;
TransferChecksum::TransferChecksum(TransferChecksum&&) noexcept = default;
TransferChecksum& TransferChecksum::operator=(TransferChecksum&&) noexcept = default;

void TransferChecksum::update(std::span<const std::byte> bytes)
{
    require(EVP_DigestUpdate(m_state->evp, bytes.data(), bytes.size()) == 1);
}

bool TransferChecksum::matches() const
{
    const State copy;
    std::array<unsigned char, EVP_MAX_MD_SIZE> sum{};
    unsigned int bytes = 0;
    require(copy.evp != nullptr && EVP_MD_CTX_copy_ex(copy.evp, m_state->evp) == 1 &&
            EVP_DigestFinal_ex(copy.evp, sum.data(), &bytes) == 1);
    return std::string_view(reinterpret_cast<const char*>(sum.data()), bytes) == m_state->expected;
}

std::optional<std::string> fromBase64(std::string_view text)
{
    std::string bytes(text.size(), '\0');
    std::size_t used = 0;
    const char* end = nullptr;
    const int failed =
        sodium_base642bin(reinterpret_cast<unsigned char*>(bytes.data()), bytes.size(), text.data(),
                          text.size(), nullptr, &used, &end, sodium_base64_VARIANT_ORIGINAL);
    if (failed != 0 || end != text.data() + text.size()) return std::nullopt;
    bytes.resize(used);
    return bytes;
}

}  // namespace crypto
