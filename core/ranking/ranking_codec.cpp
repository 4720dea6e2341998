#include "core/ranking/ranking_codec.h"

#include "core/domain/codec_campaign.h"

// The words that stand for enum values. Never change one: published rankings use it.
namespace ranking {

#define XUNCUN_WORDS(Enum, ...)                                          \
    inline std::span<const domain::io::Word<Enum>> wordsOf(Enum)         \
    {                                                                    \
        using enum Enum;                                                 \
        static constexpr domain::io::Word<Enum> words[] = {__VA_ARGS__}; \
        return words;                                                    \
    }

XUNCUN_WORDS(PartSource, {inspected, "inspected"}, {spread, "spread"}, {uniform, "uniform"},
             {meanOfVillages, "meanOfVillages"})
XUNCUN_WORDS(Apart, {first, "first"}, {points, "points"}, {tieStep, "tieStep"}, {shared, "shared"})
XUNCUN_WORDS(Passed, {veto, "veto"}, {quota, "quota"}, {tieInQuota, "tieInQuota"},
             {tieAtLine, "tieAtLine"}, {inBest, "inBest"})
XUNCUN_WORDS(NotRankedWhy, {excluded, "excluded"}, {nothingInspected, "nothingInspected"},
             {checkMissing, "checkMissing"})

#undef XUNCUN_WORDS

}  // namespace ranking

namespace domain {
inline std::span<const io::Word<InspectionState>> wordsOf(InspectionState)
{
    using enum InspectionState;
    static constexpr io::Word<InspectionState> words[] = {{draft, "draft"},
                                                          {submitted, "submitted"},
                                                          {sentBack, "sentBack"},
                                                          {approved, "approved"},
                                                          {voided, "voided"}};
    return words;
}
}  // namespace domain

