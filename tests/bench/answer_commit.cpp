// How long one answer takes from the action to durable, beside a bare SQLite commit of the same
// bytes.
#include <filesystem>
#include <iostream>

#include "core/store/drafts.h"
#include "tests/bench/report.h"
#include "tests/support/tablet.h"

namespace {
constexpr int rounds = 3000;

// As many bytes as the rows of one counted finding hold: the finding, its answer, the draft's time,
// the undo.
std::string payloadOf(SQLite::Database& db)
{
    const char* sql = R"sql(
        SELECT (SELECT length(id || inspection || item || rule || found_at_ms) FROM draft_finding LIMIT 1)
             + (SELECT length(inspection || item || state) FROM draft_answer LIMIT 1)
             + (SELECT length(inspection || action || answers) FROM draft_undo LIMIT 1) + 8)sql";
    return std::string(static_cast<std::size_t>(db.execAndGet(sql).getInt()), 'x');
}
}  // namespace

int main(int argumentCount, char** arguments)
{
    bench::Report report("answer_commit", argumentCount, arguments);
    const std::string folder = std::filesystem::absolute(report.folder()).string();
    setenv("TMPDIR", folder.c_str(), 1);  // on the disk that is asked for, not one in memory
    support::Tablet tablet;
    const auto draft = tablet.start("LJ");
    domain::Finding finding;
    finding.ruleCode = "a";
    if (!actions::addFinding(tablet.context(), draft, "LJ07", finding)) return 1;

    SQLite::Database bare = sqlite::open(tablet.folder() / "bare.db");
    bare.exec("CREATE TABLE answer (id INTEGER PRIMARY KEY, body TEXT NOT NULL) STRICT");
    const std::string payload = payloadOf(tablet.db());
    SQLite::Statement insert(bare, "INSERT INTO answer (body) VALUES (?1)");

    bench::Samples byAction;
    bench::Samples byInsert;
    for (int i = 0; i < rounds; ++i) {
        const std::string item = i % 2 == 0 ? "LJ07" : "LJ09";
        bool saved = false;
        byAction.time([&] {
            saved = i % 20 < 18
                        ? actions::addFinding(tablet.context(), draft, item, finding).has_value()
                        : actions::setAnswerOk(tablet.context(), draft, item).has_value();
        });
        byInsert.time([&] {
            SQLite::Transaction transaction(bare, SQLite::TransactionBehavior::IMMEDIATE);
            insert.bind(1, payload);
            insert.exec();
            insert.reset();
            transaction.commit();
        });
        if (!saved) return 1;
    }
    for (const double percent : {50.0, 99.0}) {
        const std::string name = percent == 50.0 ? "p50" : "p99";
        report.add(
            {"answer_commit_" + name, byAction.percentileMs(percent), "ms",
             bench::Beside{"bare SQLite commit of the same bytes", byInsert.percentileMs(percent)},
             "<= 2"});
    }
    return report.finish();
}
