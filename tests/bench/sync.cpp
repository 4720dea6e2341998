// The feed of many records to a new supervisor: how fast the tablet takes it in, and what memory
// hub and tablet need together. The links are measured by links/day.py.
#include <fmt/format.h>
#include <spdlog/spdlog.h>

#include <chrono>
#include <fstream>
#include <stdexcept>

#include "core/crypto/hash.h"
#include "core/crypto/random.h"
#include "core/domain/codec.h"
#include "sync/hub/store/log.h"
#include "sync/hub/store/projections.h"
#include "tests/bench/report.h"
#include "tests/support/synced_tablet.h"

namespace {
constexpr int records = 100'000;
constexpr int aCommit = 1'000;
using Steady = std::chrono::steady_clock;

/// The hub, and how long it took to answer.
class Timed final : public hub::Handler {
public:
    explicit Timed(hub::Handler& inner) : m_inner(inner) {}
    hub::Intake intake(const hub::Request& request) override { return m_inner.intake(request); }
    hub::Response handle(const hub::Request& request) override
    {
        const auto began = Steady::now();
        hub::Response response = m_inner.handle(request);
        seconds += std::chrono::duration<double>(Steady::now() - began).count();
        return response;
    }
    double seconds = 0;

private:
    hub::Handler& m_inner;
};

/// As many inspections as are wanted, each like the one in the log but for its id.
void fill(support::TestHub& hub)
{
    hub::Services& services = hub.hub().services();
    std::optional<hub::Logged> pattern;
    hub::readLog(*services.readers.take(), 0, [&](const hub::Logged& logged) {
        if (logged.kind == "inspection") pattern = logged;
        return true;
    });
    domain::Record record = domain::recordFromJson(pattern.value().bytes).value();
    domain::Inspection inspection = domain::inspectionFromJson(record.body).value();
    for (int done = 0; done < records; done += aCommit)
        services.committer.run([&](hub::Connection& db) {
            for (int i = 0; i < aCommit; ++i) {
                inspection.id.value = services.ids.next();
                record.id.value = services.ids.next();
                record.body = domain::canonicalJson(inspection);
                hub::Entry entry;
                entry.record = record;
                entry.bytes = domain::canonical(record);
                entry.sha256 = crypto::sha256(entry.bytes);
                entry.concerns = pattern->concerns;
                hub::append(db, entry);
                hub::foldInspection(db, record.id, entry.concerns, inspection);
            }
        });
}

double memoryMb(const std::string& what)
{
    std::ifstream status("/proc/self/status");
    std::string word;
    double kb = 0;
    while (status >> word)
        if (word == what + ":") status >> kb;
    return kb / 1024;
}
}  // namespace

int main(int argumentCount, char** arguments)
{
    bench::Report report("sync", argumentCount, arguments);
    spdlog::set_level(spdlog::level::warn);
    ::setenv("TMPDIR", std::filesystem::absolute(report.folder()).c_str(), 1);
    support::TestHub hub;
    support::SyncedTablet inspector(hub, 1, support::county::inspector());
    support::SyncedTablet supervisor(hub, 2, support::county::supervisor());
    inspector.inspect(support::county::village1, 6);
    if (!inspector.syncUntilDone()) throw std::runtime_error("bench: no pattern");
    fill(hub);
    Timed timed(hub.handler());
    support::Loopback network([&]() -> hub::Handler& { return timed; });
    std::ofstream("/proc/self/clear_refs") << "5";  // the peak from now on
    const double atRest = memoryMb("VmRSS");
    const auto began = Steady::now();
    const auto result = client::runSession(supervisor.db(), network, supervisor.tablet().clock(),
                                           crypto::randomBytes, supervisor.options());
    const double took = std::chrono::duration<double>(Steady::now() - began).count();
    const double applied = supervisor.db().execAndGet("SELECT count(*) FROM record").getInt();
    if (applied < records) {
        fmt::print(stderr, "bench: only {} records came: {}\n", applied,
                   result.problem ? result.problem->code : "");
        return 1;
    }
    report.add({"tablet_applies_feed", records / (took - timed.seconds), "records/s",
                bench::Beside{"the hub's answers in the same session", records / timed.seconds},
                ">= 5000 records/s"});
    report.add({"feed_memory_of_both", memoryMb("VmHWM") - atRest, "MB", std::nullopt, "<= 64 MB"});
    return report.finish();
}
