#include "core/store/region_row.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "core/domain/word_text.h"

namespace store {

std::string joinLines(const std::vector<std::string>& lines)
{
    return fmt::format("{}", fmt::join(lines, "\n"));
}

std::vector<std::string> splitLines(const std::string& text)
{
    std::vector<std::string> lines;
    for (std::size_t start = 0; start < text.size();) {
        const std::size_t end = std::min(text.find('\n', start), text.size());
        lines.push_back(text.substr(start, end - start));
        start = end + 1;
    }
    return lines;
}

domain::Region regionOf(SQLite::Statement& row)
{
    domain::Region region;
    region.code = {row.getColumn(0).getString()};
    region.parent = {row.getColumn(1).getString()};
    region.kind = domain::fromWord<domain::RegionKind>(row.getColumn(2).getString())
                      .value_or(domain::RegionKind::village);
    region.name = row.getColumn(3).getString();
    region.aliases = splitLines(row.getColumn(4).getString());
    region.urCode = row.getColumn(5).getString();
    if (!row.getColumn(6).isNull())
        region.position =
            base::GeoPoint{row.getColumn(6).getDouble(), row.getColumn(7).getDouble()};
    region.retired = row.getColumn(8).getInt() != 0;
    return region;
}

}  // namespace store
