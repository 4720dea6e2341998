#include <catch2/catch.hpp>

#include "core/crypto/hash.h"
#include "core/domain/codec.h"
#include "core/domain/limits.h"
#include "sync/protocol/codec.h"
#include "sync/protocol/fields.h"
#include "tests/hub/records/county.h"

using namespace hubtest;

namespace {
/// A draft of 张三's, put and thrown away at times of the tablet's clock.
struct Drafting {
    County county;
    Tablet zhang = county.tabletOf("zhang");
    domain::Inspection draft = county.inspection(zhang, village11);
    std::string path = protocol::path::drafts + draft.id.value;

    int put(const std::string& remark, std::int64_t changedMs)
    {
        draft.remark = remark;
        return ask("PUT", protocol::packLines(std::vector{domain::canonicalJson(draft)}),
                   changedMs);
    }
    int drop(std::int64_t droppedMs) { return ask("DELETE", {}, droppedMs); }
    /// The remark of the one that is kept.
    std::optional<std::string> kept()
    {
        const hub::Response found = county.get(zhang, path);
        if (found.status == 404) return {};
        return domain::inspectionFromJson(
                   protocol::unpackLines(found.body, domain::limits::recordBytes, 1)->at(0))
            ->remark;
    }
    /// How many a new tablet would get.
    std::size_t listed()
    {
        return protocol::unpackLines(county.get(zhang, "/v1/drafts").body, 1 << 20, 10)->size();
    }
    int ask(const std::string& method, const std::string& body, std::int64_t atMs)
    {
        hub::Request request;
        request.method = method;
        request.path = path;
        request.headers[protocol::header::authorization] = "Bearer " + zhang.token;
        request.headers[protocol::header::contentType] = protocol::media::lines;
        request.headers[protocol::header::draftChanged] = std::to_string(atMs);
        request.body = body;
        request.headers[protocol::header::contentDigest] =
            protocol::contentDigest({crypto::sha256(body)});
        return county.ask(request).status;
    }
};
}  // namespace

TEST_CASE("A late snapshot of a draft does not replace the newer one that overtook it")
{
    Drafting at;
    CHECK(at.put("新", 2000) == 204);
    CHECK(at.listed() == 1);
    CHECK(at.put("旧", 1000) == 409);
    CHECK(at.kept() == "新");
    CHECK(at.put("新", 2000) == 204);
    CHECK(at.put("更新", 3000) == 204);
    CHECK(at.kept() == "更新");
    SECTION("unless the tablet's clock was set back: then the hub's time tells late from new")
    {
        at.county.clock.nowMs += 11 * 60 * 1000;
        CHECK(at.put("时钟拨回", 500) == 204);
        CHECK(at.kept() == "时钟拨回");
    }
}

TEST_CASE("A late snapshot does not bring back a draft that was thrown away since")
{
    Drafting at;
    const bool hadCome = GENERATE(true, false);
    if (hadCome) CHECK(at.put("旧", 1000) == 204);
    CHECK(at.drop(3000) == (hadCome ? 204 : 404));
    CHECK(at.put("晚到", 2000) == 409);
    CHECK_FALSE(at.kept());
    CHECK(at.listed() == 0);
    CHECK(at.drop(3000) == 404);
    SECTION("but a correction that is begun again under its id does, and no late word drops that")
    {
        CHECK(at.put("重新开始", 4000) == 204);
        CHECK(at.drop(3000) == 409);
        CHECK(at.kept() == "重新开始");
    }
    SECTION("nor after ten minutes, when whose clock was set back may begin it")
    {
        at.county.clock.nowMs += 11 * 60 * 1000;
        CHECK(at.put("时钟拨回", 500) == 204);
        CHECK(at.kept() == "时钟拨回");
    }
    SECTION("and nothing of it is kept when somebody throws another away later")
    {
        at.county.clock.nowMs += 11 * 60 * 1000;
        at.path = protocol::path::drafts + at.county.inspection(at.zhang, village12).id.value;
        CHECK(at.drop(4000) == 404);
        const auto reader = at.county.hub().services().readers.take();
        CHECK(reader->db().execAndGet("SELECT count(*) FROM draft").getInt() == 1);
    }
}

TEST_CASE("A draft is its inspector's alone and goes when the inspection is submitted")
{
    County county;
    Tablet zhang = county.tabletOf("zhang");
    Tablet li = county.tabletOf("li");
    Tablet chief = county.tabletOf("chief");
    domain::Inspection draft = county.inspection(zhang, village11);
    draft.answers.clear();
    const std::string path = protocol::path::drafts + draft.id.value;
    const auto put = [&](const Tablet& tablet, const domain::Inspection& made) {
        return county
            .send(tablet, "PUT", path, protocol::media::lines,
                  protocol::packLines(std::vector{domain::canonicalJson(made)}))
            .status;
    };
    CHECK(county.send(li, "DELETE", path, "", "").status == 404);  // keeps nobody's draft away
    CHECK(put(zhang, draft) == 204);
    draft.remark = "改过";
    CHECK(put(zhang, draft) == 204);
    CHECK(put(li, draft) == 403);
    CHECK(put(li, [&] {
              domain::Inspection stolen = draft;
              stolen.inspector = li.user.id;
              return stolen;
          }()) == 204);  // takes nothing away: the id is another's
    CHECK(county.get(li, path).status == 404);
    CHECK(county.get(chief, path).status == 404);
    const auto lines =
        protocol::unpackLines(county.get(zhang, path).body, domain::limits::recordBytes, 1);
    REQUIRE(lines);
    CHECK(domain::inspectionFromJson(lines->at(0)) == draft);
    CHECK(protocol::unpackLines(county.get(zhang, "/v1/drafts").body, 1 << 20, 10)->size() == 1);

    SECTION("submitting drops it, and a late snapshot does not bring it back")
    {
        domain::Inspection whole = county.inspection(zhang, village11);
        whole.id = draft.id;
        county.pushOne(zhang, county.submitted(zhang, whole));
        CHECK(county.get(zhang, path).status == 404);
        CHECK(put(zhang, draft) == 204);
        CHECK(county.get(zhang, path).status == 404);
    }
    SECTION("its inspector may throw it away")
    {
        CHECK(county.send(li, "DELETE", path, "", "").status == 404);
        CHECK(county.send(zhang, "DELETE", path, "", "").status == 204);
        CHECK(county.get(zhang, path).status == 404);
    }
    SECTION("what is no draft is refused")
    {
        CHECK(county.send(zhang, "PUT", path, protocol::media::lines, "nonsense").status == 400);
        CHECK(county.send(zhang, "PUT", path, protocol::media::json, "{}").status == 415);
        CHECK(county
                  .send(zhang, "PUT", "/v1/drafts/other", protocol::media::lines,
                        protocol::packLines(std::vector{domain::canonicalJson(draft)}))
                  .status == 400);
        CHECK(county.send(zhang, "PATCH", path, protocol::media::lines, "").status == 405);
    }
}
