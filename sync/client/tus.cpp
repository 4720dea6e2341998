#include "sync/client/tus.h"

#include <algorithm>
#include <array>
#include <fstream>

#include "core/crypto/hash.h"
#include "sync/protocol/fields.h"

namespace client {

namespace header = protocol::header;

namespace {
/// The path of a Location: uploads go to our hub, and our token with them, whatever host it names.
std::string pathOf(const std::string& location)
{
    const std::size_t scheme = location.find("://");
    if (scheme == std::string::npos) return location.starts_with("/") ? location : "";
    const std::size_t path = location.find('/', scheme + 3);
    return path == std::string::npos ? "" : location.substr(path);
}

domain::Sha256 hashOf(const FilePart& part)
{
    std::ifstream file(part.path, std::ios::binary);
    file.seekg(part.offset);
    crypto::Sha256 hash;
    std::array<char, std::size_t{64} * 1024> buffer{};
    std::int64_t left = part.length;
    while (left > 0 && file) {
        file.read(buffer.data(), std::min<std::int64_t>(left, buffer.size()));
        hash.update(std::string_view(buffer.data(), static_cast<std::size_t>(file.gcount())));
        left -= file.gcount();
    }
    return {hash.hex()};
}
}  // namespace

TusUpload::TusUpload(Round& round, store::MediaItem item, std::string path, std::int64_t offset)
    : m_round(round), m_item(std::move(item)), m_path(std::move(path)), m_offset(offset)
{
    if (m_offset >= m_item.bytes) {  // what is whole is not missing: it was said of something else
        m_offset = 0;
        m_offsetKnown = false;
    }
}

Reply<void> TusUpload::step()
{
    const auto done = m_item.uploadUrl.empty() ? create()
                      : m_offsetKnown          ? sendPiece()
                                               : askOffset();
    return done ? done : trouble(done.error());
}

Reply<void> TusUpload::create()
{
    Request request;
    request.method = "POST";
    request.target = protocol::path::uploads;
    request.headers[header::uploadLength] = std::to_string(m_item.bytes);
    request.headers[header::uploadMetadata] =
        protocol::uploadMetadata({{"sha256", m_item.sha256.value}, {"kind", wordOf(m_item.kind)}});
    std::int64_t bodyBytes = 0;
    if (m_offset == 0 && m_offsetKnown && !m_checked) {
        bodyBytes = std::min(m_item.bytes, m_round.pace.piece.bytes());
        request.headers[header::contentType] = protocol::media::offset;
        request.file = FilePart{m_path, 0, bodyBytes};
    }
    auto answer = send(std::move(request), bodyBytes);
    if (!answer) return tl::unexpected(answer.error());
    m_item.uploadUrl = pathOf(answer->header(header::location));
    if (m_item.uploadUrl.empty()) return tl::unexpected(unreadable({"upload.location", {}, {}}));
    return took(*answer);
}

Reply<void> TusUpload::askOffset()
{
    Request request;
    request.method = "HEAD";
    request.target = m_item.uploadUrl;
    const auto answer = send(std::move(request), 0);
    if (!answer) return tl::unexpected(answer.error());
    return took(*answer);
}

Reply<void> TusUpload::sendPiece()
{
    Request request;
    request.method = "PATCH";
    request.target = m_item.uploadUrl;
    request.headers[header::uploadOffset] = std::to_string(m_offset);
    request.headers[header::contentType] = protocol::media::offset;
    const std::int64_t most = m_checked ? PieceSize::smallest : m_round.pace.piece.bytes();
    request.file = FilePart{m_path, m_offset, std::min(m_item.bytes - m_offset, most)};
    if (m_checked)
        request.headers[header::uploadChecksum] = protocol::uploadChecksum(hashOf(*request.file));
    const auto answer = send(request, request.file->length);
    if (!answer) return tl::unexpected(answer.error());
    const std::int64_t before = m_offset;
    const auto taken = took(*answer);
    if (m_offset <= before) m_troubles += 1;
    return taken;
}

Reply<Answer> TusUpload::send(Request request, std::int64_t bodyBytes)
{
    request.headers[header::tusResumable] = "1.0.0";
    // At 1 KB/s, the least that is worth waiting for.
    request.deadline = std::chrono::seconds(60 + bodyBytes / 1000);
    request.onSent = [this](std::int64_t sent) {
        m_round.reportSent(m_offset + sent);
        return !m_round.stopped();
    };
    const std::int64_t began = m_round.clock.bootMs();
    auto answer = m_round.link.ask(std::move(request), {});
    if (answer && bodyBytes > 0)
        m_round.pace.piece.worked(bodyBytes, m_round.clock.bootMs() - began);
    else if (!answer && bodyBytes > 0)
        m_round.pace.piece.failed();
    return answer;
}

/// Goes on from where the hub says it stands.
Reply<void> TusUpload::took(const Answer& answer)
{
    const auto offset = protocol::wholeFrom(answer.header(header::uploadOffset));
    m_offsetKnown = offset && *offset <= m_item.bytes;
    if (m_offsetKnown) m_offset = *offset;
    if (!complete()) {
        SQLite::Transaction transaction(m_round.db);
        store::Media(m_round.db).putProgress(m_item.sha256, m_item.uploadUrl, m_offset);
        transaction.commit();
    }
    return {};
}

Reply<void> TusUpload::trouble(const Failure& failure)
{
    if (failure.endsRound()) return tl::unexpected(failure);
    m_troubles += 1;
    m_offsetKnown = false;
    const std::string& code = failure.error.code;
    const bool wholeIsWrong = code == protocol::code::uploadHash;
    const bool gone = failure.status == 404 || failure.status == 410;
    if (wholeIsWrong || gone) {
        m_item.uploadUrl.clear();
        m_offset = 0;
        m_offsetKnown = true;
    }
    m_checked = m_checked || wholeIsWrong;
    if (wholeIsWrong || gone || code == protocol::code::uploadChecksum || failure.status == 409)
        return {};
    m_troubles = troublesMax + 1;
    return tl::unexpected(failure);
}

}  // namespace client
