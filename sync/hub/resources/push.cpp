#include "sync/hub/resources/push.h"

#include <fmt/format.h>
#include <spdlog/spdlog.h>

#include "core/crypto/sign.h"
#include "core/domain/limits.h"
#include "sync/hub/resources/incoming.h"
#include "sync/hub/resources/take.h"
#include "sync/hub/resources/wire.h"
#include "sync/hub/store/devices.h"
#include "sync/protocol/codec.h"
#include "sync/protocol/fields.h"

namespace hub {

namespace {
using Batch = std::vector<Incoming>;

Outcome<std::vector<std::string>> linesOf(const Request& request)
{
    if (auto type = checkType(request, protocol::media::lines); !type)
        return tl::unexpected(type.error());
    if (auto digest = checkDigest(request); !digest) return tl::unexpected(digest.error());
    auto lines = protocol::unpackLines(request.body, protocol::limits::pushPlainBytes,
                                       protocol::limits::pushRecords);
    if (!lines) return refuse(400, lines.error());
    return std::move(*lines);
}

Outcome<Batch> readBatch(Services& services, const Caller& caller,
                         std::span<const std::string> lines, Sheets& sheets)
{
    Batch batch;
    const auto reader = services.readers.take();
    for (std::size_t i = 0; i < lines.size(); ++i) {
        auto incoming = readIncoming(lines[i], caller, *reader, sheets);
        if (!incoming) {
            base::Error error = incoming.error();
            error.where = fmt::format("line {} {}", i + 1, error.where);
            return refuse(error.code == protocol::code::pushDevice ? 403 : 400, std::move(error));
        }
        incoming->entry.receivedMs = services.clock.wallMs();
        batch.push_back(std::move(*incoming));
    }
    return batch;
}

protocol::PushResult resultOf(const domain::RecordId& id, const Refusal& refusal)
{
    protocol::PushResult result;
    result.id = id;
    result.outcome = refusal.outcome;
    result.code = refusal.error.code;
    result.message = refusal.error.message;
    result.other = refusal.other;
    return result;
}

/// Nothing when the record's number is the next one.
std::optional<protocol::Problem> orderProblem(const domain::Record& record, std::int64_t last)
{
    if (record.deviceSeq == last + 1) return std::nullopt;
    if (record.deviceSeq <= last)
        return refuse(409, "push.cloned",
                      "这个序号已被另一条记录用过：平板可能是从备份恢复或复制的",
                      fmt::format("deviceSeq {}", record.deviceSeq))
            .value();
    protocol::Problem problem;
    problem.status = 409;
    problem.error = {protocol::code::pushGap, "前面的记录还没有送达，请从缺的一条传起",
                     fmt::format("deviceSeq {}", record.deviceSeq)};
    problem.expectedSeq = last + 1;
    return problem;
}

Outcome<protocol::PushResult> take(Connection& connection, Services& services, const Caller& caller,
                                   Incoming& incoming, Sheets& sheets)
{
    const domain::Record& record = incoming.entry.record;
    const std::int64_t last = lastDeviceSeq(connection, record.device, record.incarnation);
    if (auto known = findOutcome(connection, record.id)) {
        // A tablet that was restored gives what it does not know to be here a new number.
        if (record.deviceSeq == last + 1)
            setLastDeviceSeq(connection, record.device, record.incarnation, record.deviceSeq);
        return *known;
    }
    if (auto problem = orderProblem(record, last)) return tl::unexpected(std::move(*problem));
    setLastDeviceSeq(connection, record.device, record.incarnation, record.deviceSeq);
    if (auto refusal = judge(connection, caller, incoming)) {
        setAside(connection, incoming.entry, *refusal, aboutOf(incoming));
        return resultOf(record.id, *refusal);
    }
    protocol::PushResult result;
    result.id = record.id;
    const std::int64_t nowMs = incoming.entry.receivedMs;
    result.seq = apply(connection, incoming, services.ids, nowMs);
    reconsider(connection, aboutOf(incoming), sheets, services.ids, nowMs);
    return result;
}

/// How far the asking tablet's clock is off, where it says what it shows.
std::optional<std::int64_t> clockOffMs(const Call& call)
{
    const auto shown = protocol::wholeFrom(call.request.header(protocol::header::timeMs));
    return shown ? std::optional(*shown - call.services.clock.wallMs()) : std::nullopt;
}

Outcome<protocol::PushAnswer> takeAll(Services& services, const Caller& caller,
                                      std::span<const std::string> lines, Sheets& sheets,
                                      std::optional<std::int64_t> offMs = {})
{
    Outcome<Batch> batch = readBatch(services, caller, lines, sheets);
    if (!batch) return tl::unexpected(std::move(batch.error()));
    Outcome<protocol::PushAnswer> answer =
        services.committer.run([&](Connection& connection) -> Outcome<protocol::PushAnswer> {
            protocol::PushAnswer results;
            if (offMs) noteClock(connection, caller.device, *offMs, services.clock.wallMs());
            for (Incoming& incoming : *batch) {
                auto result = take(connection, services, caller, incoming, sheets);
                if (!result) return tl::unexpected(std::move(result.error()));
                results.results.push_back(std::move(*result));
            }
            return results;
        });
    if (!answer) return answer;
    for (const protocol::PushResult& result : answer->results)
        if (result.outcome != protocol::Outcome::applied)
            spdlog::info("push device={} record={} code={}", caller.device.value, result.id.value,
                         result.code.empty() ? "duplicate" : result.code);
    return answer;
}

Answer push(Call& call, Sheets& sheets)
{
    const auto lines = linesOf(call.request);
    if (!lines) return tl::unexpected(lines.error());
    auto answer = takeAll(call.services, *call.caller, *lines, sheets, clockOffMs(call));
    if (!answer) return tl::unexpected(std::move(answer.error()));
    return jsonResponse(protocol::toBytes(*answer));
}

Answer handover(Call& call, Sheets& sheets)
{
    auto lines = linesOf(call.request);
    if (!lines) return tl::unexpected(lines.error());
    const protocol::RescueBatch batch{{call.request.header(protocol::header::device)},
                                      call.request.header(protocol::header::signature),
                                      std::move(*lines)};
    auto answer = takeHandover(call.services, batch, sheets);
    if (!answer) return tl::unexpected(std::move(answer.error()));
    return jsonResponse(protocol::toBytes(*answer));
}
}  // namespace

Outcome<protocol::PushAnswer> takeHandover(Services& services, const protocol::RescueBatch& batch,
                                           Sheets& sheets)
{
    std::optional<Caller> caller;
    std::optional<Device> device;
    {
        const auto reader = services.readers.take();
        device = findDevice(*reader, batch.device);
        if (device) caller = callerOf(*reader, *device);
    }
    if (!caller || !crypto::verify(protocol::handoverMessage(batch.device, batch.lines),
                                   batch.signature, device->publicKey))
        return refuse(403, protocol::code::handover,
                      "这些记录不是那台平板签的，没有收下；请用它重新导出", "signature");
    return takeAll(services, *caller, batch.lines, sheets);
}

std::vector<Route> pushRoutes()
{
    auto sheets = std::make_shared<Sheets>();
    Route route;
    route.method = "POST";
    route.pattern = protocol::path::push;
    route.access = Access::revokedToo;
    route.bodyBytes = domain::limits::recordBytes + protocol::limits::pushCompressedBytes;
    route.run = [sheets](Call& call) { return push(call, *sheets); };
    Route other = route;
    other.pattern = protocol::path::handover;
    other.access = Access::device;
    other.run = [sheets](Call& call) { return handover(call, *sheets); };
    return {route, other};
}

}  // namespace hub
