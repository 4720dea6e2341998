#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "core/crypto/random.h"
#include "sync/hub/admin/admin.h"
#include "sync/hub/folder.h"
#include "sync/hub/hub.h"
#include "sync/hub/store/reference.h"
#include "tests/hub/records/county.h"

namespace {
struct Ran {
    int code = 0;
    std::string out;
    std::string err;
};

/// Commands on a folder of their own, as an administrator types them.
class Office {
public:
    Ran run(std::vector<std::string> arguments)
    {
        arguments.insert(arguments.end(), {"--data", data().string()});
        std::ostringstream out;
        std::ostringstream err;
        Ran ran;
        ran.code = hub::runCommand(arguments, out, err, m_clock, hubtest::seeded(++m_seed));
        ran.out = out.str();
        ran.err = err.str();
        return ran;
    }
    void good(std::vector<std::string> arguments)
    {
        const Ran ran = run(std::move(arguments));
        INFO(ran.err);
        REQUIRE(ran.code == 0);
    }
    std::string file(const std::string& name, const std::string& text)
    {
        const std::filesystem::path path = m_folder.path / name;
        std::ofstream(path, std::ios::binary) << text;
        return path.string();
    }
    std::filesystem::path data() const { return m_folder.path / "data"; }
    /// Everything in the database as one hash, the audit log aside.
    std::string state() const
    {
        hub::Connection db(hub::databaseFile(data()), sqlite::Mode::readOnly);
        std::string text;
        for (const char* sql :
             {"SELECT group_concat(json) FROM region", "SELECT group_concat(json) FROM checklist",
              "SELECT group_concat(json) FROM campaign", "SELECT group_concat(json) FROM user",
              "SELECT group_concat(json) FROM assignment",
              "SELECT group_concat(hash) FROM enrol_code", "SELECT epoch || durable FROM hub"}) {
            const hub::Prepared query = db.prepare(sql);
            query->executeStep();
            text += query->getColumn(0).getString() + "\n";
        }
        return text;
    }

private:
    hubtest::TempFolder m_folder;
    hubtest::FakeClock m_clock;
    std::uint64_t m_seed = 100;
};

const std::string regions =
    "code,name,town_code,town\n"
    "330799001201,上村,330799001000,甲镇\n"
    "330799001202,下村,330799001000,甲镇\n"
    "330799002201,溪村,330799002000,乙镇\n";

void makeCounty(Office& office)
{
    office.good({"init", "示例县"});
    office.good({"import-regions", office.file("regions.csv", regions)});
    office.good({"import-samples"});
    office.good({"add-user", "张三", "--id", "zhang"});
    office.good({"add-user", "王五", "--id", "wang", "--role", "supervisor", "--scope", "甲镇"});
    office.good({"add-campaign", "一期", "MV=50", "LJ=30", "WS=20", "--from", "2026-11-01", "--to",
                 "2026-11-30", "--all", "--publish"});
    office.good({"assign", "一期", "张三", "甲镇"});
}
}  // namespace

TEST_CASE("What capture obeys is part of a campaign, and nonsense is refused")
{
    Office office;
    makeCounty(office);
    const std::vector<std::string> add = {"add-campaign", "二期", "LJ=1",       "--from",
                                          "2026-12-01",   "--to", "2026-12-31", "--all"};
    const auto with = [&](const std::vector<std::string>& more) {
        auto all = add;
        all.insert(all.end(), more.begin(), more.end());
        return office.run(all);
    };
    CHECK(with({"--photo-side", "200"}).code != 0);
    CHECK(with({"--photo-quality", "100"}).code != 0);
    CHECK(with({"--accuracy", "0"}).code != 0);
    CHECK(with({"--photo-side", "2048", "--photo-quality", "85", "--accuracy", "15", "--originals"})
              .code == 0);
    CHECK(office.state().find("\"accuracyLimit\":15000,\"originalsWanted\":true,"
                              "\"photoLongSide\":2048,\"photoQuality\":85") != std::string::npos);
}

