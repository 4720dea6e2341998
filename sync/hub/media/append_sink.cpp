#include "sync/hub/media/append_sink.h"

#include <spdlog/spdlog.h>

#include "sync/hub/endpoint.h"

namespace hub::media {

AppendSink::AppendSink(std::shared_ptr<Upload> upload, std::uint64_t lease, Counters& counters,
                       Success success)
    : m_upload(std::move(upload)),
      m_lease(lease),
      m_counters(counters),
      m_success(std::move(success))
{
}

AppendSink::~AppendSink()
{
    if (m_ended) return;
    try {
        m_upload->cut(m_lease);
    } catch (const std::exception& failure) {
        spdlog::error("an upload that broke off could not be saved: {}", failure.what());
    }
}

std::optional<Response> AppendSink::chunk(std::span<const std::byte> piece)
{
    const Step step = m_upload->append(m_lease, piece);
    if (step != Step::taken) return refused(step);
    m_counters.bytesReceived += piece.size();
    return std::nullopt;
}

Response AppendSink::finish()
{
    const Step step = m_upload->finish(m_lease);
    m_ended = true;
    if (step == Step::taken || step == Step::complete) return m_success(m_upload->state());
    return refused(step);
}

void AppendSink::cut()
{
    m_ended = true;
    ++m_counters.cut;
    m_upload->cut(m_lease);
}

Response AppendSink::refused(Step step)
{
    const auto answer = [](int status, const char* code, const char* message) {
        return toResponse(refuse(status, code, message).value());
    };
    switch (step) {
        case Step::damaged:
            ++m_counters.damagedChunks;
            return answer(460, protocol::code::uploadChecksum, "这一段在传输中损坏，请重传");
        case Step::wrongHash:
            ++m_counters.wrongHashes;
            return answer(460, protocol::code::uploadHash, "照片内容与其校验值不符，请重新上传");
        case Step::notJpeg:
            return answer(400, "upload.not_jpeg", "这个文件不是 JPEG 照片");
        case Step::tooLong:
            return answer(413, protocol::code::tooLarge, "内容超出了声明的长度");
        case Step::superseded:
        case Step::taken:
        case Step::complete:
            break;
    }
    ++m_counters.superseded;
    return answer(409, protocol::code::uploadOffset, "上传已由另一次连接接续");
}

}  // namespace hub::media
