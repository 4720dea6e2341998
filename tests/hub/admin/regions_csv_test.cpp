#include "sync/hub/import/regions_csv.h"

#include <catch2/catch.hpp>
#include <map>

#include "core/base/gcj02.h"
#include "core/crypto/random.h"
#include "sync/hub/folder.h"
#include "sync/hub/hub.h"
#include "sync/hub/import/csv.h"
#include "sync/hub/store/reference.h"
#include "tests/hub/records/county.h"
#include "tests/paths.h"
#include "tests/support/file_text.h"
#include "tests/support/shared_data.h"

namespace {
const std::string header = "code,name,town_code,town,ur_code,lon_gcj02,lat_gcj02\n";
const std::string good = "330799001201,上村,330799001000,甲镇,220,120.24,29.28\n";

hub::RegionsFile read(const std::string& text)
{
    auto file = hub::readRegionsCsv(text);
    REQUIRE(file);
    return *file;
}
}  // namespace

TEST_CASE("A village of a CSV has its town and a position in WGS-84")
{
    const hub::RegionsFile file = read(header + good);
    REQUIRE(file.villages.size() == 1);
    CHECK(file.villages[0].name == "上村");
    CHECK(file.villages[0].parent.value == "330799001000");
    CHECK(file.villages[0].urCode == "220");
    REQUIRE(file.villages[0].position);
    CHECK(base::distanceM(*file.villages[0].position, {29.28, 120.24}) == Approx(521).margin(5));
    REQUIRE(file.towns.size() == 1);
    CHECK(file.towns[0].name == "甲镇");
    CHECK(file.errors.empty());
}

TEST_CASE("A bad line is refused with its number and the others stand")
{
    const auto [bad, code] = GENERATE(table<std::string, std::string>({
        {"33079900120,短码,330799001000,甲镇,220,,", "region.code"},
        {"33079900120x,字母,330799001000,甲镇,220,,", "region.code"},
        {"330799001000,镇码,330799001000,甲镇,220,,", "region.code"},
        {"330799001201,重码,330799001000,甲镇,220,,", "region.code_doubled"},
        {"330799001202,\xC3\x28村,330799001000,甲镇,220,,", "csv.utf8"},
        {"330799001202,\xED\xA0\x80村,330799001000,甲镇,220,,", "csv.utf8"},
        {"330799001202,少一列,330799001000,甲镇,220,", "csv.columns"},
        {"330799001202,多一列,330799001000,甲镇,220,,,", "csv.columns"},
        {"330799001202,\"引号,330799001000,甲镇,220,,", "csv.quote"},
        {"330799001202,,330799001000,甲镇,220,,", "region.name"},
        {"330799001202,别镇,330799002000,乙镇,220,,", "region.town_code"},
        {"330799001202,镇名不同,330799001000,丙镇,220,,", "region.town_name_differs"},
        {"330799001202,城乡码,330799001000,甲镇,2x0,,", "region.ur_code"},
        {"330799001202,坐标,330799001000,甲镇,220,120.1,", "region.position"},
        {"330799001202,坐标,330799001000,甲镇,220,220.1,29.2", "region.position"},
    }));
    INFO(bad);
    const hub::RegionsFile file =
        read(header + good + bad + "\n330799001203,下村,330799001000,甲镇,220,,\n");
    REQUIRE(file.errors.size() == 1);
    CHECK(file.errors[0].code == code);
    CHECK(file.errors[0].where == "line 3");
    CHECK_FALSE(file.errors[0].message.empty());
    REQUIRE(file.villages.size() == 2);
    CHECK(file.villages[1].name == "下村");
}

TEST_CASE("Every bad line is named at once")
{
    const hub::RegionsFile file = read(header + "1,a,2,b,,,\n" + good + "3,c,4,d,,,\n" + good);
    REQUIRE(file.errors.size() == 3);
    CHECK(file.errors[0].where == "line 2");
    CHECK(file.errors[1].where == "line 4");
    CHECK(file.errors[2].where == "line 5");
}

TEST_CASE("What is no such table is refused as a whole")
{
    CHECK(hub::readRegionsCsv("").error().code == "csv.empty");
    CHECK(hub::readRegionsCsv("\n\n").error().code == "csv.empty");
    CHECK(hub::readRegionsCsv("编码,名称\n").error().code == "csv.header");
    CHECK(hub::readRegionsCsv(good).error().code == "csv.header");
    CHECK(hub::readRegionsCsv(std::string(65 << 20, 'x')).error().code == "csv.too_large");
}

TEST_CASE("Spreadsheets' ways of writing CSV are read")
{
    CHECK(read("\xEF\xBB\xBF" + header + good).villages.size() == 1);
    CHECK(read("code,name,town_code,town\r\n330799001201,\"上,\"\"村\",330799001000,甲镇\r\n")
              .villages.at(0)
              .name == "上,\"村");
}

TEST_CASE("A second import changes nothing; a new name keeps the old one as an alias")
{
    hubtest::County county;
    county.hub().services().committer.run([&](hub::Connection& db) {
        const hub::RegionsFile file = read(header + good);
        CHECK(hub::importRegions(db, file).changed == 1);
        const std::int64_t version = hub::partVersion(db, "regions");
        CHECK(hub::importRegions(db, file).same == 2);
        CHECK(hub::partVersion(db, "regions") == version);

        std::string renamed = good;
        renamed.replace(renamed.find("上村"), std::string("上村").size(), "上新村");
        hub::importRegions(db, read(header + renamed));
        const auto region = hub::findRegion(db, {"330799001201"});
        REQUIRE(region);
        CHECK(region->name == "上新村");
        CHECK(region->aliases == std::vector<std::string>{"上村"});
    });
}

TEST_CASE("The 390 units of Dongyang come in, 18 towns with the right counts")
{
    if (support::sharedDataMissing("villages")) return;
    const std::filesystem::path folder = std::filesystem::path(XUNCUN_SHARED_DATA) / "villages";
    const hub::RegionsFile file = read(support::fileText(folder / "dongyang_2016.csv"));
    CHECK(file.errors.empty());
    CHECK(file.villages.size() == 390);
    CHECK(file.towns.size() == 18);

    hubtest::TempFolder data;
    REQUIRE(hub::initFolder(data.path, "东阳市", crypto::randomBytes));
    hub::Connection db(hub::databaseFile(data.path), sqlite::Mode::readWrite);
    CHECK(hub::importRegions(db, file).added == 408);
    const hub::ImportCounts again = hub::importRegions(db, file);
    CHECK(again.same == 408);

    std::map<std::string, int> counts;
    for (const domain::Region& village : hub::listRegions(db, domain::RegionKind::village))
        ++counts[village.parent.value];
    const std::string towns = support::fileText(folder / "dongyang_towns.csv");
    const auto lines = hub::csvLines(towns);
    REQUIRE(lines.size() == 19);
    for (auto line = lines.begin() + 1; line != lines.end(); ++line) {
        const auto values = hub::csvValues(line->text);
        REQUIRE(values);
        const auto town = hub::findRegion(db, {values->at(1)});
        REQUIRE(town);
        CHECK(town->name == values->at(2));
        CHECK(counts[values->at(1)] == std::stoi(values->at(3)) + std::stoi(values->at(4)));
    }
}
