#include "tests/bench/report.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <fstream>
#include <iostream>

namespace bench {

namespace {
std::string quoted(const std::string& text)
{
    std::string result = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\') result += '\\';
        if (static_cast<unsigned char>(c) >= 0x20) result += c;
    }
    return result + "\"";
}

std::string number(double value)
{
    return std::isfinite(value) ? fmt::format("{:.6g}", value) : "0";
}

double ratioOf(const Figure& figure)
{
    return figure.beside && figure.beside->value != 0 ? figure.value / figure.beside->value : 0;
}

// "<= 2" compares the ratio where there is one, "<= 16 ms" the value; other goals are for people.
std::string verdictOf(const Figure& figure)
{
    double limit = 0;
    char word[16] = {};
    const int read = std::sscanf(figure.goal.c_str(), "<= %lf %15s", &limit, word);
    if (read < 1) return {};
    const double value = read == 1 && figure.beside ? ratioOf(figure) : figure.value;
    return fmt::format("   goal {}: {}", figure.goal, value <= limit ? "met" : "NOT MET");
}
}  // namespace

Report::Report(std::string name, int argumentCount, char** arguments) : m_name(std::move(name))
{
    for (int i = 1; i + 1 < argumentCount; i += 2) {
        if (arguments[i] == std::string("--out")) m_out = arguments[i + 1];
        if (arguments[i] == std::string("--folder")) m_folder = arguments[i + 1];
    }
}

void Report::add(const Figure& figure)
{
    m_figures.push_back(figure);
    std::string line =
        fmt::format("{:<44} {:>10} {}", figure.name, number(figure.value), figure.unit);
    if (figure.beside)
        line += fmt::format("   beside {} {} {}: {:.2f}x", figure.beside->name,
                            number(figure.beside->value), figure.unit, ratioOf(figure));
    std::cout << line << verdictOf(figure) << std::endl;
}

int Report::finish() const
{
    if (m_out.empty()) return EXIT_SUCCESS;
    std::ofstream out(m_out);
    out << toJson(m_name, m_figures);
    return out.flush().good() ? EXIT_SUCCESS : EXIT_FAILURE;
}

double Samples::percentileMs(double percent) const
{
    std::vector<double> sorted = m_ms;
    std::ranges::sort(sorted);
    const double at = std::ceil(percent / 100 * static_cast<double>(sorted.size())) - 1;
    return sorted[static_cast<std::size_t>(
        std::clamp(at, 0.0, static_cast<double>(sorted.size() - 1)))];
}

double median(std::vector<double> values)
{
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::ranges::nth_element(values, middle);
    return *middle;
}

std::string toJson(const std::string& bench, const std::vector<Figure>& figures)
{
    std::string text = "{\"bench\": " + quoted(bench) + ", \"figures\": [";
    for (std::size_t i = 0; i < figures.size(); ++i) {
        const Figure& figure = figures[i];
        text += fmt::format("{}\n  {{\"name\": {}, \"value\": {}, \"unit\": {}", i == 0 ? "" : ",",
                            quoted(figure.name), number(figure.value), quoted(figure.unit));
        if (figure.beside)
            text += fmt::format(", \"beside\": {{\"name\": {}, \"value\": {}}}, \"ratio\": {}",
                                quoted(figure.beside->name), number(figure.beside->value),
                                number(ratioOf(figure)));
        if (!figure.goal.empty()) text += ", \"goal\": " + quoted(figure.goal);
        text += "}";
    }
    return text + "\n]}\n";
}

}  // namespace bench
