#include "core/store/reference.h"

#include <catch2/catch.hpp>

#include "core/checklists/samples.h"
#include "core/domain/codec.h"
#include "tests/support/tablet.h"

using support::Tablet;
namespace county = support::county;

TEST_CASE("Reference parts are read back as the hub sent them, with their ETag")
{
    Tablet tablet;
    const store::Reference reference(tablet.db());
    CHECK(reference.etag("regions") == "\"1\"");
    CHECK(reference.etag("nothing").empty());
    CHECK(reference.region(county::village1) == county::regions()[2]);
    CHECK(reference.regionName(county::village2) == "下石塘村");
    CHECK(reference.children(county::town1).size() == 3);
    for (const domain::Checklist& sheet : checklists::samples()) {
        CHECK(reference.checklist(sheet.kind, 1) == sheet);
        CHECK(reference.checklistRef(sheet.kind, 1) == county::refOf(sheet));
    }
    CHECK(reference.campaigns().size() == 1);
    CHECK(reference.person(county::chief().id) == county::chief());
}

TEST_CASE("A line that cannot be read is named, and the part stays as it was")
{
    Tablet tablet;
    std::vector<std::string> lines = county::lines("regions");
    lines[4] = "{\"code\":1}";
    {
        SQLite::Transaction transaction(tablet.db());
        const auto refused = store::Reference(tablet.db()).replace("regions", "\"2\"", lines, 1);
        REQUIRE_FALSE(refused);
        CHECK(refused.error().code.starts_with("json."));
        CHECK(refused.error().where.starts_with("regions line 5"));
    }
    CHECK(store::Reference(tablet.db()).regionCount() == county::regions().size());
    CHECK(store::Reference(tablet.db()).etag("regions") == "\"1\"");
    CHECK(store::Reference(tablet.db()).replace("x", "", {}, 1).error().code ==
          "reference.part_unknown");
}

TEST_CASE("Old versions of a sheet stay, and a published version cannot be changed")
{
    Tablet tablet;
    domain::Checklist sheet = checklists::samples().front();
    sheet.version = 2;
    const std::vector<std::string> newer = {domain::canonicalJson(sheet)};
    store::Reference reference(tablet.db());
    REQUIRE(reference.replace("checklists", "\"2\"", newer, 1));
    CHECK(reference.checklist(sheet.kind, 1));
    CHECK(reference.checklist(sheet.kind, 2) == sheet);
    sheet.title += " ";
    const std::vector<std::string> changed = {domain::canonicalJson(sheet)};
    CHECK(reference.replace("checklists", "\"3\"", changed, 1).error().code ==
          "reference.checklist_changed");
}

TEST_CASE("Assignments to towns and to single villages are spelt out, by sheet")
{
    Tablet tablet;
    store::Reference reference(tablet.db());
    const std::vector<std::string> lines = {
        domain::canonicalJson(domain::Assignment{county::campaign, {"a"}, {county::town1}, {"LJ"}}),
        domain::canonicalJson(domain::Assignment{county::campaign, {"a"}, {county::village4}, {}}),
        domain::canonicalJson(domain::Assignment{{"unknown"}, {"a"}, {county::village5}, {}})};
    REQUIRE(reference.replace("assignments", "\"2\"", lines, 1));
    CHECK(reference.isAssigned({"a"}, county::campaign, county::village1, "LJ"));
    CHECK_FALSE(reference.isAssigned({"a"}, county::campaign, county::village1, "MV"));
    CHECK(reference.isAssigned({"a"}, county::campaign, county::village4, "WS"));
    CHECK_FALSE(reference.isAssigned({"a"}, county::campaign, county::village5, "LJ"));
    CHECK_FALSE(
        reference.isAssigned(county::inspector().id, county::campaign, county::village1, "LJ"));
}
