#include "core/evidence/watermark.h"

#include <fmt/chrono.h>
#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <cmath>
#include <cstdlib>
#include <ctime>

namespace evidence {

namespace {
constexpr int beijingMinutes = 480;

std::string joined(std::initializer_list<std::string> parts, const char* between)
{
    std::string line;
    for (const std::string& part : parts) {
        if (part.empty()) continue;
        if (!line.empty()) line += between;
        line += part;
    }
    return line;
}

std::string timeLine(const domain::PhotoEntry& photo)
{
    const domain::ShotClocks& clocks = photo.clocks;
    // When a picture from the gallery was taken is not known, only when it was chosen.
    const char* what = photo.source == domain::PhotoSource::gallery ? "导入时间 " : "";
    const int zone = clocks.zoneOffsetMinutes;
    const auto local = static_cast<std::time_t>(clocks.wallMs / 1000 + std::int64_t{zone} * 60);
    const std::string where = zone == beijingMinutes
                                  ? "北京时间"
                                  : fmt::format("UTC{}{:02}:{:02}", zone < 0 ? '-' : '+',
                                                std::abs(zone) / 60, std::abs(zone) % 60);
    return fmt::format("{}{:%Y-%m-%d %H:%M:%S}（{}）{}", what, fmt::gmtime(local), where,
                       clocks.doubtful ? " 时间存疑" : "");
}

std::string positionLine(const std::optional<base::Fix>& fix)
{
    if (!fix) return "无定位";
    const base::GeoPoint& at = fix->point;
    return fmt::format("{}{:.6f} {}{:.6f} ±{}m（WGS-84）{}", at.longitude < 0 ? 'W' : 'E',
                       std::abs(at.longitude), at.latitude < 0 ? 'S' : 'N', std::abs(at.latitude),
                       std::llround(std::ceil(fix->accuracyM)), fix->mock ? " 模拟定位" : "");
}
}  // namespace

std::string shortCode(const domain::PhotoId& id)
{
    constexpr std::size_t digits = 8;
    std::string code =
        id.value.size() <= digits ? id.value : id.value.substr(id.value.size() - digits);
    std::ranges::transform(code, code.begin(), [](unsigned char c) { return std::toupper(c); });
    return code;
}

std::vector<std::string> watermarkOf(const domain::PhotoEntry& photo, const WatermarkFacts& facts)
{
    const char* view = photo.view ? photoViewText(*photo.view) : "";
    const bool gallery = photo.source == domain::PhotoSource::gallery;
    return {
        joined({facts.office, facts.sheet, facts.campaign}, "·"),
        joined({facts.town, facts.village, photo.itemCode}, " "), timeLine(photo),
        positionLine(photo.fix),
        joined({facts.inspector, "照片 " + shortCode(photo.id), view, gallery ? "来自相册" : ""},
               "  ")};
}

}  // namespace evidence
