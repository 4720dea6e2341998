// How long one answer takes from the action that the checklist page calls to durable, beside a bare
// SQLite commit of the same bytes.
#include <filesystem>
#include <iostream>

#include "core/actions/answers.h"
#include "core/store/drafts.h"
#include "tests/bench/report.h"
#include "tests/support/tablet.h"

namespace {
constexpr int rounds = 3000;
constexpr int photos = 20;

// As many bytes as the rows of one counted finding hold: the finding, its answer, the draft's time.
std::string payloadOf(SQLite::Database& db)
{
    const char* sql = R"sql(
        SELECT (SELECT length(id || inspection || item || rule || found_at_ms) FROM draft_finding LIMIT 1)
             + (SELECT length(inspection || item || state) FROM draft_answer LIMIT 1) + 8)sql";
    return std::string(static_cast<std::size_t>(db.execAndGet(sql).getInt()), 'x');
}

// The next gesture on an item: one more 处, and 合格 when there are ten.
void nextGesture(support::Tablet& tablet, domain::Answer& answer)
{
    if (answer.findings.size() < 10) {
        domain::Finding& finding = answer.findings.emplace_back();
        finding.id = {tablet.ids().next()};
        finding.ruleCode = "a";
        finding.foundAtMs = tablet.clock().wallMs();
        answer.state = domain::AnswerState::found;
    } else {
        answer.findings.clear();
        answer.state = domain::AnswerState::ok;
    }
}
}  // namespace

int main(int argumentCount, char** arguments)
{
    bench::Report report("answer_commit", argumentCount, arguments);
    const std::string folder = std::filesystem::absolute(report.folder()).string();
    setenv("TMPDIR", folder.c_str(), 1);  // on the disk that is asked for, not one in memory
    support::Tablet tablet;
    const auto draft = tablet.start("LJ");
    for (int i = 0; i < photos; ++i) tablet.photo(draft, "LJ01");
    domain::Answer answers[2];
    answers[0].itemCode = "LJ07";
    answers[1].itemCode = "LJ09";
    nextGesture(tablet, answers[0]);
    if (!actions::putAnswers(tablet.context(), draft, {answers[0]})) return 1;

    SQLite::Database bare = sqlite::open(tablet.folder() / "bare.db");
    bare.exec("CREATE TABLE answer (id INTEGER PRIMARY KEY, body TEXT NOT NULL) STRICT");
    const std::string payload = payloadOf(tablet.db());
    SQLite::Statement insert(bare, "INSERT INTO answer (body) VALUES (?1)");

    bench::Samples byAction;
    bench::Samples byInsert;
    for (int i = 0; i < rounds; ++i) {
        domain::Answer& answer = answers[i % 2];
        nextGesture(tablet, answer);
        bool saved = false;
        byAction.time(
            [&] { saved = actions::putAnswers(tablet.context(), draft, {answer}).has_value(); });
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
