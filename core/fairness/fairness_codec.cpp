#include "core/fairness/fairness_codec.h"

#include <algorithm>

#include "core/domain/json_io.h"
#include "core/ranking/ranking_codec.h"

namespace fairness {

inline std::span<const domain::io::Word<Where>> wordsOf(Where)
{
    static constexpr domain::io::Word<Where> words[] = {
        {Where::nowhere, "nowhere"}, {Where::best, "best"}, {Where::worst, "worst"}};
    return words;
}

template <class Io>
void describe(Io& io, Sample& sample)
{
    io.field("inspections", sample.inspections);
    io.field("mean", sample.mean);
    io.field("spread", sample.spread);
}

template <class Io>
void describe(Io& io, Figures& figures)
{
    io.field("inspector", figures.inspector);
    io.field("kind", figures.kind);
    io.field("own", figures.own);
    io.field("others", figures.others);
}

template <class Io>
void describe(Io& io, RuleUse& use)
{
    io.field("inspector", use.inspector);
    io.field("kind", use.kind);
    io.field("item", use.itemCode);
    io.field("rule", use.ruleCode);
    io.field("used", use.used);
    io.field("findings", use.findings);
    io.field("inspections", use.inspections);
    io.field("othersUsed", use.othersUsed);
    io.field("othersFindings", use.othersFindings);
    io.field("othersInspections", use.othersInspections);
}

template <class Io>
void describe(Io& io, HangsOn& one)
{
    io.field("village", one.village);
    io.field("inspector", one.inspector);
    io.field("alone", one.alone);
    io.field("place", one.place);
    io.field("otherPlace", one.otherPlace);
    io.field("where", one.where);
    io.field("otherwise", one.otherwise);
}

template <class Io>
void describe(Io& io, Fairness& fairness)
{
    io.field("figures", fairness.figures);
    io.field("rules", fairness.rules);
    io.field("hangsOn", fairness.hangsOn);
    io.field("hangsOnKnown", fairness.hangsOnKnown);
}

namespace {
constexpr const char* key = "fairness";
}

std::string canonicalJson(const RankingLine& line)
{
    if (!line.fairness) return ranking::canonicalJson(line.ranking);
    Fairness figures = *line.fairness;
    figures.rules.resize(std::min(figures.rules.size(), rulesInLine));
    domain::io::Json json = domain::io::Json::parse(ranking::canonicalJson(line.ranking));
    json[key] = domain::io::Writer::encode(figures);
    return json.dump();
}

base::Result<RankingLine> rankingLineFromJson(const std::string& text)
{
    base::Result<domain::io::Json> json = domain::io::parse(text);
    if (!json) return tl::unexpected(json.error());
    RankingLine line;
    if (json->is_object() && json->contains(key)) {
        auto figures = domain::io::readFrom<Fairness>((*json)[key]);
        if (!figures) return tl::unexpected(figures.error());
        line.fairness = std::move(*figures);
        json->erase(key);
    }
    auto ranking = ranking::rankingFromJson(line.fairness ? json->dump() : text);
    if (!ranking) return tl::unexpected(ranking.error());
    line.ranking = std::move(*ranking);
    return line;
}

}  // namespace fairness
