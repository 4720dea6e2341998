#include "core/fairness/fairness_codec.h"

#include <algorithm>

#include "core/domain/codec.h"
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

constexpr const char* fairnessKey = "fairness";
constexpr const char* adjustedKey = "adjusted";

base::Result<std::vector<domain::Review>> reviewsOf(const domain::io::Value& json)
{
    simdjson::dom::array list;
    if (json.get(list)) return base::fail("json.type", "应为列表", adjustedKey);
    std::vector<domain::Review> reviews;
    for (const domain::io::Value& one : list) {
        auto review = domain::reviewFromJson(simdjson::minify(one));
        if (!review) return tl::unexpected(review.error());
        reviews.push_back(std::move(*review));
    }
    return reviews;
}

}  // namespace

std::string canonicalJson(const RankingLine& line)
{
    std::string ranking = ranking::canonicalJson(line.ranking);
    if (!line.fairness && !line.adjusted) return ranking;
    domain::io::Json json = domain::io::Json::parse(ranking);
    if (line.fairness) {
        Fairness figures = *line.fairness;
        figures.rules.resize(std::min(figures.rules.size(), rulesInLine));
        json[fairnessKey] = domain::io::Writer::encode(figures);
    }
    if (line.adjusted) {
        json[adjustedKey] = domain::io::Json::array();
        for (const domain::Review& review : *line.adjusted)
            json[adjustedKey].push_back(domain::io::Json::parse(domain::canonicalJson(review)));
    }
    return json.dump();
}

base::Result<RankingLine> rankingLineFromJson(const std::string& text)
{
    const base::Result<domain::io::Document> json = domain::io::parse(text);
    if (!json) return tl::unexpected(json.error());
    RankingLine line;
    domain::io::Value part;
    if (!json->root()[fairnessKey].get(part)) {
        auto figures = domain::io::readFrom<Fairness>(part);
        if (!figures) return tl::unexpected(figures.error());
        line.fairness = std::move(*figures);
    }
    if (!json->root()[adjustedKey].get(part)) {
        auto adjusted = reviewsOf(part);
        if (!adjusted) return tl::unexpected(adjusted.error());
        line.adjusted = std::move(*adjusted);
    }
    auto ranking =
        ranking::rankingFromJson(line.fairness || line.adjusted
                                     ? domain::io::without(json->root(), {fairnessKey, adjustedKey})
                                     : text);
    if (!ranking) return tl::unexpected(ranking.error());
    line.ranking = std::move(*ranking);
    return line;
}

}  // namespace fairness
