#include "sync/client/push.h"

#include "core/store/outbox.h"
#include "sync/protocol/codec.h"

namespace client {

namespace {
using Entries = std::vector<store::OutboxEntry>;

/// The longest beginning that is one installation's records without a gap and within a batch's
/// limits.
Entries batchOf(Entries entries)
{
    std::size_t count = 0;
    std::size_t plainBytes = 0;
    for (const store::OutboxEntry& entry : entries) {
        plainBytes += entry.line.size() + 1;
        const bool follows = count == 0 || (entry.incarnation == entries[count - 1].incarnation &&
                                            entry.deviceSeq == entries[count - 1].deviceSeq + 1);
        if (!follows || (count > 0 && plainBytes > protocol::limits::pushPlainBytes)) break;
        ++count;
    }
    entries.resize(count);
    return entries;
}

/// The batch's bytes; entries are taken off its end until they fit.
std::string pack(Entries& batch)
{
    while (true) {
        std::vector<std::string> lines;
        for (const store::OutboxEntry& entry : batch) lines.push_back(entry.line);
        std::string body = protocol::packLines(lines);
        if (body.size() <= protocol::limits::pushCompressedBytes || batch.size() <= 1) return body;
        batch.resize((batch.size() + 1) / 2);
    }
}

store::OutboxState stateOf(protocol::Outcome outcome)
{
    switch (outcome) {
        case protocol::Outcome::applied:
            return store::OutboxState::applied;
        case protocol::Outcome::duplicate:
            return store::OutboxState::duplicate;
        case protocol::Outcome::conflict:
            return store::OutboxState::conflict;
        case protocol::Outcome::quarantined:
            return store::OutboxState::quarantined;
    }
    return store::OutboxState::sent;
}

/// True when the answer is about this very batch.
bool answers(const protocol::PushAnswer& answer, const Entries& batch)
{
    if (answer.results.size() != batch.size()) return false;
    for (std::size_t i = 0; i < batch.size(); ++i)
        if (answer.results[i].id != batch[i].record) return false;
    return true;
}

void settle(Round& round, const protocol::PushAnswer& answer)
{
    SQLite::Transaction transaction(round.db);
    store::Outbox outbox(round.db);
    for (const protocol::PushResult& result : answer.results)
        outbox.settle({result.id, stateOf(result.outcome), result.seq, result.code, result.message,
                       result.other},
                      round.clock.wallMs());
    transaction.commit();
    round.result.changed = true;
}

void markSent(Round& round, const Entries& batch)
{
    std::vector<domain::RecordId> ids;
    for (const store::OutboxEntry& entry : batch) ids.push_back(entry.record);
    SQLite::Transaction transaction(round.db);
    store::Outbox(round.db).markSent(ids, round.clock.wallMs());
    transaction.commit();
}

Reply<protocol::PushAnswer> offer(Round& round, Entries& batch)
{
    Request request;
    request.method = "POST";
    request.target = protocol::path::push;
    request.headers[protocol::header::contentType] = protocol::media::lines;
    request.body = pack(batch);
    markSent(round, batch);
    const auto reply = round.link.ask(std::move(request), protocol::media::json);
    if (!reply) return tl::unexpected(reply.error());
    auto answer = protocol::pushAnswerFromBytes(reply->body);
    if (!answer) return tl::unexpected(unreadable(answer.error()));
    if (!answers(*answer, batch)) return tl::unexpected(unreadable({"push.other_batch", {}, {}}));
    return std::move(*answer);
}
}  // namespace

Reply<void> push(Round& round)
{
    store::Outbox outbox(round.db);
    std::optional<std::int64_t> expected;
    while (true) {
        if (round.stopped()) return tl::unexpected(stoppedFailure());
        const std::size_t limit = round.pace.batch.records();
        Entries batch =
            batchOf(expected ? outbox.fromDeviceSeq(*expected, limit) : outbox.unsettled(limit));
        if (batch.empty()) return {};
        round.report(Activity::sendingRecords);
        const auto answer = offer(round, batch);
        if (answer) {
            settle(round, *answer);
            round.pace.batch.worked();
            expected.reset();
            continue;
        }
        round.pace.batch.failed();
        const Failure& failure = answer.error();
        const bool gap = failure.error.code == protocol::code::pushGap && failure.problem &&
                         failure.problem->expectedSeq;
        if (gap && !expected)
            expected = failure.problem->expectedSeq;  // once: a hub that sees a gap again would
                                                      // have us turn in circles
        else if (gap || failure.endsRound() || batch.size() == 1)
            return tl::unexpected(failure);
        // Refused as a whole: in smaller batches what is before the bad record gets through.
    }
}

}  // namespace client
