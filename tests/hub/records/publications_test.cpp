#include <catch2/catch.hpp>

#include "core/domain/codec.h"
#include "core/report/package.h"
#include "sync/hub/store/audit.h"
#include "sync/protocol/codec.h"
#include "sync/protocol/publication.h"
#include "tests/hub/records/county.h"

// The chief publishes the ranking from the tablet.
using namespace hubtest;

namespace {
/// One approved inspection of 上村, and the chief.
struct Ranked {
    County county;
    Tablet zhang = county.tabletOf("zhang");
    Tablet wang = county.tabletOf("wang");
    Tablet chief = county.tabletOf("chief");
    domain::Inspection made = county.inspection(zhang, village11);

    Ranked() { approve(made); }
    void approve(const domain::Inspection& inspection)
    {
        county.pushOne(zhang, county.submitted(zhang, inspection));
        REQUIRE(
            textOf(
                county.pushOne(wang, county.reviewed(wang, inspection, domain::Decision::approve))
                    .outcome) == "applied");
    }
    std::string path(int number) const
    {
        return protocol::publicationsPath(county.campaign.id) + "/" + std::to_string(number);
    }
    hub::Response publish(const Tablet& by, int number, const std::string& reason)
    {
        return county.send(by, "PUT", path(number), protocol::media::json,
                           protocol::publishRequestBytes(reason));
    }
    std::vector<protocol::Publication> list()
    {
        const hub::Response response =
            county.get(chief, protocol::publicationsPath(county.campaign.id));
        REQUIRE(response.status == 200);
        return protocol::publicationsFromBytes(response.body).value();
    }
};
}  // namespace

TEST_CASE("The chief publishes the ranking, and the package that comes back verifies")
{
    Ranked r;
    CHECK(r.list().empty());
    const hub::Response made = r.publish(r.chief, 1, "");
    REQUIRE(made.status == 200);
    const auto publication = protocol::publicationFromBytes(made.body).value();
    CHECK(r.list() == std::vector{publication});
    const hub::Response body = r.county.get(r.chief, r.path(1));
    REQUIRE(body.status == 200);
    const auto lines = protocol::unpackLines(body.body, protocol::limits::packagePlainBytes,
                                             protocol::limits::packageLines);
    REQUIRE(lines);
    std::string package;
    for (const std::string& line : *lines) package += line + "\n";
    const auto verified = report::verifyPackage(package);
    REQUIRE(verified);
    CHECK(verified->sha256 == publication.sha256);
    std::string who;
    hub::readAudit(*r.county.hub().services().readers.take(), 0, [&](const hub::AuditLine& line) {
        if (line.action == "ranking.freeze") who = line.who;
    });
    CHECK(who == "chief");
}

TEST_CASE("A publication whose answer was lost is asked again and is still one")
{
    Ranked r;
    const hub::Response first = r.publish(r.chief, 1, "");
    const hub::Response again = r.publish(r.chief, 1, "");
    CHECK(again.status == 200);
    CHECK(again.body == first.body);
    CHECK(r.list().size() == 1);
}

TEST_CASE("A later publication is a correction with its reason, and none is made over another's")
{
    Ranked r;
    REQUIRE(r.publish(r.chief, 1, "").status == 200);
    CHECK(problemOf(r.publish(r.chief, 2, "改错了")).error.code == "package.unchanged");
    r.approve(r.county.inspection(r.zhang, village12));
    CHECK(problemOf(r.publish(r.chief, 2, "")).error.code == "publish.reason");
    CHECK(problemOf(r.publish(r.chief, 1, "下村补查")).error.code == "publish.number");
    CHECK(problemOf(r.publish(r.chief, 3, "下村补查")).error.code == "publish.number");
    CHECK(problemOf(r.publish(r.chief, 0, "下村补查")).error.code == "publish.number");
    REQUIRE(r.publish(r.chief, 2, "下村补查").status == 200);
    const auto all = r.list();
    REQUIRE(all.size() == 2);
    CHECK(all[1].replaces == all[0].sha256);
    CHECK(all[1].reason == "下村补查");
    CHECK(r.county.get(r.chief, r.path(3)).status == 404);
}

TEST_CASE("Nobody but the chief publishes or reads what was published")
{
    Ranked r;
    for (const Tablet* tablet : {&r.zhang, &r.wang}) {
        CHECK(r.publish(*tablet, 1, "").status == 403);
        CHECK(r.county.get(*tablet, protocol::publicationsPath(r.county.campaign.id)).status ==
              403);
        CHECK(r.county.get(*tablet, r.path(1)).status == 403);
    }
    CHECK(r.list().empty());
    CHECK(r.county.get(r.chief, protocol::publicationsPath({"none"})).status == 404);
}
