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

constexpr int photosEach = 6;

/// What a feed is of: inspections alone, or with what belongs to each in a real log, that its six
/// photos came and that it was approved.
enum class Mix { inspections, asLogged };

/// Each like the one in the log, but for its ids and its photos.
class Filler {
public:
    explicit Filler(hub::Services& services) : m_services(services)
    {
        hub::readLog(*services.readers.take(), 0, [&](const hub::Logged& logged) {
            if (logged.kind == "inspection") m_pattern = logged;
            return true;
        });
        m_record = domain::recordFromJson(m_pattern.value().bytes).value();
        m_inspection = domain::inspectionFromJson(m_record.body).value();
    }

    void fill(Mix mix)
    {
        const int each = mix == Mix::inspections ? 1 : 2 + photosEach;
        for (int done = 0; done < records; done += aCommit)
            m_services.committer.run([&](hub::Connection& db) {
                for (int i = 0; i < aCommit; i += each) add(db, mix);
            });
    }

private:
    void add(hub::Connection& db, Mix mix)
    {
        m_inspection.id.value = m_services.ids.next();
        for (domain::PhotoEntry& photo : m_inspection.photos) {
            photo.sha256 = {crypto::sha256(m_services.ids.next())};
            photo.thumbSha256 = {crypto::sha256(m_services.ids.next())};
        }
        append(db, "inspection", domain::canonicalJson(m_inspection));
        hub::foldInspection(db, m_record.id, m_pattern->concerns, m_inspection);
        if (mix == Mix::inspections) return;
        for (const domain::PhotoEntry& photo : m_inspection.photos)
            append(db, "photo.received",
                   domain::canonicalJson(domain::PhotoReceived{photo.sha256, photo.bytes}));
        domain::Review review;
        review.inspection = m_inspection.id;
        review.reviewer = support::county::supervisor().id;
        append(db, "review", domain::canonicalJson(review));
    }

    void append(hub::Connection& db, const char* kind, std::string body)
    {
        m_record.id.value = m_services.ids.next();
        m_record.kind = kind;
        m_record.body = std::move(body);
        hub::Entry entry;
        entry.record = m_record;
        entry.bytes = domain::canonical(m_record);
        entry.sha256 = crypto::sha256(entry.bytes);
        entry.concerns = m_pattern->concerns;
        hub::append(db, entry);
    }

    hub::Services& m_services;
    std::optional<hub::Logged> m_pattern;
    domain::Record m_record;
    domain::Inspection m_inspection;
};

double memoryMb(const std::string& what)
{
    std::ifstream status("/proc/self/status");
    std::string word;
    double kb = 0;
    while (status >> word)
        if (word == what + ":") status >> kb;
    return kb / 1024;
}

void measure(bench::Report& report, Mix mix)
{
    support::TestHub hub;
    support::SyncedTablet inspector(hub, 1, support::county::inspector());
    support::SyncedTablet supervisor(hub, 2, support::county::supervisor());
    inspector.inspect(support::county::village1, photosEach);
    if (!inspector.syncUntilDone()) throw std::runtime_error("bench: no pattern");
    Filler(hub.hub().services()).fill(mix);
    Timed timed(hub.handler());
    support::Loopback network([&]() -> hub::Handler& { return timed; });
    std::ofstream("/proc/self/clear_refs") << "5";  // the peak from now on
    const double atRest = memoryMb("VmRSS");
    const auto began = Steady::now();
    const auto result = client::runSession(supervisor.db(), network, supervisor.tablet().clock(),
                                           crypto::randomBytes, supervisor.options());
    const double took = std::chrono::duration<double>(Steady::now() - began).count();
    const int applied = supervisor.db().execAndGet("SELECT count(*) FROM record").getInt();
    if (applied < records)
        throw std::runtime_error(fmt::format("bench: only {} records came: {}", applied,
                                             result.problem ? result.problem->code : ""));
    const std::string suffix = mix == Mix::inspections ? "_of_inspections_alone" : "";
    const char* goal = mix == Mix::inspections ? "" : ">= 5000 records/s";
    report.add({"tablet_applies_feed" + suffix, records / (took - timed.seconds), "records/s",
                bench::Beside{"the hub's answers in the same session", records / timed.seconds},
                goal});
    report.add({"feed_memory_of_both" + suffix, memoryMb("VmHWM") - atRest, "MB", std::nullopt,
                "<= 64 MB"});
}
}  // namespace

int main(int argumentCount, char** arguments)
{
    bench::Report report("sync", argumentCount, arguments);
    spdlog::set_level(spdlog::level::warn);
    ::setenv("TMPDIR", std::filesystem::absolute(report.folder()).c_str(), 1);
    measure(report, Mix::asLogged);
    measure(report, Mix::inspections);
    return report.finish();
}
