#include "sync/client/reference_parts.h"

#include <algorithm>

#include "core/domain/codec.h"
#include "core/store/identity.h"
#include "core/store/reference.h"
#include "sync/protocol/codec.h"

namespace client {

namespace {
constexpr std::size_t linesMax = 1'000'000;
constexpr std::size_t compressedMax = 16UL * 1024 * 1024;

/// The signed-in person's own line may say another role or scope than at enrolment.
void refreshOwnUser(SQLite::Database& db)
{
    store::Identity identity(db);
    auto enrolment = identity.enrolment();
    if (!enrolment) return;
    const auto now = store::Reference(db).person(enrolment->user.id);
    if (!now || *now == enrolment->user) return;
    enrolment->user = *now;
    identity.putEnrolment(*enrolment);
}

Reply<void> readPart(Round& round, const std::string& part)
{
    store::Reference reference(round.db);
    Request request;
    request.target = protocol::path::reference + part;
    request.headers[protocol::header::ifNoneMatch] = reference.etag(part);
    request.answerLimitBytes = compressedMax;
    request.deadline = std::chrono::minutes(10);
    const auto reply = round.link.ask(std::move(request), protocol::media::lines);
    if (!reply) return tl::unexpected(reply.error());
    if (reply->status == 304) return {};
    const auto lines =
        protocol::unpackLines(reply->body, protocol::limits::referencePlainBytes, linesMax);
    if (!lines) return tl::unexpected(unreadable(lines.error()));
    SQLite::Transaction transaction(round.db);
    const auto replaced = reference.replace(part, reply->header(protocol::header::etag), *lines,
                                            round.clock.wallMs());
    if (!replaced) return tl::unexpected(unreadable(replaced.error()));
    if (part == "people") refreshOwnUser(round.db);
    transaction.commit();
    round.result.changed = true;
    return {};
}
}  // namespace

Reply<void> readReference(Round& round, const std::map<std::string, std::string>& etags)
{
    for (const char* part : protocol::referenceParts) {
        const auto etag = etags.find(part);
        if (etag == etags.end() || etag->second == store::Reference(round.db).etag(part)) continue;
        if (round.stopped()) return tl::unexpected(stoppedFailure());
        round.report(Activity::readingReference);
        const auto read = readPart(round, part);
        if (!read && read.error().endsRound()) return tl::unexpected(read.error());
        if (!read) round.note(read.error());
    }
    return {};
}

}  // namespace client