TEST_CASE(
    "Deadlines of putting right and of appeals are part of a campaign, and nonsense is refused")
{
    Office office;
    makeCounty(office);
    const auto with = [&](const std::vector<std::string>& more) {
        std::vector<std::string> all = {"add-campaign", "二期", "LJ=1",       "--from",
                                        "2026-12-01",   "--to", "2026-12-31", "--all"};
        all.insert(all.end(), more.begin(), more.end());
        return office.run(all);
    };
    for (const std::vector<std::string>& nonsense :
         {std::vector<std::string>{"--urgent-hours", "0"},
          {"--major-hours", "12"},
          {"--ordinary-hours", "9000"},
          {"--appeal-days", "0"},
          {"--appeal-until", "十二月"},
          {"--appeal-until", "2026-12-30"}}) {
        INFO(nonsense[0] << " " << nonsense[1]);
        CHECK(with(nonsense).code != 0);
    }
    CHECK(with({"--urgent-hours", "12", "--major-hours", "48", "--ordinary-hours", "240",
                "--appeal-days", "3", "--appeal-until", "2027-01-08"})
              .code == 0);
    CHECK(office.state().find("\"appealDays\":3,\"appealUntil\":\"2027-01-08\",\"majorHours\":48,"
                              "\"ordinaryHours\":240,\"urgentHours\":12") != std::string::npos);
}

TEST_CASE("An administrator makes a county, and lists show it")
{
    Office office;
    makeCounty(office);
    CHECK(office.run({"list", "regions"}).out.find("甲镇 2 个村级单位") != std::string::npos);
    CHECK(office.run({"list", "campaigns"}).out.find("MV@1=50 LJ@1=30 WS@1=20") !=
          std::string::npos);
    CHECK(office.run({"list", "assignments"}).out.find("一期 张三： 甲镇") != std::string::npos);
    CHECK(office.run({"list", "checklists"}).out.find("（示例）") != std::string::npos);
    CHECK(office.run({"list", "users"}).out.find("wang 王五 supervisor") != std::string::npos);
    CHECK(office.run({"list", "audit"}).out.find("campaign.add") != std::string::npos);
    CHECK(office.run({"rank", "一期"}).out.find("上村") != std::string::npos);
    CHECK(office.run({"rank", "一期", "--json"}).out.front() == '{');
    CHECK(office.run({"explain", "一期", "上村"}).out.find("上村") != std::string::npos);
    CHECK(office.run({"check"}).code == 0);
    CHECK(office.run({"rebuild"}).out.find("相同") != std::string::npos);

    SECTION("again changes nothing")
    {
        const std::string before = office.state();
        CHECK(office.run({"import-regions", office.file("regions.csv", regions)})
                  .out.find("不变 5") != std::string::npos);
        office.good({"import-samples"});
        CHECK(office.state() == before);
    }
    SECTION("a code is shown once and only once")
    {
        const Ran code = office.run({"enrol-code", "张三"});
        CHECK(code.code == 0);
        CHECK(code.out.size() == 15);
        for (const char* what : {"users", "devices", "audit"})
            CHECK(office.run({"list", what}).out.find(code.out.substr(0, 14)) == std::string::npos);
    }
    SECTION("a campaign's rules may be given in part")
    {
        office.good({"add-campaign", "二期", "LJ=1", "--from", "2026-12-01", "--to", "2026-12-31",
                     "--places", "甲镇", "330799002201", "--exclude", "下村", "--rules",
                     office.file("rules.json", "\xef\xbb\xbf{\"bestCount\":3,\"bestPerTown\":1}")});
        CHECK(office.run({"list", "campaigns"}).out.find("draft 2 个村 LJ@1=1") !=
              std::string::npos);
        office.good({"publish", "二期"});
        office.good({"close", "二期"});
    }
    SECTION("backed up and put back")
    {
        const std::string copy = (office.data().parent_path() / "copy").string();
        const std::string before = office.state();
        office.good({"backup", copy});
        office.good({"add-user", "李四"});
        office.good({"restore", copy});
        CHECK(office.state() != before);  // the epoch is new
        CHECK(office.run({"list", "users"}).out.find("李四") == std::string::npos);
    }
}