namespace ranking {

template <class Io>
void describe(Io& io, Check& check)
{
    io.field("kind", check.kind);
    io.field("title", check.title);
    io.field("weight", check.weight);
}

template <class Io>
void describe(Io& io, Village& village)
{
    io.field("code", village.code);
    io.field("name", village.name);
    io.field("town", village.town);
    io.optional("class", village.villageClass);
    io.optional("lastPlace", village.lastPlace);
    io.optional("lastPoints", village.lastPoints);
}

template <class Io>
void describe(Io& io, Town& town)
{
    io.field("code", town.code);
    io.field("name", town.name);
}

template <class Io>
void describe(Io& io, ApprovedScore& score)
{
    io.field("village", score.village);
    io.field("subject", score.subject);
    io.field("kind", score.checklistKind);
    io.field("inspection", score.inspection);
    io.field("revision", score.revision);
    io.field("submittedAtMs", score.submittedAtMs);
    io.field("points", score.points);
    io.field("pointsIfVetoed", score.pointsIfVetoed);
    io.field("maximum", score.maximum);
    io.field("bonus", score.bonus);
    io.field("vetoes", score.vetoes);
    io.field("findings", score.findings);
    io.field("used", score.used);
}

template <class Io>
void describe(Io& io, Subject& subject)
{
    io.field("code", subject.code);
    io.field("village", subject.village);
    io.field("name", subject.name);
    io.optional("kinds", subject.kinds);
}

template <class Io>
void describe(Io& io, Waiting& waiting)
{
    io.field("village", waiting.village);
    io.field("kind", waiting.checklistKind);
    io.field("state", waiting.state);
}

template <class Io>
void describe(Io& io, Previous& previous)
{
    io.field("campaign", previous.campaign);
    io.field("name", previous.name);
    io.optional("package", previous.package);
}

template <class Io>
void describe(Io& io, RankingInput& input)
{
    io.field("campaign", input.campaign);
    io.field("checks", input.checks);
    io.field("villages", input.villages);
    io.field("towns", input.towns);
    io.optional("subjects", input.subjects);
    io.field("scores", input.scores);
    io.field("waiting", input.waiting);
    io.optional("previous", input.previous);
}

template <class Io>
void describe(Io& io, Part& part)
{
    io.field("source", part.source);
    io.field("score", part.score);
    io.field("bonus", part.bonus);
    io.field("share", part.share);
    io.field("firstScore", part.firstScore);
    io.field("scores", part.scores);
}

template <class Io>
void describe(Io& io, Row& row)
{
    io.field("place", row.place);
    io.field("shared", row.shared);
    io.field("village", row.village);
    io.field("name", row.name);
    io.field("town", row.town);
    io.field("points", row.points);
    io.field("weighted", row.weighted);
    io.field("bonus", row.bonus);
    io.field("bonusBeforeCap", row.bonusBeforeCap);
    io.field("vetoes", row.vetoes);
    io.field("findings", row.findingsHundredths);
    io.field("parts", row.parts);
    io.field("apart", row.apart);
    std::optional<int> step = row.tieStep < 0 ? std::nullopt : std::optional(row.tieStep);
    io.optional("tieStep", step);
    row.tieStep = step.value_or(-1);
    io.optional("lastPlace", row.lastPlace);
    io.optional("lastPoints", row.lastPoints);
}

template <class Io>
void describe(Io& io, PassedOver& passed)
{
    io.field("row", passed.row);
    io.field("why", passed.why);
}

template <class Io>
void describe(Io& io, Listed& listed)
{
    io.field("row", listed.row);
    io.optional("byVeto", listed.byVeto);
    io.optional("tieAtLine", listed.tieAtLine);
}

template <class Io>
void describe(Io& io, ShortList& list)
{
    io.field("wanted", list.wanted);
    io.field("entries", list.entries);
    io.field("passedOver", list.passedOver);
}

template <class Io>
void describe(Io& io, Board& board)
{
    io.optional("class", board.villageClass);
    io.field("rows", board.rows);
    io.field("best", board.best);
    io.field("worst", board.worst);
}

template <class Io>
void describe(Io& io, NotRanked& notRanked)
{
    io.field("village", notRanked.village);
    io.field("name", notRanked.name);
    io.field("town", notRanked.town);
    io.field("why", notRanked.why);
    io.field("missing", notRanked.missingChecks);
    io.optional("reason", notRanked.reason);
}

template <class Io>
void describe(Io& io, TownRow& town)
{
    io.field("place", town.place);
    io.field("shared", town.shared);
    io.field("town", town.town);
    io.field("name", town.name);
    io.field("points", town.points);
    io.field("ranked", town.ranked);
    io.field("participants", town.participants);
    io.field("best", town.best);
    io.field("worst", town.worst);
}

template <class Io>
void describe(Io& io, Improved& improved)
{
    io.field("place", improved.place);
    io.field("shared", improved.shared);
    io.field("village", improved.village);
    io.field("name", improved.name);
    io.field("by", improved.by);
}

template <class Io>
void describe(Io& io, Coverage& coverage)
{
    io.field("kind", coverage.checklistKind);
    io.field("approved", coverage.approved);
    io.field("waiting", coverage.waiting);
    io.field("sentBack", coverage.sentBack);
    io.field("unchecked", coverage.unchecked);
}

template <class Io>
void describe(Io& io, Ranking& ranking)
{
    io.field("campaign", ranking.campaign);
    io.field("name", ranking.name);
    io.field("firstDay", ranking.firstDay);
    io.field("lastDay", ranking.lastDay);
    io.field("rules", ranking.rules);
    io.field("checks", ranking.checks);
    io.field("boards", ranking.boards);
    io.field("notRanked", ranking.notRanked);
    io.field("towns", ranking.towns);
    io.field("improved", ranking.improved);
    io.field("coverage", ranking.coverage);
    io.optional("unusedDecisions", ranking.unusedDecisions);
    io.field("scores", ranking.scores);
    io.optional("subjects", ranking.subjects);
    io.optional("previous", ranking.previous);
}

namespace {

bool isRow(const Board& board, int row)
{
    return row >= 0 && static_cast<std::size_t>(row) < board.rows.size();
}

/// Row and score numbers point into their lists, so that readers need not check.
bool isWhole(const Ranking& ranking)
{
    if (ranking.boards.empty()) return false;
    const auto scores = static_cast<std::int64_t>(ranking.scores.size());
    for (const Board& board : ranking.boards) {
        for (const ShortList* list : {&board.best, &board.worst}) {
            for (const Listed& listed : list->entries)
                if (!isRow(board, listed.row)) return false;
            for (const PassedOver& passed : list->passedOver)
                if (!isRow(board, passed.row)) return false;
        }
        for (const Row& row : board.rows) {
            if (row.parts.size() != ranking.checks.size() ||
                row.tieStep >= static_cast<int>(ranking.rules.ties.size()))
                return false;
            for (const Part& part : row.parts)
                if (part.firstScore < 0 || part.scores < 0 ||
                    part.firstScore > scores - part.scores)
                    return false;
        }
    }
    return true;
}

}  // namespace

std::string canonicalJson(const Ranking& ranking)
{
    return domain::io::write(ranking);
}
std::string canonicalJson(const RankingInput& input)
{
    return domain::io::write(input);
}

base::Result<Ranking> rankingFromJson(const std::string& text)
{
    base::Result<Ranking> ranking = domain::io::read<Ranking>(text);
    if (ranking && !isWhole(*ranking))
        return base::fail("ranking.incomplete", "排名数据前后不一致，请重新下载");
    return ranking;
}

base::Result<RankingInput> rankingInputFromJson(const std::string& text)
{
    return domain::io::read<RankingInput>(text);
}

}  // namespace ranking
