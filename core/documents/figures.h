#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/report/package.h"
#include "core/scoring/score.h"

// Words and figures that every document writes alike.
namespace documents {

/// "93.50": always two decimals, so that a column of them can be read down.
std::string twoDecimals(base::Points points);

/// "12.5%": `part` of `whole` in tenths of a percent, half up; "0.0%" of nothing.
std::string percent(std::int64_t part, std::int64_t whole);

/// An item's title without what it says in brackets: "户桶混投" of "户桶混投（抽 10 户开桶）".
std::string plainTitle(const std::string& itemTitle);

/// The day in China of a moment, "2026-11-23".
std::string dayOf(std::int64_t wallMs);
/// "2026年11月23日" of "2026-11-23"; what is no day stays as it is.
std::string dayInWords(const std::string& day);
/// The day `days` later; what is no day stays as it is.
std::string dayAfter(const std::string& day, int days);

/// "3" or "3（并列）".
std::string placeText(int place, bool shared);

/// "十佳" and "十差"; "前5名" and "后5名" where the lists are not of ten.
std::string bestName(const domain::RankingRules& rules);
std::string worstName(const domain::RankingRules& rules);

/// Names of villages and towns by their codes; what has none is called by its code.
class Names {
public:
    explicit Names(const report::VerifiedPackage& package);

    std::string village(const domain::RegionCode& code) const;
    std::string town(const domain::RegionCode& code) const;
    std::string townOfVillage(const domain::RegionCode& village) const;

private:
    std::map<domain::RegionCode, const ranking::Village*> m_villages;
    std::map<domain::RegionCode, std::string> m_towns;
};

const domain::Checklist* sheetOf(const report::VerifiedPackage& package,
                                 const domain::ChecklistRef& ref);

/// The score of an inspection of the package by its sheet; nothing without the sheet, which a
/// verified package always has.
std::optional<scoring::Score> scoreOf(const report::VerifiedPackage& package,
                                      const report::PackedInspection& packed);

}  // namespace documents