namespace {
using Wrong = std::vector<std::pair<std::vector<std::string>, std::string>>;

std::vector<std::string> campaign(std::vector<std::string> arguments)
{
    arguments.insert(arguments.begin(), "add-campaign");
    return arguments;
}

Wrong wrongCampaigns(Office& office)
{
    return {
        {campaign({"一期", "MV=1", "--from", "2026-11-01", "--to", "2026-11-30", "--all"}),
         "campaign.name_taken"},
        {campaign({"新", "MV", "--from", "2026-11-01", "--to", "2026-11-30", "--all"}),
         "campaign.sheet"},
        {campaign({"新", "MV=-1", "--from", "2026-11-01", "--to", "2026-11-30", "--all"}),
         "campaign.sheet"},
        {campaign({"新", "XX=1", "--from", "2026-11-01", "--to", "2026-11-30", "--all"}),
         "campaign.sheet_unknown"},
        {campaign({"新", "MV=1", "MV=2", "--from", "2026-11-01", "--to", "2026-11-30", "--all"}),
         "campaign.sheet_doubled"},
        {campaign({"新", "MV=1", "--from", "2026-11-30", "--to", "2026-11-01", "--all"}),
         "campaign.days"},
        {campaign({"新", "MV=1", "--from", "昨天", "--to", "2026-11-01", "--all"}),
         "campaign.days"},
        {campaign({"新", "MV=1", "--from", "2026-11-01", "--to", "2026-11-30"}), "campaign.places"},
        {campaign({"新", "MV=1", "--from", "2026-11-01", "--to", "2026-11-30", "--places", "无村"}),
         "region.unknown"},
        {campaign({"新", "MV=1", "--from", "2026-11-01", "--to", "2026-11-30", "--places", "上村",
                   "--exclude", "上村"}),
         "campaign.empty"},
        {campaign({"新", "MV=1", "--from", "2026-11-01", "--to", "2026-11-30", "--all", "--period",
                   "week"}),
         "campaign.period"},
        {campaign({"新", "MV=1", "--from", "2026-11-01", "--to", "2026-11-30", "--all", "--rules",
                   office.file("rules.json", R"({"unknown":1})")}),
         "json.key_unknown"},
        {campaign({"新", "MV=1", "--from", "2026-11-01", "--to", "2026-11-30", "--all", "--rules",
                   office.file("count.json", R"({"bestCount":-1})")}),
         "campaign.rules"},
        {campaign({"新", "MV=1", "--from", "2026-11-01", "--to", "2026-11-30", "--all", "--rules",
                   office.file("uniform.json", R"({"uniformScore":10001})")}),
         "campaign.rules"},
        {campaign(
             {"新", "MV=1", "--from", "2026-11-01", "--to", "2026-11-30", "--all", "--rules",
              office.file("tie.json", R"({"ties":[{"by":"higherInChecklist","kind":"LJ"}]})")}),
         "campaign.rules"},
        {campaign({"新", "MV=1", "--from", "2026-11-01", "--to", "2026-11-30", "--all", "--rules",
                   office.file(
                       "hand.json",
                       R"({"byHand":[{"order":["330799001201","330799001202"],"reason":""}]})")}),
         "campaign.rules"},
    };
}

Wrong wrongCommands(Office& office)
{
    return {
        {{"init", "又一个"}, "hub.exists"},
        {{"import-regions", "/nowhere.csv"}, "file.unreadable"},
        {{"import-regions", office.file("bad.csv", "a,b\n1,2\n")}, "csv.header"},
        {{"import-checklist", office.file("bad.json", "{")}, "checklist.refused"},
        {{"import-checklist", office.file("empty.json", "{}")}, "checklist.refused"},
        {{"add-user", "", "--id", "x"}, "user.name"},
        {{"add-user", "某", "--role", "king"}, "user.role"},
        {{"add-user", "某", "--role", "supervisor"}, "user.scope"},
        {{"add-user", "某", "--role", "supervisor", "--scope", "无镇"}, "region.unknown"},
        {{"add-user", "某", "--scope", "甲镇"}, "user.scope"},
        {{"add-user", "某", "--id", "zhang"}, "user.exists"},
        {{"add-user", "某", "--may-adjust"}, "user.adjust"},
        {{"enrol-code", "无此人"}, "user.unknown"},
        {{"enrol-code", "zhang", "--hours", "0"}, "enrol.hours"},
        {{"revoke", "none"}, "device.unknown"},
        {{"publish", "一期"}, "campaign.state"},
        {{"publish", "无此批次"}, "campaign.unknown"},
        {{"assign", "一期", "王五", "甲镇"}, "assign.role"},
        {{"assign", "一期", "张三", "甲镇", "--kinds", "XX"}, "assign.kind"},
        {{"assign", "一期", "张三", "无村"}, "region.unknown"},
        {{"rank", "无此批次"}, "campaign.unknown"},
        {{"explain", "一期", "无村"}, "region.unknown"},
        {{"list", "secrets"}, "list.unknown"},
        {{"durable", "maybe"}, "durable.mode"},
        {{"restore", "/nowhere"}, "restore.source"},
        {{"demo"}, "demo.not_empty"},
        {{"serve", "--listen", "127.0.0.1:x"}, "serve.listen"},
        {{"serve", "--certificate", "/only/one"}, "serve.tls"},
        {{"serve", "--listen", "203.0.113.1:1"}, "serve.listen"},
    };
}
}  // namespace

