#include "core/domain/codec.h"
#include "core/domain/codec_words.h"
#include "sync/hub/import/campaign_rules.h"

namespace hub {

base::Result<domain::Campaign> withRules(const domain::Campaign& campaign,
                                         const std::string& rulesJson)
{
    const auto rules = domain::io::parse(rulesJson);
    if (!rules) return tl::unexpected(rules.error());
    if (!rules->root().is_object())
        return base::fail("json.type", "数据格式有误：应为对象", "rules");
    auto whole = domain::io::Json::parse(domain::canonicalJson(campaign));
    whole["rules"].merge_patch(domain::io::Json::parse(simdjson::minify(rules->root())));
    return domain::campaignFromJson(whole.dump());
}

std::optional<domain::PeriodKind> periodOfWord(const std::string& word)
{
    for (const auto& known : wordsOf(domain::PeriodKind{}))
        if (word == known.text) return known.value;
    return std::nullopt;
}

}  // namespace hub
