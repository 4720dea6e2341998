// How many inspections a hub takes durably over HTTP from 64 connections, beside bare grouped
// SQLite inserts of the same rows; and how fast it streams a feed of 100,000 records.
#include <fmt/format.h>
#include <spdlog/spdlog.h>

#include <atomic>
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <thread>

#include "core/crypto/hash.h"
#include "core/domain/codec.h"
#include "sync/hub/http_server.h"
#include "sync/hub/store/log.h"
#include "sync/hub/store/projections.h"
#include "sync/protocol/codec.h"
#include "tests/bench/hub_county.h"
#include "tests/bench/hub_more.h"
#include "tests/bench/report.h"
#include "tests/hub/web/raw_client.h"
#include "tests/support/temporary_folder.h"

namespace {
constexpr int connections = 64;
constexpr int rounds = 5;
constexpr int pushesEach = 24;  ///< a round
constexpr int feedRecords = 100'000;

using Steady = std::chrono::steady_clock;

double secondsSince(Steady::time_point start)
{
    return std::chrono::duration<double>(Steady::now() - start).count();
}

struct Ingest {
    double perSecond = 0;
    double commitsEach = 0;
    bool whole = true;
};

/// Every connection pushes one inspection after the other, each acknowledged before the next.
Ingest ingest(benchhub::County& county, std::uint16_t port)
{
    std::vector<std::vector<std::string>> requests(connections);
    for (int i = 0; i < connections; ++i) {
        benchhub::Tablet& tablet = county.tablets()[static_cast<std::size_t>(i)];
        for (int n = 0; n < pushesEach; ++n)
            requests[static_cast<std::size_t>(i)].push_back(
                benchhub::pushRequest(tablet, {county.inspection(tablet)}));
    }
    hub::Committer& committer = county.hub().services().committer;
    const std::uint64_t before = committer.commits();
    std::atomic<int> applied = 0;
    const auto start = Steady::now();
    std::vector<std::thread> threads;
    for (const auto& mine : requests)
        threads.emplace_back([&applied, &mine, port] {
            testing::RawClient client(port);
            for (const std::string& request : mine) {
                client.send(request);
                const auto answer = client.receive();
                applied += answer.body.find("\"applied\"") != std::string::npos ? 1 : 0;
            }
        });
    for (std::thread& thread : threads) thread.join();
    constexpr int total = connections * pushesEach;
    return {total / secondsSince(start), static_cast<double>(committer.commits() - before) / total,
            applied == total};
}

/// The rows of as many inspections, 64 a transaction, by prepared statements and nothing else.
double bareInserts(benchhub::County& county, const std::filesystem::path& file)
{
    std::vector<hub::Entry> entries;
    std::vector<domain::Inspection> inspections;
    for (int i = 0; i < connections * pushesEach; ++i) {
        hub::Entry& entry = entries.emplace_back();
        entry.record = county.inspection(county.tablets()[0]);
        entry.bytes = domain::canonical(entry.record);
        entry.sha256 = crypto::sha256(entry.bytes);
        entry.concerns = {"330799001201", "330799001000", "inspector"};
        inspections.push_back(*domain::inspectionFromJson(entry.record.body));
    }
    hub::Connection db(file, sqlite::Mode::readWrite);
    const auto start = Steady::now();
    for (std::size_t i = 0; i < entries.size();) {
        SQLite::Transaction transaction(db.db(), SQLite::TransactionBehavior::IMMEDIATE);
        for (int n = 0; n < connections && i < entries.size(); ++n, ++i) {
            hub::append(db, entries[i]);
            hub::foldInspection(db, entries[i].record.id, entries[i].concerns, inspections[i]);
            hub::setLastDeviceSeq(db, entries[i].record.device, entries[i].record.incarnation,
                                  static_cast<std::int64_t>(i) + 1);
        }
        transaction.commit();
    }
    return static_cast<double>(entries.size()) / secondsSince(start);
}

void fillFeed(benchhub::County& county)
{
    county.hub().services().committer.run([&](hub::Connection& db) {
        const domain::Record pattern = county.inspection(county.tablets()[0]);
        for (int i = 0; i < feedRecords; ++i) {
            hub::Entry entry;
            entry.record = pattern;
            entry.record.id.value = county.hub().services().ids.next();
            entry.bytes = domain::canonical(entry.record);
            entry.sha256 = crypto::sha256(entry.bytes);
            entry.concerns = {"330799001201", "330799001000", "inspector"};
            hub::append(db, entry);
        }
    });
}

/// The whole feed for a supervisor, page by page as a tablet asks for it.
double readFeed(benchhub::County& county, std::size_t& records)
{
    hub::Request request;
    request.method = "GET";
    request.path = protocol::path::feed;
    request.headers[protocol::header::protocol] = "1";
    request.headers[protocol::header::authorization] = "Bearer " + county.supervisor().token;
    double asked = 0;
    for (std::int64_t after = 0;;) {
        request.query["after"] = std::to_string(after);
        const auto pageStart = Steady::now();
        const hub::Response response = county.hub().handle(request);
        asked += secondsSince(pageStart);
        const auto lines = protocol::unpackLines(response.body, std::size_t{8} << 20, 10'000);
        if (!lines) return 0;
        const auto head = protocol::feedPageFromLines(std::span(*lines).first(1));
        if (!head) return 0;
        records += lines->size() - 1;
        after = head->head.nextAfter;
        if (!head->head.more) break;
    }
    return static_cast<double>(records) / asked;
}

double bareRead(const std::filesystem::path& file)
{
    hub::Connection db(file, sqlite::Mode::readOnly);
    const auto start = Steady::now();
    std::size_t bytes = 0;
    std::size_t records = 0;
    hub::readLog(db, 0, [&](const hub::Logged& logged) {
        bytes += logged.bytes.size();
        ++records;
        return true;
    });
    return bytes == 0 ? 0 : static_cast<double>(records) / secondsSince(start);
}
}  // namespace

int main(int argumentCount, char** arguments)
{
    bench::Report report("hub", argumentCount, arguments);
    spdlog::set_level(spdlog::level::warn);
    ::setenv("TMPDIR", report.folder().c_str(), 1);
    const support::TemporaryFolder made;
    const std::filesystem::path folder = made.path();
    bool whole = true;
    {
        benchhub::County county(folder / "ingest", connections);
        benchhub::County bare(folder / "bare", 1);
        hub::HttpOptions options;
        options.workers = connections;
        hub::HttpServer server(options, county.hub());
        // In turn, so that both meet the same moods of the disk.
        std::vector<double> taken;
        std::vector<double> inserted;
        std::vector<double> commitsEach;
        for (int round = 0; round < rounds; ++round) {
            const Ingest measured = ingest(county, server.port());
            whole = whole && measured.whole;
            taken.push_back(measured.perSecond);
            commitsEach.push_back(measured.commitsEach);
            inserted.push_back(bareInserts(bare, hub::databaseFile(folder / "bare")));
        }
        report.add(
            {"hub_ingest_64", bench::median(taken), "inspections/s",
             bench::Beside{"bare grouped SQLite inserts of the same rows", bench::median(inserted)},
             ">= 0.5"});
        report.add({"hub_fsyncs_per_inspection_64", bench::median(commitsEach),
                    "commits/inspection", std::nullopt, ""});
    }
    {
        benchhub::County county(folder / "feed", 1);
        fillFeed(county);
        std::size_t records = 0;
        const double streamed = readFeed(county, records);
        whole = whole && records == feedRecords;
        report.add({"hub_feed_100000", streamed, "records/s",
                    bench::Beside{"bare SQLite read of the same rows",
                                  bareRead(hub::databaseFile(folder / "feed"))},
                    ">= 50000 records/s"});
    }
    benchhub::measureSyncs(report, folder / "syncs");
    benchhub::measureGrowth(report, folder / "growth");
    if (!whole) {
        fmt::print(stderr, "not every record went through: the figures are void\n");
        return 1;
    }
    return report.finish();
}
