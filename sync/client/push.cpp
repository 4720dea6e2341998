#include "sync/client/push.h"

#include "core/store/identity.h"
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

/// This tablet was put back from a backup or copied, and its numbers are taken: what is not on the
/// hub for sure goes on under a new incarnation. What the hub has all the same is a duplicate by
/// its id.
void takeNewNumbers(Round& round)
{
    SQLite::Transaction transaction(round.db);
    store::Identity identity(round.db);
    store::DeviceKeys keys = identity.keys().value();
    keys.incarnation = newNonce(round.random);
    identity.putKeys(keys, identity.fileId());
    store::Outbox outbox(round.db);
    for (const domain::RecordId& record : outbox.unsettledRecords())
        outbox.renumber(record, keys.incarnation, identity.nextDeviceSeq());
    transaction.commit();
}

/// Settles a record that the hub refuses before it judges it. Its number is not used up there, so
/// what comes after it goes on under a new incarnation.
void setAside(Round& round, const store::OutboxEntry& entry, const base::Error& error)
{
    SQLite::Transaction transaction(round.db);
    store::Outbox(round.db).settle(
        {entry.record, store::OutboxState::quarantined, 0, error.code, error.message, {}},
        round.clock.wallMs());
    transaction.commit();
    takeNewNumbers(round);
    round.result.changed = true;
}

/// What a refused batch means for the next one.
class Course {
public:
    /// False when the stage has to end with this failure.
    bool goesOn(Round& round, const Failure& failure, const Entries& batch)
    {
        if (failure.endsRound()) return false;
        const bool gap = failure.error.code == protocol::code::pushGap && failure.problem &&
                         failure.problem->expectedSeq;
        if (gap && !m_filling) {
            m_from = failure.problem->expectedSeq;
            m_filling = true;
            return true;
        }
        // Seen again, a gap is one that cannot be filled from here.
        if ((gap || failure.error.code == protocol::code::pushCloned) && !m_renumbered) {
            takeNewNumbers(round);
            m_renumbered = true;
            m_from.reset();
            return true;
        }
        // Refused as a whole: in smaller batches what is before the bad record gets through.
        if (gap || batch.size() > 1) return !gap;
        if (!failure.refusesContent()) return false;
        setAside(round, batch.front(), failure.error);
        worked();
        return true;
    }
    void worked()
    {
        m_from.reset();
        m_filling = false;
    }
    Entries next(const store::Outbox& outbox, std::size_t limit) const
    {
        Entries entries = m_from ? outbox.fromDeviceSeq(*m_from, limit) : outbox.unsettled(limit);
        if (entries.empty() && m_from) entries = outbox.unsettled(limit);
        return batchOf(std::move(entries));
    }

private:
    std::optional<std::int64_t> m_from;  ///< the hub wants everything from this number
    bool m_filling = false;
    bool m_renumbered = false;
};
}  // namespace

Reply<void> push(Round& round)
{
    store::Outbox outbox(round.db);
    Course course;
    while (true) {
        if (round.stopped()) return tl::unexpected(stoppedFailure());
        Entries batch = course.next(outbox, round.pace.batch.records());
        if (batch.empty()) return {};
        round.report(Activity::sendingRecords);
        const auto answer = offer(round, batch);
        if (answer) {
            settle(round, *answer);
            round.pace.batch.worked();
            course.worked();
            continue;
        }
        round.pace.batch.failed();
        if (!course.goesOn(round, answer.error(), batch)) return tl::unexpected(answer.error());
    }
}

}  // namespace client
