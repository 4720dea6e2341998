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
    Request request = next(m_round.pace.piece.bytes());
    request.onSent = [this](std::int64_t sent) {
        m_round.reportSent(m_offset + sent);
        return !m_round.stopped();
    };
    const std::int64_t began = m_round.clock.bootMs();
    const auto answer = m_round.link.ask(std::move(request), {});
    if (m_askedBytes > 0)
        m_round.pace.piece.count(answer.has_value(), m_askedBytes, m_round.clock.bootMs() - began);
    return answered(answer);
}

Request TusUpload::next(std::int64_t mostBytes)
{
    m_asked = m_item.uploadUrl.empty() ? Asked::create
              : m_offsetKnown          ? Asked::piece
                                       : Asked::offset;
    m_askedBytes = 0;
    Request request;
    switch (m_asked) {
        case Asked::create:
            request = create(mostBytes);
            break;
        case Asked::offset:
            request.method = "HEAD";
            request.target = m_item.uploadUrl;
            break;
        case Asked::piece:
            request = piece(mostBytes);
            break;
    }
    request.headers[header::tusResumable] = "1.0.0";
    // At 1 KB/s, the least that is worth waiting for.
    request.deadline = std::chrono::seconds(60 + m_askedBytes / 1000);
    return request;
}

Reply<void> TusUpload::answered(const Reply<Answer>& answer)
{
    const auto done = answer ? taken(*answer) : Reply<void>(tl::unexpected(answer.error()));
    return done ? done : trouble(done.error());
}

Request TusUpload::create(std::int64_t mostBytes)
{
    Request request;
    request.method = "POST";
    request.target = protocol::path::uploads;
    request.headers[header::uploadLength] = std::to_string(m_item.bytes);
    request.headers[header::uploadMetadata] =
        protocol::uploadMetadata({{"sha256", m_item.sha256.value}, {"kind", wordOf(m_item.kind)}});
    if (m_offset == 0 && m_offsetKnown && !m_checked) {
        m_askedBytes = std::min(m_item.bytes, mostBytes);
        request.headers[header::contentType] = protocol::media::offset;
        request.file = FilePart{m_path, 0, m_askedBytes};
    }
    return request;
}

Request TusUpload::piece(std::int64_t mostBytes)
{
    Request request;
    request.method = "PATCH";
    request.target = m_item.uploadUrl;
    request.headers[header::uploadOffset] = std::to_string(m_offset);
    request.headers[header::contentType] = protocol::media::offset;
    m_askedBytes = std::min(m_item.bytes - m_offset, m_checked ? PieceSize::smallest : mostBytes);
    request.file = FilePart{m_path, m_offset, m_askedBytes};
    if (m_checked)
        request.headers[header::uploadChecksum] = protocol::uploadChecksum(hashOf(*request.file));
    return request;
}

Reply<void> TusUpload::taken(const Answer& answer)
{
    if (m_asked == Asked::create) {
        m_item.uploadUrl = pathOf(answer.header(header::location));
        if (m_item.uploadUrl.empty())
            return tl::unexpected(unreadable({"upload.location", {}, {}}));
    }
    const std::int64_t before = m_offset;
    goOn(answer);
    if (m_received) return {};
    const bool anew = m_item.uploadUrl.empty();
    if (anew || !m_offsetKnown || (m_asked == Asked::piece && m_offset <= before)) m_troubles += 1;
    if (m_offset > m_most) m_troubles = 0;  // a long photo over a bad link has many
    m_most = std::max(m_most, m_offset);
    return {};
}

/// From where the hub says it stands.
void TusUpload::goOn(const Answer& answer)
{
    const auto offset = protocol::wholeFrom(answer.header(header::uploadOffset));
    m_offsetKnown = offset && *offset <= m_item.bytes;
    if (m_offsetKnown) m_offset = *offset;
    m_received = answer.header(header::received) == m_item.sha256.value;
    if (!m_received && m_offset == m_item.bytes) startAnew();  // all of it, but of something else
    if (!complete()) {
        SQLite::Transaction transaction(m_round.db);
        store::Media(m_round.db).putProgress(m_item.sha256, m_item.uploadUrl, m_offset);
        transaction.commit();
    }
}

Reply<void> TusUpload::trouble(const Failure& failure)
{
    if (failure.endsRound()) return tl::unexpected(failure);
    m_troubles += 1;
    m_offsetKnown = false;
    const std::string& code = failure.error.code;
    const bool wholeIsWrong = code == protocol::code::uploadHash;
    const bool gone = failure.status == 404 || failure.status == 410;
    if (wholeIsWrong || gone) startAnew();
    m_checked = m_checked || wholeIsWrong;
    const bool changedOnTheWay = code == protocol::code::uploadChecksum ||
                                 code == protocol::code::digest || code.starts_with("http.");
    if (wholeIsWrong || gone || changedOnTheWay || failure.status == 409) return {};
    m_troubles = troublesMax + 1;
    return tl::unexpected(failure);
}

void TusUpload::startAnew()
{
    m_item.uploadUrl.clear();
    m_offset = 0;
    m_offsetKnown = true;
}

}  // namespace client
