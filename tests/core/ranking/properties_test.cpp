#include <algorithm>
#include <catch2/catch.hpp>
#include <map>
#include <set>

#include "core/ranking/ranking_codec.h"
#include "core/ranking/ranking_text.h"
#include "tests/core/ranking/generators.h"

using namespace ranking;

namespace {

bool holds(const std::string& name, const std::function<void()>& property)
{
    return rc::check(name, property);
}

template <class List>
void shuffle(List& list)
{
    for (std::size_t i = list.size(); i > 1; --i)
        std::swap(list[i - 1], list[*rc::gen::inRange<std::size_t>(0, i)]);
}

/// An independent reading of the tie rule: < 0 when a goes before b, 0 when nothing tells them
/// apart. Hand decisions are left out: they need the whole tie.
int compare(const Ranking& ranking, const Row& a, const Row& b)
{
    const auto sign = [](auto x, auto y) { return x < y ? -1 : x > y ? 1 : 0; };
    if (const int points = sign(b.points, a.points)) return points;
    for (const domain::TieStep& step : ranking.rules.ties) {
        int by = 0;
        if (step.by == domain::TieBreak::byHand) return 0;
        if (step.by == domain::TieBreak::fewestVetoes) by = sign(a.vetoes, b.vetoes);
        if (step.by == domain::TieBreak::fewestFindings)
            by = sign(a.findingsHundredths, b.findingsHundredths);
        if (step.by == domain::TieBreak::lastPlace)
            by = sign(a.lastPlace.value_or(1'000'000), b.lastPlace.value_or(1'000'000));
        if (step.by == domain::TieBreak::higherInChecklist) {
            const auto score = [](const Row& row) {
                return row.parts.at(1).source == PartSource::spread ? Points{-1}
                                                                    : row.parts.at(1).score;
            };
            by = sign(score(b), score(a));
        }
        if (by != 0) return by;
    }
    return 0;
}

std::map<std::string, int> perTown(const Board& board, const ShortList& list, bool withVetoes)
{
    std::map<std::string, int> count;
    for (const Listed& listed : list.entries)
        if (withVetoes || !listed.byVeto)
            ++count[board.rows.at(static_cast<std::size_t>(listed.row)).town.value];
    return count;
}

/// A list that is shorter than wanted has taken or passed over everyone, or ended at a tie.
bool isFullOrTriedAll(const Board& board, const ShortList& list)
{
    if (static_cast<int>(list.entries.size()) >= list.wanted) return true;
    std::set<int> tried;
    for (const Listed& listed : list.entries) tried.insert(listed.row);
    for (const PassedOver& passed : list.passedOver) {
        if (passed.why == Passed::tieAtLine) return true;
        tried.insert(passed.row);
    }
    return tried.size() == board.rows.size();
}

}  // namespace

TEST_CASE("A ranking is a total order that agrees with its tie rule")
{
    CHECK(holds("order", [] {
        const Ranking ranking = rankOf(generators::anyCampaign());
        const bool byHand =
            std::any_of(ranking.rules.ties.begin(), ranking.rules.ties.end(),
                        [](const auto& step) { return step.by == domain::TieBreak::byHand; });
        for (const Board& board : ranking.boards)
            for (std::size_t i = 0; i < board.rows.size(); ++i) {
                const Row& row = board.rows[i];
                for (std::size_t j = i + 1; j < board.rows.size(); ++j) {
                    const int order = compare(ranking, row, board.rows[j]);
                    RC_ASSERT(order <= 0);
                    if (order < 0)
                        RC_ASSERT(row.place < board.rows[j].place);
                    else if (!byHand)
                        RC_ASSERT(row.place == board.rows[j].place);
                }
                const auto better =
                    std::count_if(board.rows.begin(), board.rows.end(),
                                  [&](const Row& other) { return other.place < row.place; });
                RC_ASSERT(row.place == better + 1);
            }
    }));
}

TEST_CASE("The shares of a row always sum to exactly a hundred percent")
{
    CHECK(holds("shares", [] {
        for (const Board& board : rankOf(generators::anyCampaign()).boards)
            for (const Row& row : board.rows) {
                Points sum;
                for (const Part& part : row.parts) sum += part.share;
                RC_ASSERT(sum == Points::whole(100));
            }
    }));
}

TEST_CASE(
    "Quotas hold on both lists, no village is on both, and lists are as long as wanted or a tie "
    "longer")
{
    CHECK(holds("quotas", [] {
        const Ranking ranking = rankOf(generators::anyCampaign());
        for (const Board& board : ranking.boards) {
            std::set<int> best;
            for (const Listed& listed : board.best.entries) best.insert(listed.row);
            for (const Listed& listed : board.worst.entries) RC_ASSERT(!best.contains(listed.row));
            if (ranking.rules.bestPerTown > 0)
                for (const auto& [town, count] : perTown(board, board.best, true))
                    RC_ASSERT(count <= ranking.rules.bestPerTown);
            if (ranking.rules.worstPerTown > 0)
                for (const auto& [town, count] : perTown(board, board.worst, false))
                    RC_ASSERT(count <= ranking.rules.worstPerTown);
            for (const ShortList* list : {&board.best, &board.worst}) {
                const auto withoutTies =
                    std::count_if(list->entries.begin(), list->entries.end(),
                                  [](const auto& e) { return !e.tieAtLine && !e.byVeto; });
                RC_ASSERT(withoutTies <= list->wanted);
                RC_ASSERT(isFullOrTriedAll(board, *list));
            }
        }
    }));
}

TEST_CASE("The order of what comes in never matters")
{
    CHECK(holds("any order", [] {
        RankingInput input = generators::anyCampaign();
        const std::string before = canonicalJson(rankOf(input));
        shuffle(input.scores);
        shuffle(input.villages);
        shuffle(input.subjects);
        shuffle(input.campaign.participants);
        RC_ASSERT(canonicalJson(rankOf(input)) == before);
    }));
}

TEST_CASE("Every participant is ranked once or named as not ranked, and coverage counts each once")
{
    CHECK(holds("everyone", [] {
        const RankingInput input = generators::anyCampaign();
        const Ranking ranking = rankOf(input);
        std::multiset<std::string> seen;
        for (const Board& board : ranking.boards)
            for (const Row& row : board.rows) seen.insert(row.village.value);
        for (const NotRanked& village : ranking.notRanked) seen.insert(village.village.value);
        RC_ASSERT(seen.size() == input.campaign.participants.size());
        for (const auto& code : input.campaign.participants)
            RC_ASSERT(seen.count(code.value) == 1U);
        for (const Coverage& c : ranking.coverage)
            RC_ASSERT(static_cast<std::size_t>(c.approved + c.waiting + c.sentBack + c.unchecked) ==
                      seen.size());
    }));
}

TEST_CASE("Any ranking can be written, read again and printed")
{
    CHECK(holds("codec", [] {
        const Ranking ranking = rankOf(generators::anyCampaign());
        const auto read = rankingFromJson(canonicalJson(ranking));
        RC_ASSERT(read.has_value());
        RC_ASSERT(*read == ranking);
        RC_ASSERT(!toText(ranking).empty());
    }));
}
