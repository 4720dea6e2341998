#include "tests/support/test_hub.h"

#include <stdexcept>

#include "core/checklists/samples.h"
#include "core/crypto/hash.h"
#include "core/domain/codec.h"
#include "sync/hub/folder.h"
#include "sync/hub/media/blob_routes.h"
#include "sync/hub/media/tus.h"
#include "sync/hub/resources/record_routes.h"
#include "sync/hub/store/devices.h"
#include "sync/hub/store/enrol_code.h"
#include "sync/hub/store/meta.h"
#include "sync/hub/store/reference.h"
#include "tests/support/county.h"
#include "tests/support/must.h"

namespace support {

namespace fs = std::filesystem;

namespace {
void fill(hub::Connection& db)
{
    for (const domain::Region& region : county::regions()) hub::putRegion(db, region);
    for (const domain::Checklist& sheet : checklists::samples()) must(hub::addChecklist(db, sheet));
    must(hub::putCampaign(db, county::campaignOf(checklists::samples())));
    for (const std::string& line : county::lines("people"))
        hub::putUser(db, must(domain::userFromJson(line)));
    for (const std::string& line : county::lines("assignments"))
        hub::putAssignment(db, must(domain::assignmentFromJson(line)));
}

/// Made once a process; each hub starts from a copy.
const fs::path& filledFolder()
{
    static const TemporaryFolder folder;
    static const fs::path path = [] {
        FakeClock clock;
        const auto random = seededBytes(99);
        fs::path made = folder / std::string("hub");
        must(hub::initFolder(made, "示例县", random));
        must(hub::Hub::open(made, clock, random))->services().committer.run(fill);
        return made;
    }();
    return path;
}
}  // namespace

TestHub::TestHub(std::uint64_t seed) : m_seed(seed), m_folder(std::make_unique<TemporaryFolder>())
{
    fs::copy(filledFolder(), folder(), fs::copy_options::recursive);
    open();
}

TestHub::~TestHub() = default;

void TestHub::open()
{
    m_hub = must(hub::Hub::open(folder(), m_clock, seededBytes(++m_seed * 7919)));
    hub::Services& services = m_hub->services();
    services.committer.setPatience(std::chrono::hours(1));  // no moment depends on a timer
    m_media = std::make_unique<hub::media::MediaStore>(
        folder() / "media", services.committer, services.readers, services.clock, services.ids);
    m_hub->add(hub::recordRoutes());
    m_hub->add(hub::media::uploadRoutes(*m_media));
    m_hub->add(hub::media::blobRoutes(*m_media));
}

void TestHub::reopen(const std::function<void()>& between)
{
    m_media.reset();
    m_hub.reset();
    if (between) between();
    open();
}

hub::Handler& TestHub::handler()
{
    return *m_hub;
}
hub::Hub& TestHub::hub()
{
    return *m_hub;
}

std::string TestHub::enrolCode(const domain::UserId& user)
{
    const std::string code = hub::newEnrolCode(m_hub->services().random);
    m_hub->services().committer.run([&](hub::Connection& db) {
        hub::addEnrolCode(db, *hub::enrolCodeHash(code), user, m_clock.nowMs,
                          m_clock.nowMs + 3'600'000);
    });
    return code;
}

void TestHub::assign(const domain::UserId& inspector, std::vector<domain::RegionCode> regions)
{
    m_hub->services().committer.run([&](hub::Connection& db) {
        hub::putAssignment(db, {county::campaign, inspector, std::move(regions), {}});
    });
}

int TestHub::countInLog(const domain::RecordId& record)
{
    SQLite::Database db = sqlite::open(hub::databaseFile(folder()), sqlite::Mode::readOnly);
    SQLite::Statement query(db, "SELECT count(*) FROM ev WHERE record = ?");
    query.bind(1, record.value);
    query.executeStep();
    return query.getColumn(0).getInt();
}

int TestHub::logSize()
{
    m_hub->services().committer.settle();
    SQLite::Database db = sqlite::open(hub::databaseFile(folder()), sqlite::Mode::readOnly);
    return db.execAndGet("SELECT count(*) FROM ev").getInt();
}

bool TestHub::holds(const domain::Sha256& sha256)
{
    const auto file = m_media->whole(sha256);
    if (!file) return false;
    const auto hash = crypto::sha256OfFile(file->path);
    return hash && hash->sha256 == sha256.value;
}

void TestHub::backUp(const fs::path& to)
{
    m_media.reset();
    m_hub.reset();
    fs::remove_all(to);
    fs::copy(folder(), to, fs::copy_options::recursive);
    open();
}

void TestHub::restore(const fs::path& from)
{
    m_media.reset();
    m_hub.reset();
    for (const auto& entry : fs::directory_iterator(folder())) fs::remove_all(entry.path());
    fs::copy(from, folder(), fs::copy_options::recursive | fs::copy_options::overwrite_existing);
    fs::remove(folder() / "highwater");
    open();
    m_hub->services().committer.run([this](hub::Connection& db) {
        hub::setEpoch(db, hub::newEpoch(m_hub->services().random));
    });
    reopen();
}

}  // namespace support
