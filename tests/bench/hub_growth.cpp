#include <unistd.h>

#include <array>
#include <memory>
#include <stdexcept>
#include <vector>

#include "core/crypto/hash.h"
#include "core/domain/codec.h"
#include "sync/hub/store/log.h"
#include "sync/hub/store/projections.h"
#include "sync/protocol/codec.h"
#include "sync/protocol/fields.h"
#include "tests/bench/hub_county.h"
#include "tests/bench/hub_more.h"

namespace benchhub {

namespace {
constexpr int few = 1'000;
constexpr int many = 1'000'000;
constexpr int aCommit = 10'000;
constexpr int rounds = 5;
constexpr int pushes = 100;
constexpr int pulls = 600;
constexpr int newOnes = 10;

/// Adds short inspections, folded like any, until so many records are in the log.
void fill(County& county, int& there, int wanted)
{
    const domain::Record pattern = county.inspection(county.tablets()[0]);
    domain::Inspection shortOne = *domain::inspectionFromJson(pattern.body);
    shortOne.answers.clear();
    shortOne.photos.clear();
    auto& services = county.hub().services();
    while (there < wanted)
        services.committer.run([&](hub::Connection& db) {
            for (int i = 0; i < aCommit && there < wanted; ++i, ++there) {
                hub::Entry entry;
                entry.record = pattern;
                entry.record.id.value = services.ids.next();
                shortOne.id.value = services.ids.next();
                entry.record.body = domain::canonicalJson(shortOne);
                entry.bytes = domain::canonical(entry.record);
                entry.sha256 = crypto::sha256(entry.bytes);
                entry.concerns = {"330799001201", "330799001000", "inspector"};
                hub::append(db, entry);
                hub::foldInspection(db, entry.record.id, entry.concerns, shortOne);
            }
        });
}

hub::Request asked(const char* method, const char* path, const Tablet& tablet)
{
    hub::Request request;
    request.method = method;
    request.path = path;
    request.headers[protocol::header::protocol] = "1";
    request.headers[protocol::header::authorization] = "Bearer " + tablet.token;
    return request;
}

hub::Response good(County& county, const hub::Request& request)
{
    hub::Response response = county.hub().handle(request);
    if (response.status != 200) throw std::runtime_error("bench: the hub refused");
    return response;
}

double pushMs(County& county)
{
    bench::Samples times;
    Tablet& tablet = county.tablets()[0];
    for (int i = 0; i < pushes; ++i) {
        hub::Request request = asked("POST", protocol::path::push, tablet);
        request.headers[protocol::header::contentType] = protocol::media::lines;
        request.body =
            protocol::packLines(std::vector{domain::canonical(county.inspection(tablet))});
        request.headers[protocol::header::contentDigest] =
            protocol::contentDigest({crypto::sha256(request.body)});
        times.time([&] { good(county, request); });
    }
    return times.percentileMs(50);
}

double pullMs(County& county, std::int64_t last)
{
    bench::Samples times;
    hub::Request request = asked("GET", protocol::path::feed, county.supervisor());
    request.query["after"] = std::to_string(last - newOnes);
    for (int i = 0; i < pulls; ++i) times.time([&] { good(county, request); });
    return times.percentileMs(50);
}
}  // namespace

void measureGrowth(bench::Report& report, const std::filesystem::path& folder)
{
    struct Hub {
        const char* name;
        int records;
        std::unique_ptr<County> county = nullptr;
        std::vector<double> pushMs = {};
        std::vector<double> pullMs = {};
    };
    std::array<Hub, 2> hubs{Hub{"few", few}, Hub{"many", many}};
    for (Hub& hub : hubs) {
        hub.county = std::make_unique<County>(folder / hub.name, 1);
        int there = 0;
        fill(*hub.county, there, hub.records);
        hub.county->tablets()[0].nextSeq = 1;
    }
    ::sync();  // what is still on its way to the disk is not for those who ask to wait for
    // In turn: for a second or so this machine may be twice as slow as in the next.
    for (int round = 0; round < rounds; ++round)
        for (Hub& hub : hubs) {
            hub.pushMs.push_back(pushMs(*hub.county));
            hub.records += pushes;
            hub.pullMs.push_back(pullMs(*hub.county, hub.records));
        }
    report.add({"push_at_1000000_records", bench::median(hubs[1].pushMs), "ms",
                bench::Beside{"the same at 1,000 records", bench::median(hubs[0].pushMs)},
                "<= 1.5"});
    report.add({"pull_at_1000000_records", bench::median(hubs[1].pullMs), "ms",
                bench::Beside{"the same at 1,000 records", bench::median(hubs[0].pullMs)},
                "<= 1.5"});
}

}  // namespace benchhub
