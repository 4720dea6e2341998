#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace hub {

/// One line of a file with its number, without its line end.
struct CsvLine {
    int number = 0;
    std::string_view text;
};
/// Lines by LF or CRLF; blank ones are left out. A quoted value may not hold a line end.
std::vector<CsvLine> csvLines(std::string_view text);

/// The values of a line; nothing when a quote is not closed or stands in the middle of a value.
std::optional<std::vector<std::string>> csvValues(std::string_view line);

}  // namespace hub
