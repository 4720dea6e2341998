#include "sync/protocol/compression.h"

#include <zstd.h>

#include <array>

namespace protocol {

namespace {
constexpr int level = 3;
constexpr int windowLogMax = 22;
constexpr std::size_t ratioMax = 200;
constexpr std::size_t ratioAllowance = std::size_t{64} * 1024;
}  // namespace

struct Unpacker::Context {
    ZSTD_DCtx* stream = ZSTD_createDCtx();
    std::array<char, std::size_t{64} * 1024> buffer{};

    ~Context() { ZSTD_freeDCtx(stream); }
};

std::string compress(std::string_view plain)
{
    std::string out(ZSTD_compressBound(plain.size()), '\0');
    ZSTD_CCtx* context = ZSTD_createCCtx();
    ZSTD_CCtx_setParameter(context, ZSTD_c_compressionLevel, level);
    ZSTD_CCtx_setParameter(context, ZSTD_c_checksumFlag, 1);
    const std::size_t size =
        ZSTD_compress2(context, out.data(), out.size(), plain.data(), plain.size());
    ZSTD_freeCCtx(context);
    out.resize(ZSTD_isError(size) != 0U ? 0 : size);
    return out;
}

Unpacker::Unpacker(std::size_t plainLimit)
    : m_context(std::make_unique<Context>()), m_plainLimit(plainLimit)
{
    ZSTD_DCtx_setParameter(m_context->stream, ZSTD_d_windowLogMax, windowLogMax);
}

Unpacker::~Unpacker() = default;

base::Result<void> Unpacker::refuse(const char* code, const char* message)
{
    m_failed = true;
    return base::fail(code, message);
}

base::Result<void> Unpacker::feed(std::string_view piece)
{
    if (m_failed) return refuse("wire.damaged", "数据损坏：压缩内容无法解开");
    m_taken += piece.size();
    ZSTD_inBuffer in{piece.data(), piece.size(), 0};
    bool full = false;
    while (in.pos < in.size || full) {
        if (m_ended) return refuse("wire.damaged", "数据损坏：压缩内容之后还有多余内容");
        ZSTD_outBuffer out{m_context->buffer.data(), m_context->buffer.size(), 0};
        const std::size_t state = ZSTD_decompressStream(m_context->stream, &out, &in);
        if (ZSTD_isError(state) != 0U) return refuse("wire.damaged", "数据损坏：压缩内容无法解开");
        if (m_plain.size() + out.pos > m_plainLimit)
            return refuse("wire.too_large", "内容超过大小上限");
        if (m_plain.size() + out.pos > ratioAllowance + ratioMax * m_taken)
            return refuse("wire.ratio", "压缩比异常，拒绝解开");
        m_plain.append(m_context->buffer.data(), out.pos);
        m_ended = state == 0;
        full = !m_ended && out.pos == out.size;
    }
    return {};
}

base::Result<void> Unpacker::finish()
{
    if (m_failed || !m_ended) return refuse("wire.truncated", "数据不完整：内容在中途断开");
    return {};
}

}  // namespace protocol
