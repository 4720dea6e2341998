#include <catch2/catch.hpp>
#include <optional>

#include "core/crypto/random.h"
#include "core/report/package.h"
#include "core/store/appeals.h"
#include "core/store/identity.h"
#include "core/store/records.h"
#include "core/store/rectifications.h"
#include "core/store/reference.h"
#include "sync/client/publish.h"
#include "tests/e2e/child.h"
#include "tests/e2e/cut_proxy.h"
#include "tests/e2e/day_check.h"
#include "tests/e2e/tablet_day.h"
#include "tests/support/file_text.h"
#include "tests/support/must.h"
#include "tests/support/temporary_folder.h"
#include "tests/support/whole_loop.h"

// The whole loop over real HTTP: the hub as a process, four tablets with libcurl, and a link that
// is cut at every request of every step in turn.
using namespace e2e;
using support::must;

namespace {
constexpr int requestsAtMost = 30;

/// What happens to a request; `killed`: the hub dies with the answer on its way, and comes back.
enum class Manner { unreachable, request, answer, killed };

CutProxy::Cut cutOf(Manner manner)
{
    if (manner == Manner::unreachable) return CutProxy::Cut::unreachable;
    return manner == Manner::request ? CutProxy::Cut::request : CutProxy::Cut::answer;
}

struct RealLoop final : support::WholeLoop {
    explicit RealLoop(Manner how) : manner(how)
    {
        REQUIRE(asked({"add-user", "钱联络", "--role", "villageContact", "--scope", village.value,
                       "--id", "contact"}) == 0);
        REQUIRE(asked({"enrol-code", "contact"}, "code") == 0);
        contact.emplace(folder / "contact", hub.url(),
                        support::fileText(folder / "code").substr(0, 14));
        for (TabletDay* tablet : everybody()) {
            tablet->syncUntilDone();
            tablet->useHub("http://127.0.0.1:" + std::to_string(link.port()));
        }
        campaign = store::Reference(chief.db()).campaigns().front().id;
    }

    Manner manner;
    support::TemporaryFolder folder;
    DemoHub hub{folder.path()};
    CutProxy link{hub.port(), 0};
    TabletDay inspector{folder / "inspector", hub.url(), hub.codeOf("inspector")};
    TabletDay supervisor{folder / "supervisor", hub.url(), hub.codeOf("supervisor")};
    TabletDay chief{folder / "chief", hub.url(), hub.codeOf("chief")};
    std::optional<TabletDay> contact;
    const domain::RegionCode village{"330783001390"};  // of the first inspector
    domain::CampaignId campaign;
    int cutsInStep = 0;

    std::vector<TabletDay*> everybody() { return {&inspector, &supervisor, &chief, &*contact}; }

    int asked(std::vector<std::string> words, const std::string& answer = "office.log")
    {
        words.insert(words.begin(), XUNCUN_HUB);
        words.insert(words.end(), {"--data", hub.data()});
        return run(words, folder / answer);
    }
    void comeBack()
    {
        if (manner != Manner::killed) return;
        hub.kill();
        hub.start();
    }
    /// Sessions whose first, then second, then third … request is cut, until one needs no more.
    void settle(TabletDay& tablet)
    {
        for (int number = 1; number < requestsAtMost; ++number) {
            const int before = link.cuts();
            link.cutRequest(number, cutOf(manner));
            const client::RoundResult result = tablet.syncOnce();
            link.cutRequest(0);
            if (link.cuts() == before) {
                INFO((result.problem ? result.problem->code + " " + result.problem->message : ""));
                REQUIRE_FALSE(result.problem);
                return;
            }
            ++cutsInStep;
            comeBack();
        }
        FAIL("a session does not come to its end");
    }
    TabletDay& tabletOf(Who who)
    {
        if (who == Who::inspector) return inspector;
        return who == Who::supervisor ? supervisor : *contact;
    }
    void step(Who who, const Deed& deed) override
    {
        TabletDay& tablet = tabletOf(who);
        cutsInStep = 0;
        settle(tablet);
        CHECK(cutsInStep > 0);
        deed(tablet.context());
        cutsInStep = 0;
        settle(tablet);
        CHECK(cutsInStep > 1);
        CHECK(tablet.everythingReceived());
    }
    std::string mediaFolder(Who who) override { return tabletOf(who).mediaFolder(); }
    domain::InspectionId start() override { return inspector.start(village, "LJ"); }
    /// Asks through a link that is cut, and again through a whole one.
    template <class Ask>
    auto askedTwice(const Ask& ask)
    {
        const auto once = [&] {
            const auto transport = chief.transport();
            client::Publishing publishing(*transport, clock, crypto::randomBytes,
                                          store::Identity(chief.db()).enrolment()->token);
            return ask(publishing);
        };
        link.cutRequest(1, cutOf(manner));
        CHECK_FALSE(once());
        comeBack();
        return must(once());
    }
    protocol::Publication publish(int number, const std::string& reason);
    void agree();
    void agreeOnHub();

