#include "sync/hub/resources/drafts.h"

#include "core/domain/codec.h"
#include "core/domain/limits.h"
#include "sync/hub/resources/wire.h"
#include "sync/hub/store/drafts.h"
#include "sync/protocol/codec.h"
#include "sync/protocol/fields.h"

namespace hub {

namespace {
domain::InspectionId idOf(Call& call)
{
    return {call.path["id"]};
}

Response noContent()
{
    Response response;
    response.status = 204;
    return response;
}

tl::unexpected<protocol::Problem> notFound(const domain::InspectionId& id)
{
    return refuse(404, protocol::code::notFound, "服务器没有这份草稿", id.value);
}

tl::unexpected<protocol::Problem> late(const domain::InspectionId& id)
{
    return refuse(409, protocol::code::draftOlder, "服务器已有这份草稿的更新版本", id.value);
}

DraftOf draftOf(const Call& call)
{
    const auto changedMs = protocol::wholeFrom(call.request.header(protocol::header::draftChanged));
    return {call.caller->device, changedMs.value_or(0), call.services.clock.wallMs()};
}

Outcome<domain::Inspection> readDraft(Call& call)
{
    if (auto type = checkType(call.request, protocol::media::lines); !type)
        return tl::unexpected(type.error());
    if (auto digest = checkDigest(call.request); !digest) return tl::unexpected(digest.error());
    const auto lines = protocol::unpackLines(call.request.body, domain::limits::recordBytes, 1);
    if (!lines) return refuse(400, lines.error());
    if (lines->size() != 1) return refuse(400, protocol::code::malformed, "应当正好一行", "body");
    auto draft = domain::inspectionFromJson(lines->front());
    if (!draft) return refuse(400, draft.error());
    if (draft->id != idOf(call))
        return refuse(400, protocol::code::malformed, "草稿编号与地址不一致", "id");
    if (!base::isUuid(draft->id.value))
        return refuse(400, protocol::code::malformed, "草稿编号不是有效的 UUID", "id");
    if (draft->inspector != call.caller->user.id)
        return refuse(403, protocol::code::forbidden, "只能保存自己的草稿", "inspector");
    return std::move(*draft);
}

Answer put(Call& call)
{
    const auto draft = readDraft(call);
    if (!draft) return tl::unexpected(draft.error());
    const std::string bytes = domain::canonicalJson(*draft);
    const DraftOf of = draftOf(call);
    return call.services.committer.run([&](Connection& connection) -> Answer {
        if (isLateDraft(connection, draft->id, of)) return late(draft->id);
        // A draft that comes after its inspection was submitted is old news, not an error.
        putDraft(connection, *draft, of, bytes);
        return noContent();
    });
}

Answer get(Call& call)
{
    const auto bytes = findDraft(*call.services.readers.take(), call.caller->user.id, idOf(call));
    if (!bytes) return notFound(idOf(call));
    return linesResponse(std::vector{*bytes});
}

Answer list(Call& call)
{
    return linesResponse(
        listDrafts(*call.services.readers.take(), call.caller->user.id, {call.query("after")}));
}

Answer remove(Call& call)
{
    const domain::InspectionId id = idOf(call);
    if (!base::isUuid(id.value)) return notFound(id);
    const DraftOf of = draftOf(call);
    bool there = false;  // told after the commit: a refusal would take back that it was thrown away
    Answer answer = call.services.committer.run([&](Connection& connection) -> Answer {
        if (isLateDraft(connection, id, of)) return late(id);
        there = dropDraft(connection, call.caller->user.id, id, of);
        return noContent();
    });
    if (answer && !there) return notFound(id);
    return answer;
}
}  // namespace

std::vector<Route> draftRoutes()
{
    const std::string one = std::string(protocol::path::drafts) + "{id}";
    const std::size_t limit = domain::limits::recordBytes;
    return {{"PUT", one, Access::device, limit, put},
            {"GET", one, Access::device, 0, get},
            {"GET", "/v1/drafts", Access::device, 0, list},
            {"DELETE", one, Access::device, 0, remove}};
}

}  // namespace hub
