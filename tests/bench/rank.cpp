// Ranking a county, a province and the country's 690,000 villages with 3 sheets each, beside the
// same ranking as one SQL window query in SQLite; and explaining every village.
#include <SQLiteCpp/SQLiteCpp.h>
#include <SQLiteCpp/VariadicBind.h>
#include <fmt/format.h>
#include <malloc.h>

#include <algorithm>
#include <cmath>
#include <fstream>
#include <random>

#include "core/ranking/explain.h"
#include "core/ranking/ranking.h"
#include "tests/bench/report.h"
#include "tests/paths.h"

namespace {

constexpr const char* kinds[] = {"MV", "LJ", "WS"};
constexpr int provinceVillages = 32'130;

using Place = std::pair<std::string, std::string>;  ///< code and name

/// The province's villages where the shared data is there, made-up ones elsewhere; by code, as the
/// hub has them.
std::vector<Place> placesOf(int villages)
{
    std::vector<Place> places;
    std::ifstream file(XUNCUN_SHARED_DATA "/villages/zhejiang_2016.csv");
    std::string line;
    if (villages == provinceVillages) std::getline(file, line);
    while (villages == provinceVillages && std::getline(file, line)) {
        const std::size_t comma = line.find(',');
        const std::size_t end = line.find(',', comma + 1);
        places.emplace_back(line.substr(0, comma), line.substr(comma + 1, end - comma - 1));
    }
    std::sort(places.begin(), places.end());
    if (places.size() == static_cast<std::size_t>(villages)) return places;
    places.clear();
    for (int i = 0; i < villages; ++i)
        places.emplace_back(fmt::format("{:09}{:03}", 330'000'000 + i / 100, 200 + i % 100),
                            fmt::format("第{}村", i));
    return places;
}

ranking::RankingInput inputOf(int villages)
{
    std::mt19937 random(20261123);
    std::uniform_int_distribution<int> points(120, 200);
    ranking::RankingInput input;
    input.campaign.rules.ties = {{domain::TieBreak::fewestVetoes, ""},
                                 {domain::TieBreak::fewestFindings, ""}};
    input.campaign.rules.bestPerTown = 1;
    for (int i = 0; i < 3; ++i)
        input.checks.push_back({kinds[i], kinds[i], base::Points::whole(50 - 15 * i)});
    for (const auto& [code, name] : placesOf(villages)) {
        ranking::Village village;
        village.code = {code};
        village.name = name;
        village.town = {village.code.value.substr(0, 9) + "000"};
        input.campaign.participants.push_back(village.code);
        for (const char* kind : kinds) {
            ranking::ApprovedScore score;
            score.village = score.subject = village.code;
            score.checklistKind = kind;
            score.inspection = {fmt::format("018bcfe5-6800-7000-8000-{:012}", input.scores.size())};
            score.points = score.pointsIfVetoed = {points(random) * 50};
            score.findings = points(random) % 9;
            score.vetoes = points(random) == 120 ? 1 : 0;
            input.scores.push_back(std::move(score));
        }
        input.villages.push_back(std::move(village));
    }
    return input;
}

constexpr const char* rankSql = R"sql(
WITH parts AS (
    SELECT village, kind, CAST(ROUND(AVG(points)) AS INTEGER) AS points, SUM(vetoes) AS vetoes, AVG(findings) AS findings
    FROM score GROUP BY village, kind),
totals AS (
    SELECT village, CAST(ROUND(SUM(points * weight) * 1.0 / SUM(weight)) AS INTEGER) AS points,
           SUM(vetoes) AS vetoes, SUM(findings) AS findings
    FROM parts JOIN weight USING (kind) GROUP BY village)
SELECT RANK() OVER (ORDER BY points DESC, vetoes, findings), village, points
FROM totals ORDER BY 1, village
)sql";

