#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <random>

#include "core/actions/device.h"
#include "core/actions/submit.h"
#include "core/crypto/random.h"
#include "core/store/drafts.h"
#include "core/store/identity.h"
#include "core/store/outbox.h"
#include "tests/support/tablet.h"

using support::Tablet;

namespace {
// In the child: counts findings and submits, and says after each what is safe. Never returns.
[[noreturn]] void writeUntilKilled(const std::string& path, int pipe)
{
    auto db = store::open(path);
    if (!db) _exit(1);
    const base::SystemClock clock;
    base::UuidSource ids(clock, crypto::randomBytes);
    actions::Context context{*db, clock, ids};
    actions::StartRequest request;
    request.campaign = support::county::campaign;
    request.village = support::county::village1;
    request.kind = "LJ";
    for (;;) {
        const auto draft = actions::startInspection(context, request);
        if (!draft) _exit(2);
        std::vector<std::string> items;
        const auto saved = store::Drafts(*db).find(*draft);
        for (const auto& answer : saved->answers) items.push_back(answer.itemCode);
        for (const std::string& item : items) {
            if (!support::setState(context, *draft, item, domain::AnswerState::ok)) _exit(3);
            if (write(pipe, "a", 1) != 1) _exit(4);
        }
        if (!support::signOff(context, *draft)) _exit(7);
        if (!actions::submit(context, *draft)) _exit(5);
        if (write(pipe, "s", 1) != 1) _exit(6);
    }
}

struct Acknowledged {
    int answers = 0;  ///< since the last submission
    int submissions = 0;
};

Acknowledged runAndKill(const std::string& path, unsigned microseconds)
{
    int ends[2];
    REQUIRE(pipe(ends) == 0);
    const pid_t child = fork();
    if (child == 0) {
        close(ends[0]);
        writeUntilKilled(path, ends[1]);
    }
    close(ends[1]);
    usleep(microseconds);
    kill(child, SIGKILL);
    Acknowledged acknowledged;
    for (char c = 0; read(ends[0], &c, 1) == 1;) {
        if (c == 's') {
            ++acknowledged.submissions;
            acknowledged.answers = 0;
        } else {
            ++acknowledged.answers;
        }
    }
    close(ends[0]);
    int status = 0;
    waitpid(child, &status, 0);
    REQUIRE(WIFSIGNALED(status));
    return acknowledged;
}

int roundsOf(const char* variable, int otherwise)
{
    const char* asked = std::getenv(variable);
    return asked != nullptr ? std::atoi(asked) : otherwise;
}
}  // namespace

TEST_CASE(
    "A writer killed at any moment loses nothing that it called saved, and no number of the device")
{
    Tablet tablet;
    const auto seed = std::random_device{}();
    INFO("seed " << seed);
    std::mt19937 random(seed);
    std::int64_t before = 0;
    for (int round = 0; round < roundsOf("XUNCUN_KILL_ROUNDS", 8); ++round) {
        // The draft of the round before goes on; what it had acknowledged must still be there then.
        const auto open = store::Drafts(tablet.db()).list();
        const int answeredBefore = open.empty() ? 0 : open.front().answered;
        const Acknowledged acknowledged =
            runAndKill(tablet.databasePath(), 20'000 + static_cast<unsigned>(random() % 400'000));
        CHECK(tablet.db().execAndGet("PRAGMA integrity_check").getString() == "ok");
        const std::int64_t now = store::Identity(tablet.db()).lastDeviceSeq();
        CHECK(now >= before + acknowledged.submissions);
        CHECK(now <= before + acknowledged.submissions + 1);
        const auto heads = store::Drafts(tablet.db()).list();
        const bool oneMore = now > before + acknowledged.submissions;
        if (acknowledged.submissions == 0 && !oneMore)
            CHECK((heads.empty() ? 0 : heads.front().answered) >=
                  (answeredBefore == 19 ? 19 : std::max(answeredBefore, acknowledged.answers)));
        else if (!oneMore)
            CHECK((heads.empty() ? 0 : heads.front().answered) >= acknowledged.answers);
        before = now;
    }
    const auto all = store::Outbox(tablet.db()).unsettled(100'000);
    REQUIRE(static_cast<std::int64_t>(all.size()) == before);
    for (std::size_t i = 0; i < all.size(); ++i)
        CHECK(all[i].deviceSeq == static_cast<std::int64_t>(i) + 1);
}

