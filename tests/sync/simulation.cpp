#include "tests/sync/simulation.h"

#include <array>
#include <random>

#include "core/actions/draft.h"
#include "core/actions/review.h"
#include "core/actions/submit.h"
#include "core/store/drafts.h"
#include "core/store/lists.h"
#include "core/store/records.h"
#include "tests/support/synced_tablet.h"
#include "tests/sync/invariants.h"

namespace simulation {

using support::Fault;
using support::SyncedTablet;
namespace county = support::county;

namespace {
/// The tablet's process is killed while it waits for an answer.
struct TabletKilled {};

class World {
public:
    explicit World(std::uint64_t seed)
        : m_engine(seed), m_hub(seed), m_trouble(chance(80) ? between(5, 45) : 0)
    {
        int number = 1;
        for (const domain::User& user :
             {county::inspector(), county::otherInspector(), county::supervisor()})
            m_tablets.push_back(std::make_unique<SyncedTablet>(
                m_hub, seed * 10 + static_cast<std::uint64_t>(number++), user,
                [this](const client::Request&, std::size_t bytes) { return fault(bytes); }));
        m_backup = std::make_unique<support::TemporaryFolder>();
    }

    Violations live()
    {
        const int days = between(10, 25);
        m_hub.backUp(m_backup->path() + "/hub");
        for (int day = 0; day < days; ++day) step();
        m_healed = true;
        for (int round = 0; round < 4; ++round)
            for (auto& tablet : m_tablets)
                if (!tablet->syncUntilDone(10) && round == 3)
                    m_violations.push_back("a tablet does not come to rest");
        for (auto& tablet : m_tablets) checkTablet(*tablet, m_hub, m_violations);
        checkHub(m_hub, m_violations);
        return m_violations;
    }

private:
    int between(int low, int high)
    {
        return low + static_cast<int>(m_engine() % static_cast<std::uint64_t>(high - low + 1));
    }
    bool chance(int percent) { return between(1, 100) <= percent; }

    Fault fault(std::size_t bodyBytes)
    {
        if (m_healed || !chance(m_trouble)) return {};
        if (chance(10)) m_hub.reopen();
        if (chance(8)) throw TabletKilled{};
        constexpr std::array kinds{Fault::Kind::unreachable, Fault::Kind::cutRequest,
                                   Fault::Kind::lostAnswer,  Fault::Kind::cutAnswer,
                                   Fault::Kind::doubled,     Fault::Kind::late,
                                   Fault::Kind::portal,      Fault::Kind::flipped};
        Fault made;
        made.kind = kinds[static_cast<std::size_t>(between(0, static_cast<int>(kinds.size()) - 1))];
        made.bytes = static_cast<std::size_t>(
            between(0, static_cast<int>(std::max<std::size_t>(bodyBytes, 2000))));
        return made;
    }

    void step()
    {
        SyncedTablet& inspector = *m_tablets[static_cast<std::size_t>(between(0, 1))];
        const int what = between(1, 100);
        if (what <= 30)
            inspect(inspector);
        else if (what <= 40)
            correct(inspector);
        else if (what <= 52)
            review();
        else if (what <= 90)
            sync(*m_tablets[static_cast<std::size_t>(between(0, 2))]);
        else
            misfortune();
        if (chance(30)) inspector.tablet().clock().advance(between(1, 86'400'000));
    }

    void inspect(SyncedTablet& tablet)
    {
        const std::array villages{county::village1, county::village2, county::village4};
        const std::array kinds{"LJ", "MV"};
        try {
            tablet.inspect(villages[static_cast<std::size_t>(between(0, 2))], between(0, 3),
                           static_cast<std::size_t>(between(200, 40'000)),
                           kinds[static_cast<std::size_t>(between(0, 1))]);
        } catch (const std::runtime_error& refused) {
            // One's own check of that village may be open or waiting for review already.
            if (std::string_view(refused.what()).starts_with("store.")) throw;
        }
    }

    void correct(SyncedTablet& tablet)
    {
        for (const store::QueueRow& row :
             store::reviewQueue(tablet.db(), county::campaign, domain::InspectionState::sentBack)) {
            const auto draft = actions::startRevision(tablet.tablet().context(), row.head.id);
            if (!draft) continue;
            if (chance(50)) tablet.photo(*draft, static_cast<std::size_t>(between(200, 20'000)));
            if (chance(70)) (void)actions::submit(tablet.tablet().context(), *draft);
            return;
        }
    }

    void review()
    {
        SyncedTablet& supervisor = *m_tablets[2];
        for (const store::QueueRow& row : store::reviewQueue(supervisor.db(), county::campaign,
                                                             domain::InspectionState::submitted)) {
            if (chance(50)) continue;
            domain::Review review;
            review.inspection = row.head.id;
            review.revision = row.head.revision;
            review.decision = chance(50) ? domain::Decision::approve : domain::Decision::sendBack;
            review.comment = "请补拍";
            (void)actions::decideReview(supervisor.tablet().context(), review);
        }
    }

    void sync(SyncedTablet& tablet)
    {
        try {
            for (int rounds = between(1, 4); rounds > 0 && tablet.sync().problem; --rounds) {
            }
        } catch (const TabletKilled&) {
            tablet.tablet().reopen();
        }
    }

    void misfortune()
    {
        const int what = between(1, 100);
        if (what <= 35)
            m_tablets[static_cast<std::size_t>(between(0, 2))]->tablet().reopen();
        else if (what <= 60)
            m_hub.reopen();
        else if (what <= 85)
            m_tablets[static_cast<std::size_t>(between(0, 2))]->tablet().clock().nowMs +=
                between(-1000, 1000) * std::int64_t{86'400'000};
        else if (what <= 93)
            m_hub.backUp(m_backup->path() + "/hub");
        else
            m_hub.restore(m_backup->path() + "/hub");
    }

    std::mt19937_64 m_engine;
    support::TestHub m_hub;
    int m_trouble;  ///< of a hundred requests
    bool m_healed = false;
    std::vector<std::unique_ptr<SyncedTablet>> m_tablets;
    std::unique_ptr<support::TemporaryFolder> m_backup;
    Violations m_violations;
};
}  // namespace

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
