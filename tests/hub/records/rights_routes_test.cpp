#include <catch2/catch.hpp>
#include <fstream>
#include <regex>
#include <set>

#include "core/domain/codec.h"
#include "sync/hub/assemble.h"
#include "sync/hub/media/files.h"
#include "sync/protocol/codec.h"
#include "sync/protocol/publication.h"
#include "tests/hub/records/everybody.h"

// Every role against every route, with another town's ids too.
using namespace hubtest;

TEST_CASE("Every route but enrolment, probes and what tus wants to know refuses who has no token")
{
    County county;
    county.close();
    hub::Metrics metrics;
    const auto hub = hub::assemble(county.folder.path, county.clock, county.random, &metrics);
    REQUIRE(hub);
    const std::set<std::string> open{"POST /v1/enrol", "POST /v1/sign-in", "GET /healthz",
                                     "GET /metrics", "OPTIONS /v1/uploads",
                                     // an upload's address is known to who began it alone
                                     "HEAD /v1/uploads/{id}", "PATCH /v1/uploads/{id}",
                                     "DELETE /v1/uploads/{id}", "POST /v1/uploads/{id}"};
    int closed = 0;
    for (const hub::Route& route : (*hub)->routes()) {
        const std::string name = route.method + " " + route.pattern;
        INFO(name);
        CHECK((route.access == hub::Access::anybody) == (open.count(name) > 0));
        if (route.access == hub::Access::anybody) continue;
        ++closed;
        hub::Request request;
        request.method = route.method;
        request.path = std::regex_replace(route.pattern, std::regex("\\{[a-z0-9]+\\}"), "regions");
        request.headers = {{protocol::header::protocol, "1"},
                           {protocol::header::nonce, std::string(32, 'a')}};
        request.remote = "192.0.2.1";
        CHECK(hub::answer(**hub, request).status == 401);
        request.headers[protocol::header::authorization] = "Bearer " + std::string(43, 'x');
        CHECK(hub::answer(**hub, request).status == 401);
    }
    CHECK(closed > 12);
}

TEST_CASE("Every route gives each role its part")
{
    Everybody all;
    Tablet& author = all.at("inspectorHere");
    const domain::Inspection draft = all.county.inspection(author, village11);
    REQUIRE(all.county
                .send(author, "PUT", "/v1/drafts/" + draft.id.value, protocol::media::lines,
                      protocol::packLines(std::vector{domain::canonicalJson(draft)}))
                .status == 204);
    const std::set<std::string> ranks{"supervisorHere", "adjusterHere", "supervisorElsewhere",
                                      "chiefOfAll"};
    for (const auto& [id, tablet] : all.who) {
        INFO(id);
        CHECK(all.county.get(tablet, "/v1/feed").status == 200);
        for (const char* part : {"regions", "checklists", "campaigns", "assignments", "people"})
            CHECK(all.county.get(tablet, protocol::path::reference + std::string(part)).status ==
                  200);
        CHECK(all.county.get(tablet, "/v1/reference/rankings").status ==
              (ranks.count(id) > 0 ? 200 : 403));
        CHECK(all.county.get(tablet, "/v1/drafts/" + draft.id.value).status ==
              (id == "inspectorHere" ? 200 : 404));
        const std::string published = protocol::publicationsPath(all.county.campaign.id);
        const bool isChief = id == "chiefOfAll";
        CHECK(all.county.get(tablet, published).status == (isChief ? 200 : 403));
        CHECK(all.county.get(tablet, published + "/1").status == (isChief ? 404 : 403));
        CHECK(all.county
                  .send(tablet, "PUT", published + "/2", protocol::media::json,
                        protocol::publishRequestBytes(""))
                  .status == (isChief ? 409 : 403));
    }
}

TEST_CASE("A photo's bytes go to those who see its inspection and to nobody of another town")
{
    Everybody all;
    Work work(all);
    const domain::Inspection made = work.submitted();
    const domain::Sha256 photo = made.photos[0].sha256;
    std::ofstream(hub::media::Files(all.county.folder.path / "media").whole(photo))
        << "photo of " << made.id.value;
    all.county.close();
    const auto hub = hub::assemble(all.county.folder.path, all.county.clock, all.county.random);
    REQUIRE(hub);
    const std::set<std::string> see{"inspectorHere", "supervisorHere", "adjusterHere",
                                    "chiefOfAll"};
    const auto ask = [&](const Tablet& tablet, const char* method, const std::string& path,
                         const std::string& body = {}) {
        hub::Request request;
        request.method = method;
        request.path = path;
        request.headers = {{protocol::header::protocol, "1"},
                           {protocol::header::nonce, std::string(32, 'a')},
                           {protocol::header::authorization, "Bearer " + tablet.token},
                           {protocol::header::contentType, protocol::media::json}};
        request.remote = "192.0.2.1";
        request.body = body;
        request.contentLength = body.size();
        return hub::answer(**hub, request).status;
    };
    for (const auto& [id, tablet] : all.who) {
        INFO(id);
        const int wanted = see.count(id) > 0 ? 200 : 404;
        CHECK(ask(tablet, "GET", "/v1/blobs/" + photo.value) == wanted);
        CHECK(ask(tablet, "HEAD", "/v1/blobs/" + photo.value) == wanted);
        CHECK(ask(tablet, "POST", protocol::path::have,
                  protocol::toBytes(protocol::HaveRequest{{photo}})) == 200);
    }
}