    base::SystemClock clock;
};

protocol::Publication RealLoop::publish(int number, const std::string& reason)
{
    settle(chief);
    const auto made = askedTwice([&](client::Publishing& publishing) {
        return publishing.publish(campaign, number, reason);
    });
    const auto package = askedTwice(
        [&](client::Publishing& publishing) { return publishing.package(campaign, number); });
    const auto verified = report::verifyPackage(package);
    REQUIRE(verified);
    CHECK(verified->sha256 == made.sha256);
    CHECK(verified->replaces == made.replaces);
    return made;
}

/// Every tablet knows what it may of the hub's log, no more and nothing else.
void RealLoop::agree()
{
    for (TabletDay* tablet : everybody()) settle(*tablet);
    for (TabletDay* tablet : everybody()) {
        const auto task = store::Rectifications(tablet->db()).find(finding);
        REQUIRE(task);
        CHECK(task->state == domain::RectificationState::closed);
        const auto appeals = store::Appeals(tablet->db()).list();
        REQUIRE(appeals.size() == 1);
        REQUIRE(appeals[0].answer);
        CHECK(appeals[0].answer->comment == "核实属邻村");
        const auto seen = store::Records(tablet->db()).head(inspection);
        CHECK(seen.has_value() == (tablet != &*contact));
        if (!seen) continue;
        CHECK(seen->state == domain::InspectionState::approved);
        CHECK(seen->revision == 2);
        CHECK(seen->adjusted);
    }
    hub.kill();
    const Log onHub = hubLog(hub);
    for (const char* all : {"inspector", "supervisor", "chief"})
        CHECK(tabletLog(folder / all) == onHub);
    const Log ofContact = tabletLog(folder / "contact");
    CHECK(ofContact.size() > 6);
    for (const auto& [record, body] : ofContact) CHECK(onHub.at(record) == body);
}

void RealLoop::agreeOnHub()
{
    {
        SQLite::Database db = sqlite::open(hub.data() + "/hub.db", sqlite::Mode::readOnly);
        CHECK(db.execAndGet("SELECT state || revision FROM inspection").getString() == "approved2");
        CHECK(db.execAndGet("SELECT state FROM rectification").getString() == "closed");
        CHECK(db.execAndGet("SELECT count(*) FROM appeal WHERE answered_by <> ''").getInt() == 1);
        CHECK(db.execAndGet("SELECT count(*) FROM set_aside").getInt() == 0);
    }
    checkFiles(hub, filesOwed(folder / "inspector"), folder / "office.log");
    checkFiles(hub, filesOwed(folder / "contact"), folder / "office.log");
    CHECK(asked({"rebuild"}, "rebuild.log") == 0);
    CHECK(support::fileText(folder / "rebuild.log").find("相同") != std::string::npos);
}
}  // namespace

TEST_CASE(
    "Over real HTTP the loop from submitting to the corrected package ends alike everywhere, "
    "though every request of every step is cut")
{
    const Manner manner =
        GENERATE(Manner::unreachable, Manner::request, Manner::answer, Manner::killed);
    INFO("manner " << static_cast<int>(manner));
    RealLoop loop(manner);
    loop.approved();
    loop.mended();
    const protocol::Publication first = loop.publish(1, {});
    loop.contested(base::Points::whole(6));
    const protocol::Publication corrected = loop.publish(2, "申诉成立");
    CHECK(corrected.replaces == first.sha256);
    CHECK(corrected.changed > 0);
    loop.agree();
    loop.agreeOnHub();
}