TEST_CASE("A wrong command names what is wrong, ends with an error and changes nothing")
{
    Office office;
    makeCounty(office);
    const std::string before = office.state();
    Wrong wrong = wrongCommands(office);
    for (auto& more : wrongCampaigns(office)) wrong.push_back(std::move(more));
    for (const auto& [arguments, code] : wrong) {
        const Ran ran = office.run(arguments);
        INFO(arguments.front() << ": " << ran.err);
        CHECK(ran.code == 1);
        CHECK(ran.err.find("错误 [" + code + "]") != std::string::npos);
    }
    CHECK(office.state() == before);
    for (const std::vector<std::string>& arguments :
         {std::vector<std::string>{}, {"dance"}, {"add-user"}, {"serve", "--port", "70000"}}) {
        const Ran ran = office.run(arguments);
        CHECK(ran.code == 2);
        CHECK(ran.err.find("[cli.arguments]") != std::string::npos);
    }
}

TEST_CASE("Lines of a CSV that are refused are all named, and the others are in")
{
    Office office;
    office.good({"init", "示例县"});
    const Ran ran =
        office.run({"import-regions",
                    office.file("r.csv", regions + "1,坏码,2,甲镇\n"
                                                   "330799001203,\xFF,330799001000,甲镇\n")});
    CHECK(ran.code == 1);
    CHECK(ran.err.find("[region.code] line 5") != std::string::npos);
    CHECK(ran.err.find("[csv.utf8] line 6") != std::string::npos);
    CHECK(office.run({"list", "regions"}).out.find("甲镇 2 个村级单位") != std::string::npos);
}

TEST_CASE("Before init every command says so")
{
    Office office;
    for (const std::vector<std::string>& arguments : {std::vector<std::string>{"list", "users"},
                                                      {"import-samples"},
                                                      {"check"},
                                                      {"serve"},
                                                      {"rebuild"},
                                                      {"backup", "/tmp/nowhere-xuncun"}}) {
        const Ran ran = office.run(arguments);
        INFO(arguments.front());
        CHECK(ran.code == 1);
        CHECK(ran.err.find("hub.not_initialised") != std::string::npos);
    }
    CHECK_FALSE(std::filesystem::exists(office.data() / "hub.db"));
}

TEST_CASE("Two servers do not serve one folder")
{
    Office office;
    makeCounty(office);
    const auto lock = hub::FolderLock::take(office.data());
    REQUIRE(lock);
    CHECK(office.run({"serve"}).err.find("hub.running") != std::string::npos);
    CHECK(office.run({"restore"}).err.find("hub.running") != std::string::npos);
}

TEST_CASE("The demo county is 18 towns and 40 made-up villages with people to enrol")
{
    Office office;
    const std::string codes = (office.data().parent_path() / "codes").string();
    const Ran ran = office.run({"demo", "--codes", codes});
    INFO(ran.err);
    REQUIRE(ran.code == 0);
    std::ifstream in(codes);
    int people = 0;
    for (std::string line; std::getline(in, line); ++people)
        CHECK(ran.out.find(line.substr(line.find(' ') + 1, 14)) == std::string::npos);
    CHECK(people == 4);
    const auto permissions = std::filesystem::status(codes).permissions();
    CHECK((permissions & (std::filesystem::perms::group_all |
                          std::filesystem::perms::others_all)) == std::filesystem::perms::none);

    hub::Connection db(hub::databaseFile(office.data()), sqlite::Mode::readOnly);
    CHECK(hub::listRegions(db, domain::RegionKind::town).size() == 18);
    CHECK(hub::listRegions(db, domain::RegionKind::village).size() == 40);
    const auto campaign = hub::findCampaign(db, "demo");
    REQUIRE(campaign);
    CHECK(campaign->participants.size() == 40);
    CHECK(campaign->checklists.size() == 3);
}