/// The same scores in a table keyed as the query wants them.
void fill(SQLite::Database& db, const ranking::RankingInput& input)
{
    db.exec("CREATE TABLE weight (kind TEXT PRIMARY KEY, weight INTEGER) STRICT");
    db.exec(
        "CREATE TABLE score (village TEXT, kind TEXT, inspection TEXT, points INTEGER, vetoes "
        "INTEGER, "
        "findings INTEGER, PRIMARY KEY (village, kind, inspection)) STRICT, WITHOUT ROWID");
    SQLite::Transaction transaction(db);
    SQLite::Statement weight(db, "INSERT INTO weight VALUES (?, ?)");
    for (const ranking::Check& check : input.checks) {
        SQLite::bind(weight, check.kind, check.weight.hundredths);
        weight.exec();
        weight.reset();
    }
    SQLite::Statement score(db, "INSERT INTO score VALUES (?, ?, ?, ?, ?, ?)");
    for (const ranking::ApprovedScore& one : input.scores) {
        SQLite::bind(score, one.village.value, one.checklistKind, one.inspection.value,
                     one.points.hundredths, one.vetoes, one.findings);
        score.exec();
        score.reset();
    }
    transaction.commit();
}

std::int64_t rankBySql(SQLite::Database& db)
{
    SQLite::Statement query(db, rankSql);
    std::int64_t sum = 0;
    while (query.executeStep())
        sum += query.getColumn(0).getInt64() +
               static_cast<std::int64_t>(query.getColumn(1).getString().size());
    return sum;
}

/// Placewise agreement with the query, so that the two really do the same.
bool agree(SQLite::Database& db, const ranking::Ranking& ranking)
{
    SQLite::Statement query(db, rankSql);
    for (const ranking::Row& row : ranking.boards[0].rows)
        if (!query.executeStep() || query.getColumn(0).getInt() != row.place ||
            query.getColumn(2).getInt64() != row.points.hundredths)
            return false;
    return true;
}

/// How a time has grown from fewer villages to more, beside what n log n makes of the time of the
/// fewer.
class Growth {
public:
    void add(int villages, double ms)
    {
        m_villagesBefore = m_villages;
        m_msBefore = m_ms;
        m_villages = villages;
        m_ms = ms;
    }
    bench::Figure last(const std::string& name) const
    {
        const auto nLogN = [](double n) { return n * std::log2(n); };
        const bench::Beside beside{fmt::format("n log n from {}", m_villagesBefore),
                                   m_msBefore * nLogN(m_villages) / nLogN(m_villagesBefore)};
        return {fmt::format("{}_growth_to_{}", name, m_villages), m_ms, "ms", beside, "<= 1"};
    }

private:
    int m_villages = 0;
    int m_villagesBefore = 0;
    double m_ms = 0;
    double m_msBefore = 0;
};

}  // namespace

int main(int argumentCount, char** arguments)
{
    bench::Report report("rank", argumentCount, arguments);
    Growth rankGrowth;
    Growth explainGrowth;
    for (const int villages : {390, 32'130, 690'000}) {
        const ranking::RankingInput input = inputOf(villages);
        SQLite::Database db(":memory:", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
        fill(db, input);
        bench::Samples ours;
        bench::Samples sql;
        bench::Samples explained;
        std::int64_t sum = 0;
        const int rounds = villages > 100'000 ? 5 : villages > 1000 ? 11 : 51;
        for (int round = 0; round < rounds; ++round) {
            ranking::RankingInput copy = input;
            ranking::Ranking ranked;
            // As a command of the hub does it: memory comes from the kernel, for few villages as
            // for many.
            malloc_trim(0);
            ours.time([&] { ranked = ranking::rankOf(std::move(copy)); });
            sql.time([&] { sum += rankBySql(db); });
            if (round > 0) continue;
            if (!agree(db, ranked)) return 1;
            explained.time([&] {
                const ranking::Explainer explainer(ranked);
                for (const ranking::Row& row : ranked.boards[0].rows)
                    sum +=
                        static_cast<std::int64_t>(explainer.explain(row.village)->children.size());
            });
        }
        const bench::Beside beside{"the same ranking as one SQL window query",
                                   sql.percentileMs(50)};
        report.add({fmt::format("rank_{}", villages), ours.percentileMs(50), "ms", beside,
                    villages == 690'000 ? "<= 1000 ms" : ""});
        report.add(
            {fmt::format("explain_all_{}", villages), explained.percentileMs(50), "ms", {}, ""});
        rankGrowth.add(villages, ours.percentileMs(50));
        explainGrowth.add(villages, explained.percentileMs(50));
        if (sum == 0) return 1;
    }
    report.add(rankGrowth.last("rank"));
    report.add(explainGrowth.last("explain_all"));
    return report.finish();
}
