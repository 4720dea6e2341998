#include "sync/hub/resources/feed.h"

#include <algorithm>

#include "sync/hub/resources/reference.h"
#include "sync/hub/resources/wire.h"
#include "sync/hub/store/meta.h"
#include "sync/hub/store/scope.h"
#include "sync/protocol/codec.h"
#include "sync/protocol/fields.h"

namespace hub {

namespace {
struct Cursor {
    std::string epoch;
    std::string scope;
    std::int64_t after = 0;
    std::size_t limit = protocol::limits::feedRecords;
};

Outcome<Cursor> readCursor(const Call& call)
{
    Cursor cursor{call.query("epoch"), call.query("scope")};
    if (const std::string& after = call.query("after"); !after.empty()) {
        const auto value = protocol::wholeFrom(after);
        if (!value) return refuse(400, protocol::code::malformed, "after 应为整数", "after");
        cursor.after = *value;
    }
    if (const std::string& limit = call.query("limit"); !limit.empty()) {
        const auto value = protocol::wholeFrom(limit);
        if (!value || *value < 1)
            return refuse(400, protocol::code::malformed, "limit 应为正整数", "limit");
        cursor.limit = std::min(cursor.limit, static_cast<std::size_t>(*value));
    }
    return cursor;
}

tl::unexpected<protocol::Problem> otherEpoch(const Meta& meta)
{
    protocol::Problem problem;
    problem.status = 409;
    problem.error = {
        protocol::code::feedEpoch, "服务器换过数据库（从备份恢复），平板会重新核对并补传", {}};
    problem.epoch = meta.epoch;
    problem.lastSeq = meta.lastSeq;
    return tl::unexpected(std::move(problem));
}

Answer feed(Call& call)
{
    const auto cursor = readCursor(call);
    if (!cursor) return tl::unexpected(cursor.error());
    call.services.committer.settle();  // photos acknowledged before this was asked are in it
    const auto reader = call.services.readers.take();
    const Meta meta = readMeta(*reader);
    // A cursor beyond the log is from a life of the database that is gone, whatever it calls
    // itself.
    if ((!cursor->epoch.empty() && cursor->epoch != meta.epoch) || cursor->after > meta.lastSeq)
        return otherEpoch(meta);
    const Scope scope = scopeOf(*reader, *call.caller);
    protocol::FeedHead head;
    head.scope = scope.hash();
    if (!cursor->scope.empty() && cursor->scope != head.scope)
        return refuse(409, protocol::code::feedScope, "可查看的范围有变化，平板会重新读取");
    const LogPage page = readScope(*reader, scope, cursor->after, cursor->limit,
                                   protocol::limits::feedPlainBytes / 2);
    head.epoch = meta.epoch;
    head.nextAfter = page.nextAfter;
    head.more = page.more;
    head.lastSeq = meta.lastSeq;
    head.durableSeq = meta.durableSeq;
    head.reference = referenceTags(*reader, *call.caller);
    std::vector<std::string> lines{protocol::feedHeadLine(head)};
    for (const LogPage::Line& line : page.lines)
        lines.push_back(protocol::feedRecordLine(line.seq, line.receivedMs, line.bytes));
    return linesResponse(lines);
}
}  // namespace

std::vector<Route> feedRoutes()
{
    Route route;
    route.method = "GET";
    route.pattern = protocol::path::feed;
    route.run = feed;
    return {route};
}

}  // namespace hub