TEST_CASE("With a full disk an answer is refused as not saved, and everything before is there")
{
    Tablet tablet;
    const auto draft = tablet.start("LJ");
    domain::Finding finding;
    finding.ruleCode = "a";
    finding.note = std::string(1500, 'x');
    const auto pages = tablet.db().execAndGet("PRAGMA page_count").getInt();
    tablet.db().exec("PRAGMA max_page_count = " + std::to_string(pages + 4));
    std::size_t saved = 0;
    base::Error error;
    for (int i = 0; i < 100 && error.code.empty(); ++i) {
        const auto answer = support::addFinding(tablet.context(), draft, "LJ07", finding);
        if (answer)
            saved = answer->findings.size();
        else
            error = answer.error();
    }
    CHECK(error.code == "store.full");
    CHECK(error.message.starts_with("未保存"));
    CHECK(saved > 0);
    CHECK(store::Drafts(tablet.db()).answer(draft, "LJ07")->findings.size() == saved);
    tablet.reopen();
    CHECK(store::Drafts(tablet.db()).answer(draft, "LJ07")->findings.size() == saved);
    CHECK(support::addFinding(tablet.context(), draft, "LJ07", finding));
}

TEST_CASE("A writer that holds the database too long is waited for, then the answer is not saved")
{
    Tablet tablet;
    const auto draft = tablet.start("LJ");
    SQLite::Database other = sqlite::open(tablet.databasePath());
    tablet.db().setBusyTimeout(20);
    {
        const SQLite::Transaction writing(other, SQLite::TransactionBehavior::IMMEDIATE);
        CHECK(support::setState(tablet.context(), draft, "LJ01", domain::AnswerState::ok)
                  .error()
                  .code == "store.busy");
    }
    CHECK(support::setState(tablet.context(), draft, "LJ01", domain::AnswerState::ok));
}

TEST_CASE(
    "A restored copy of a database gets a new incarnation, and unsent records new numbers in it")
{
    Tablet tablet;
    tablet.submitted("LJ");
    tablet.submitted("MV");
    const auto before = store::Outbox(tablet.db()).unsettled(10);
    const auto keys = store::Identity(tablet.db()).keys();
    tablet.db().exec("PRAGMA wal_checkpoint(TRUNCATE)");
    const std::string copy = tablet.folder() / "restored.db";
    std::filesystem::copy_file(tablet.databasePath(), copy);

    auto db = store::open(copy);
    REQUIRE(db);
    actions::Context context{*db, tablet.clock(), tablet.ids()};
    const auto fresh = actions::prepareDevice(context);
    REQUIRE(fresh);
    CHECK(fresh->incarnation != keys->incarnation);
    CHECK(actions::prepareDevice(context)->incarnation == fresh->incarnation);
    const auto after = store::Outbox(*db).unsettled(10);
    REQUIRE(after.size() == 2);
    for (std::size_t i = 0; i < 2; ++i) {
        CHECK(after[i].record == before[i].record);
        CHECK(after[i].deviceSeq == static_cast<std::int64_t>(i) + 1);
        const auto record = domain::recordFromJson(after[i].line);
        REQUIRE(record);
        CHECK(record->incarnation == fresh->incarnation);
        CHECK(record->body == domain::recordFromJson(before[i].line)->body);
    }
    CHECK(store::Identity(*db).enrolment()->device ==
          store::Identity(tablet.db()).enrolment()->device);
}

TEST_CASE("A tablet with unsent work is given to nobody else, and to the same person again")
{
    Tablet tablet;
    tablet.start("LJ");
    auto enrolment = store::Identity(tablet.db()).enrolment().value();
    enrolment.user = support::county::otherInspector();
    CHECK(actions::storeEnrolment(tablet.context(), enrolment).error().code == "enrol.other_user");
    enrolment.user = support::county::inspector();
    enrolment.token = "new";
    REQUIRE(actions::storeEnrolment(tablet.context(), enrolment));
    CHECK(store::Identity(tablet.db()).enrolment()->token == "new");
}
