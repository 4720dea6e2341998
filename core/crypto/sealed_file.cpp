#include "core/crypto/sealed_file.h"

#include <fcntl.h>
#include <sodium.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdio>

#include "core/crypto/sodium_ready.h"

namespace crypto {

namespace {
constexpr std::string_view magic = "XCSEAL1\n";
constexpr std::string_view alphabet = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
constexpr std::size_t pieceBytes = 64 * 1024;
constexpr std::size_t sealedBytes = pieceBytes + crypto_secretstream_xchacha20poly1305_ABYTES;

using Salt = std::array<unsigned char, crypto_pwhash_SALTBYTES>;
using Key = std::array<unsigned char, crypto_secretstream_xchacha20poly1305_KEYBYTES>;
using Header = std::array<unsigned char, crypto_secretstream_xchacha20poly1305_HEADERBYTES>;

struct Closed {
    void operator()(std::FILE* file) const { std::fclose(file); }
};
using File = std::unique_ptr<std::FILE, Closed>;

std::string plainCode(std::string_view code)
{
    std::string plain;
    for (const char c : code) {
        const char upper = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
        if (alphabet.find(upper) != std::string_view::npos) plain += upper;
    }
    return plain;
}

Key keyOf(std::string_view code, const Salt& salt)
{
    const std::string plain = plainCode(code);
    Key key{};
    if (crypto_pwhash(key.data(), key.size(), plain.data(), plain.size(), salt.data(),
                      crypto_pwhash_OPSLIMIT_INTERACTIVE, crypto_pwhash_MEMLIMIT_INTERACTIVE,
                      crypto_pwhash_ALG_ARGON2ID13) != 0)
        throw std::bad_alloc();
    return key;
}

const unsigned char* raw(const std::string& bytes)
{
    return reinterpret_cast<const unsigned char*>(bytes.data());
}
unsigned char* raw(std::string& bytes)
{
    return reinterpret_cast<unsigned char*>(bytes.data());
}

tl::unexpected<base::Error> notWritten(const std::string& path)
{
    return base::fail("seal.not_written", "文件写不进去，请检查U盘或文件夹的空间和权限", path);
}
}  // namespace

std::string newSealCode()
{
    sodiumReady();
    std::string code;
    for (int i = 0; i < 16; ++i) {
        if (i > 0 && i % 4 == 0) code += '-';
        code += alphabet[randombytes_uniform(static_cast<std::uint32_t>(alphabet.size()))];
    }
    return code;
}

struct SealedWriter::State {
    std::string path;
    File file;
    crypto_secretstream_xchacha20poly1305_state stream = {};
    std::string waiting = {};

    bool put(const void* bytes, std::size_t count)
    {
        return std::fwrite(bytes, 1, count, file.get()) == count;
    }
    bool seal(std::string_view plain, unsigned char tag)
    {
        std::string sealed(plain.size() + crypto_secretstream_xchacha20poly1305_ABYTES, '\0');
        crypto_secretstream_xchacha20poly1305_push(
            &stream, raw(sealed), nullptr, reinterpret_cast<const unsigned char*>(plain.data()),
            plain.size(), nullptr, 0, tag);
        return put(sealed.data(), sealed.size());
    }
};

SealedWriter::SealedWriter(std::unique_ptr<State> state) : m_state(std::move(state)) {}
SealedWriter::~SealedWriter() = default;
SealedWriter::SealedWriter(SealedWriter&&) noexcept = default;

base::Result<SealedWriter> SealedWriter::create(const std::string& path, std::string_view code)
{
    sodiumReady();
    auto state = std::make_unique<State>(State{path, File(std::fopen(path.c_str(), "wb"))});
    if (!state->file) return notWritten(path);
    Salt salt{};
    randombytes_buf(salt.data(), salt.size());
    Header header{};
    crypto_secretstream_xchacha20poly1305_init_push(&state->stream, header.data(),
                                                    keyOf(code, salt).data());
    if (!state->put(magic.data(), magic.size()) || !state->put(salt.data(), salt.size()) ||
        !state->put(header.data(), header.size()))
        return notWritten(path);
    return SealedWriter(std::move(state));
}

base::Result<void> SealedWriter::write(std::string_view bytes)
{
    std::string& waiting = m_state->waiting;
    waiting += bytes;
    std::size_t at = 0;
    for (; waiting.size() - at > pieceBytes; at += pieceBytes)
        if (!m_state->seal(std::string_view(waiting).substr(at, pieceBytes), 0))
            return notWritten(m_state->path);
    waiting.erase(0, at);
    return {};
}

base::Result<void> SealedWriter::finish()
{
    State& state = *m_state;
    const bool good = state.seal(state.waiting, crypto_secretstream_xchacha20poly1305_TAG_FINAL) &&
                      std::fflush(state.file.get()) == 0 &&
                      ::fsync(::fileno(state.file.get())) == 0;
    if (!good) return notWritten(state.path);
    return {};
}

struct SealedReader::State {
    std::string path;
    File file;
    crypto_secretstream_xchacha20poly1305_state stream = {};
    std::string plain = {};
    bool ended = false;

    base::Result<void> next()
    {
        std::string sealed(sealedBytes, '\0');
        sealed.resize(std::fread(sealed.data(), 1, sealed.size(), file.get()));
        const auto overhead = crypto_secretstream_xchacha20poly1305_ABYTES;
        std::string piece(sealed.size() > overhead ? sealed.size() - overhead : 0, '\0');
        unsigned char tag = 0;
        if (sealed.size() < overhead)
            return base::fail("seal.truncated", "文件不完整，请重新导出", path);
        if (crypto_secretstream_xchacha20poly1305_pull(&stream, raw(piece), nullptr, &tag,
                                                       raw(std::as_const(sealed)), sealed.size(),
                                                       nullptr, 0) != 0)
            return base::fail("seal.code", "口令不对，或文件已损坏", path);
        ended = tag == crypto_secretstream_xchacha20poly1305_TAG_FINAL;
        plain += piece;
        return {};
    }
};

SealedReader::SealedReader(std::unique_ptr<State> state) : m_state(std::move(state)) {}
SealedReader::~SealedReader() = default;
SealedReader::SealedReader(SealedReader&&) noexcept = default;

base::Result<SealedReader> SealedReader::open(const std::string& path, std::string_view code)
{
    sodiumReady();
    auto state = std::make_unique<State>(State{path, File(std::fopen(path.c_str(), "rb"))});
    if (!state->file) return base::fail("seal.unreadable", "打不开这个文件", path);
    std::array<char, magic.size()> start{};
    Salt salt{};
    Header header{};
    const auto get = [&](void* to, std::size_t count) {
        return std::fread(to, 1, count, state->file.get()) == count;
    };
    if (!get(start.data(), start.size()) || std::string_view(start.data(), start.size()) != magic ||
        !get(salt.data(), salt.size()) || !get(header.data(), header.size()))
        return base::fail("seal.foreign", "这不是巡村的救援文件", path);
    crypto_secretstream_xchacha20poly1305_init_pull(&state->stream, header.data(),
                                                    keyOf(code, salt).data());
    return SealedReader(std::move(state));
}

base::Result<std::string> SealedReader::read(std::size_t bytes)
{
    while (m_state->plain.size() < bytes) {
        if (m_state->ended)
            return base::fail("seal.truncated", "文件不完整，请重新导出", m_state->path);
        if (const auto next = m_state->next(); !next) return tl::unexpected(next.error());
    }
    std::string taken = m_state->plain.substr(0, bytes);
    m_state->plain.erase(0, bytes);
    return taken;
}

}  // namespace crypto
