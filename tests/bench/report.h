#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <vector>

// What every bench uses: samples, figures, and the file that ./dev bench leaves in build/bench.
namespace bench {

/// What the figure was measured beside, in the same run and the same unit.
struct Beside {
    std::string name;
    double value = 0;
};

struct Figure {
    std::string name;
    double value = 0;
    std::string unit;
    std::optional<Beside> beside;
    std::string
        goal;  ///< "<= 2" is held against the ratio, "<= 16 ms" against the value; may be empty
};

/// Collects figures, prints each, and writes them as JSON when the program was started with `--out
/// FILE`.
class Report {
public:
    Report(std::string name, int argumentCount, char** arguments);
    void add(const Figure& figure);
    /// Where bench data may be written: `--folder`, or /var/tmp, which is on a disk where /tmp may
    /// be in memory.
    const std::string& folder() const { return m_folder; }
    /// Writes the file. What main returns: 0 unless the file could not be written.
    int finish() const;

private:
    std::string m_name;
    std::string m_out;
    std::string m_folder = "/var/tmp";
    std::vector<Figure> m_figures;
};

/// Durations of one repeated thing.
class Samples {
public:
    template <class Work>
    void time(Work work)
    {
        const auto start = std::chrono::steady_clock::now();
        work();
        addMs(std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start)
                  .count());
    }
    void addMs(double ms) { m_ms.push_back(ms); }
    /// Requires at least one sample.
    double percentileMs(double percent) const;
    std::size_t count() const { return m_ms.size(); }

private:
    std::vector<double> m_ms;
};

/// Of several rounds; requires at least one.
double median(std::vector<double> values);

/// A list of figures as the JSON text that is written.
std::string toJson(const std::string& bench, const std::vector<Figure>& figures);

}  // namespace bench
