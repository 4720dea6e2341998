#include "tests/sync/world.h"

#include <array>

#include "core/actions/photos.h"
#include "sync/hub/store/meta.h"

namespace simulation {

using support::Fault;
using support::SyncedTablet;
using After = SimulatedDisk::After;
namespace county = support::county;

namespace {
/// The tablet's process is killed while it waits for an answer.
struct TabletKilled {};
}  // namespace

World::World(std::uint64_t seed) : m_engine(seed), m_hub(seed), m_trouble(0)
{
    m_trouble = chance(80) ? between(5, 45) : 0;
    m_backedUp = chance(50);
    m_hub.hub().services().committer.run(
        [this](hub::Connection& db) { hub::setDurable(db, m_backedUp ? "backup" : "local"); });
    int number = 1;
    for (const domain::User& user : {county::inspector(), county::otherInspector(),
                                     county::otherInspector(), county::supervisor()}) {
        const auto chooseFault = [this](const client::Request&, std::size_t bytes) {
            return fault(bytes);
        };
        Side side;
        side.tablet = std::make_unique<SyncedTablet>(
            m_hub, seed * 10 + static_cast<std::uint64_t>(number++), user, chooseFault);
        side.disk = std::make_unique<SimulatedDisk>(side.tablet->tablet().folder().path());
        m_sides.push_back(std::move(side));
    }
    m_hubDisk = std::make_unique<SimulatedDisk>(m_hub.folder());
    for (Side& side : m_sides) {
        side.tablet->network().hubDied = [this] { return hubDied(); };
        side.tablet->network().onSend = [&side](hub::Request& request) {
            if (side.ahead) request.headers["xuncun-protocol"] = "2";
        };
    }
}

Violations World::live()
{
    backUp();
    for (int days = between(12, 30); days > 0; --days) step();
    heal();
    for (int round = 0; round < 4; ++round)
        for (Side& side : m_sides) {
            const bool rests = side.tablet->syncUntilDone(10) ||
                               isRevoked(*side.tablet, m_hub);  // is told so each time
            if (!rests && round == 3) m_violations.push_back("a tablet does not come to rest");
        }
    for (Side& side : m_sides) {
        checkTablet(*side.tablet, m_hub, m_violations);
        checkPromises(side.promises, *side.tablet, m_hub, m_violations);
    }
    if (m_revokedAt >= 0 && highestSeqOn(*m_sides[2].tablet) > m_revokedAt)
        m_violations.push_back("a revoked tablet has read on");
    checkHub(m_hub, m_violations);
    return m_violations;
}

int World::between(int low, int high)
{
    return low + static_cast<int>(m_engine() % static_cast<std::uint64_t>(high - low + 1));
}

Fault World::fault(std::size_t bodyBytes)
{
    if (m_healed || !chance(m_trouble)) return {};
    if (chance(8)) crashHub();
    if (chance(12)) m_hubDisk->failAfter(between(1, 40));
    if (chance(8)) throw TabletKilled{};
    constexpr std::array kinds{Fault::Kind::unreachable,   Fault::Kind::cutRequest,
                               Fault::Kind::lostAnswer,    Fault::Kind::cutAnswer,
                               Fault::Kind::doubled,       Fault::Kind::late,
                               Fault::Kind::portal,        Fault::Kind::flipped,
                               Fault::Kind::flippedAnswer, Fault::Kind::none};
    Fault made;
    made.kind = kinds[static_cast<std::size_t>(between(0, static_cast<int>(kinds.size()) - 1))];
    made.bytes = static_cast<std::size_t>(
        between(0, static_cast<int>(std::max<std::size_t>(bodyBytes, 2000))));
    made.head = chance(50);
    return made;
}

bool World::hubDied()
{
    if (!m_hubDisk->isOff()) return false;
    crashHub();
    return true;
}

void World::crashHub()
{
    m_hubDisk->powerOff();
    m_hub.reopen([this] {
        m_hubDisk->setFull(false);
        m_hubDisk->restart(chance(30) ? After::kill : After::powerCut, m_engine);
    });
}

void World::crash(Side& side, After after)
{
    side.disk->powerOff();
    side.tablet->tablet().reopen([&] {
        side.disk->setFull(false);
        side.disk->restart(after, m_engine);
    });
    const auto swept =
        actions::sweepMedia(side.tablet->tablet().context(), side.tablet->tablet().mediaFolder());
    if (!swept) m_violations.push_back("the sweep at the start fails: " + swept.error().message);
}

void World::risk(Side& side, const std::function<void(SyncedTablet&)>& deed)
{
    if (!m_healed && chance(15)) side.disk->failAfter(between(1, 120));
    bool killed = false;
    try {
        deed(*side.tablet);
    } catch (const TabletKilled&) {
        killed = true;
    } catch (const std::exception&) {
        // A full or broken disk ends what was being done, never what was done.
        if (!side.disk->isOff() && !side.disk->isFull()) throw;
    }
    side.disk->disarm();
    if (killed || side.disk->isOff())
        crash(side, killed && chance(50) ? After::kill : After::powerCut);
}

void World::heal()
{
    m_healed = true;
    m_hubDisk->disarm();
    m_hubDisk->setFull(false);
    for (Side& side : m_sides) {
        side.disk->setFull(false);
        side.ahead = false;
    }
}

Violations run(std::uint64_t seed)
{
    try {
        World world(seed);
        return world.live();
    } catch (const std::exception& failure) {
        return {std::string("stopped by: ") + failure.what()};
    }
}

}  // namespace simulation
