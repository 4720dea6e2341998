// Search per keystroke over all villages of a province, beside a plain substring scan of the same
// names.
#include <filesystem>
#include <fstream>
#include <iostream>
#include <set>
#include <sstream>

#include "core/domain/codec.h"
#include "core/store/reference.h"
#include "core/store/region_index.h"
#include "tests/bench/report.h"
#include "tests/paths.h"
#include "tests/support/tablet.h"

namespace {
std::vector<std::string> fieldsOf(const std::string& line)
{
    std::vector<std::string> fields;
    std::istringstream in(line);
    for (std::string field; std::getline(in, field, ',');) fields.push_back(field);
    return fields;
}

// Lines of part "regions" from the province's CSV: code,name,town_code,town,...
std::vector<std::string> provinceLines(std::istream& in, std::vector<std::string>& names)
{
    std::vector<std::string> lines;
    std::set<std::string> towns;
    std::string line;
    std::getline(in, line);
    while (std::getline(in, line)) {
        const auto fields = fieldsOf(line);
        if (fields.size() < 4) continue;
        domain::Region region;
        if (towns.insert(fields[2]).second) {
            region.code = {fields[2]};
            region.kind = domain::RegionKind::town;
            region.name = fields[3];
            lines.push_back(domain::canonicalJson(region));
        }
        region.code = {fields[0]};
        region.parent = {fields[2]};
        region.kind = domain::RegionKind::village;
        region.name = fields[1];
        names.push_back(fields[1]);
        lines.push_back(domain::canonicalJson(region));
    }
    return lines;
}
}  // namespace

int main(int argumentCount, char** arguments)
{
    bench::Report report("region_search", argumentCount, arguments);
    std::ifstream in(XUNCUN_SHARED_DATA "/villages/zhejiang_2016.csv");
    if (!in) {
        std::cout << "SKIPPED: no " XUNCUN_SHARED_DATA "/villages/zhejiang_2016.csv\n";
        return 0;
    }
    support::Tablet tablet;
    std::vector<std::string> names;
    const auto lines = provinceLines(in, names);
    bench::Samples import;
    import.time([&] {
        SQLite::Transaction transaction(tablet.db());
    if (!store::Reference(tablet.db()).replace("regions", "\"p\"", lines, 1)) std::abort();
    transaction.commit();
});
report.add({"regions_import_32130", import.percentileMs(50), "ms", {}, ""});
bench::Samples build;
std::optional<store::RegionIndex> index;
build.time([&] { index.emplace(tablet.db()); });
report.add({"region_index_build_32130", build.percentileMs(50), "ms", {}, ""});

bench::Samples keystrokes;
bench::Samples scans;
std::size_t hits = 0;
for (const std::string typed :
     {"shidongkeng", "sdk", "石洞坑", "长乐 cl", "xin", "zzzz", "a", "330783", "ds sq"})
    for (int round = 0; round < 5; ++round)
        for (std::size_t length = 1; length <= typed.size(); ++length) {
            keystrokes.time([&] { hits += index->search(typed.substr(0, length), 50).size(); });
            scans.time([&] {
                for (const std::string& name : names)
                    hits += name.find(typed.substr(0, length)) == std::string::npos ? 0U : 1U;
            });
        }
report.add({"region_search_keystroke_p95", keystrokes.percentileMs(95), "ms",
            bench::Beside{"substring scan of the same names", scans.percentileMs(95)}, "<= 16 ms"});
report.add({"region_search_keystroke_max", keystrokes.percentileMs(100), "ms", {}, "<= 16 ms"});
return hits > 0 ? report.finish() : 1;
}
