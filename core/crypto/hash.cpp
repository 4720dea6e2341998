#include "core/crypto/hash.h"

#include <fcntl.h>
#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <new>
#include <vector>

namespace crypto {

namespace {
constexpr std::size_t rawBytes = 32;
constexpr char hexDigits[] = "0123456789abcdef";

// EVP fails only when memory is out or the library is broken: neither can be handled here.
void require(bool worked)
{
    if (!worked) throw std::bad_alloc();
}
}  // namespace

struct Sha256::Context {
    EVP_MD_CTX* evp = EVP_MD_CTX_new();
    ~Context() { EVP_MD_CTX_free(evp); }
};

Sha256::Sha256() : m_context(std::make_unique<Context>())
{
    require(m_context->evp != nullptr &&
            EVP_DigestInit_ex(m_context->evp, EVP_sha256(), nullptr) == 1);
}

Sha256::~Sha256() = default;
Sha256::Sha256(Sha256&&) noexcept = default;
Sha256& Sha256::operator=(Sha256&&) noexcept = default;

void Sha256::update(std::span<const std::byte> bytes)
{
    require(EVP_DigestUpdate(m_context->evp, bytes.data(), bytes.size()) == 1);
}

void Sha256::update(std::string_view bytes)
{
    update(std::as_bytes(std::span(bytes)));
}

std::string Sha256::hex() const
{
    const Context copy;
    std::array<std::uint8_t, rawBytes> raw{};
    require(copy.evp != nullptr && EVP_MD_CTX_copy_ex(copy.evp, m_context->evp) == 1 &&
            EVP_DigestFinal_ex(copy.evp, raw.data(), nullptr) == 1);
    return toHex(raw);
}

std::string sha256Raw(std::string_view bytes)
{
    std::string raw(rawBytes, '\0');
    require(EVP_Digest(bytes.data(), bytes.size(), reinterpret_cast<unsigned char*>(raw.data()),
                       nullptr, EVP_sha256(), nullptr) == 1);
    return raw;
}

std::string sha256(std::string_view bytes)
{
    const std::string raw = sha256Raw(bytes);
    return toHex({reinterpret_cast<const std::uint8_t*>(raw.data()), raw.size()});
}

base::Result<FileHash> sha256OfFile(const std::string& path)
{
    const auto refused = [&] {
        return base::fail("file.unreadable", "无法读取文件：" + path, path);
    };
    const int file = open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (file < 0) return refused();
    Sha256 hash;
    FileHash result;
    std::vector<std::byte> buffer(64 * 1024);
    for (;;) {
        const ssize_t got = read(file, buffer.data(), buffer.size());
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) {
            close(file);
            return refused();
        }
        if (got == 0) break;
        hash.update(std::span(buffer).first(static_cast<std::size_t>(got)));
        result.bytes += got;
    }
    close(file);
    result.sha256 = hash.hex();
    return result;
}

std::string toHex(std::span<const std::uint8_t> bytes)
{
    std::string text;
    text.reserve(bytes.size() * 2);
    for (const std::uint8_t byte : bytes) {
        text += hexDigits[byte >> 4U];
        text += hexDigits[byte & 15U];
    }
    return text;
}

base::Result<std::string> fromHex(std::string_view hex)
{
    const auto digit = [](char c) {
        return c >= '0' && c <= '9' ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
    };
    std::string bytes;
    for (std::size_t i = 0; i + 1 < hex.size(); i += 2) {
        const int high = digit(hex[i]);
        const int low = digit(hex[i + 1]);
        if (high < 0 || low < 0) break;
        bytes += static_cast<char>(high * 16 + low);
    }
    if (bytes.size() * 2 != hex.size())
        return base::fail("hex.malformed", "不是有效的十六进制文字");
    return bytes;
}

bool equalInConstantTime(std::string_view a, std::string_view b)
{
    return a.size() == b.size() && CRYPTO_memcmp(a.data(), b.data(), a.size()) == 0;
}

}  // namespace crypto
