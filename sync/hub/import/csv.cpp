#include "sync/hub/import/csv.h"

namespace hub {

std::vector<CsvLine> csvLines(std::string_view text)
{
    std::vector<CsvLine> lines;
    int number = 0;
    while (!text.empty()) {
        ++number;
        const std::size_t end = text.find('\n');
        std::string_view line = text.substr(0, end);
        text = end == std::string_view::npos ? std::string_view() : text.substr(end + 1);
        if (line.ends_with('\r')) line.remove_suffix(1);
        if (line.find_first_not_of(" \t") != std::string_view::npos)
            lines.push_back({number, line});
    }
    return lines;
}

namespace {
/// Takes one quoted value off the front of `rest`, the closing quote included.
std::optional<std::string> quoted(std::string_view& rest)
{
    std::string value;
    for (std::size_t i = 1; i < rest.size(); ++i) {
        if (rest[i] != '"') {
            value += rest[i];
        } else if (i + 1 < rest.size() && rest[i + 1] == '"') {
            value += '"';
            ++i;
        } else {
            rest = rest.substr(i + 1);
            return value;
        }
    }
    return std::nullopt;
}
}  // namespace

std::optional<std::vector<std::string>> csvValues(std::string_view line)
{
    std::vector<std::string> values;
    for (;;) {
        if (line.starts_with('"')) {
            auto value = quoted(line);
            if (!value || (!line.empty() && line.front() != ',')) return std::nullopt;
            values.push_back(std::move(*value));
        } else {
            const std::string_view value = line.substr(0, line.find(','));
            if (value.find('"') != std::string_view::npos) return std::nullopt;
            values.emplace_back(value);
            line = line.substr(value.size());
        }
        if (line.empty()) return values;
        line = line.substr(1);
    }
}

}  // namespace hub
