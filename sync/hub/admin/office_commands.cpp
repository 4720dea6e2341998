#include <fmt/format.h>

#include <ostream>

#include "core/report/draw.h"
#include "sync/hub/admin/admin.h"
#include "sync/hub/admin/lookup.h"
#include "sync/hub/admin/time_text.h"
#include "sync/hub/store/audit.h"
#include "sync/hub/store/draws.h"

// 双随机: a seed whose hash is announced, the draw, and what anybody needs to draw again.
namespace hub {

namespace {

struct DrawArguments {
    std::string campaign;
    std::string seed;
    std::string announced;
    std::string inputFile;
    report::DrawInput input;
    bool newSeed = false;
};

base::Result<void> saveInput(const std::string& file, const report::DrawInput& input)
{
    return file.empty() ? base::Result<void>{} : writeFile(file, canonicalJson(input));
}

/// Everything that a draw is made of but the seed, as of now.
base::Result<report::DrawInput> inputFor(Connection& db, const domain::Campaign& campaign,
                                         report::DrawInput input)
{
    if (campaign.state == domain::CampaignState::draft)
        return base::fail("draw.draft", "草稿批次的参评村还会变，公布批次之后再抽", campaign.name);
    input.villages = campaign.participants;
    input.lastTeams = lastTeams(db, input.villages);
    input.seed = std::string(64, '0');
    if (const auto possible = report::draw(input); !possible)
        return tl::unexpected(possible.error());
    input.seed.clear();
    return input;
}

base::Result<void> announce(Admin& admin, const DrawArguments& arguments, const std::string& hash)
{
    if (hash.size() != 64 || hash.find_first_not_of("0123456789abcdef") != std::string::npos)
        return base::fail("draw.hash", "种子的指纹应是 64 位十六进制 SHA-256", hash);
    return admin.write([&](Connection& db) -> base::Result<void> {
        const auto campaign = findCampaignByText(db, arguments.campaign);
        if (!campaign) return tl::unexpected(campaign.error());
        const auto input = inputFor(db, *campaign, arguments.input);
        if (!input) return tl::unexpected(input.error());
        if (!addDraw(db, {hash, campaign->id, canonicalJson(*input), admin.clock.wallMs(), false}))
            return base::fail("draw.announced", "这个种子已经公布过，请换一个", hash);
        if (auto saved = saveInput(arguments.inputFile, *input); !saved) return saved;
        const std::string inputHash = report::commitmentOf(*input);
        audit(db, admin.clock.wallMs(), "command", "draw.seed", hash, inputHash);
        admin.out << fmt::format(
            "种子指纹 {}\n依据指纹 {}\n（名单、检查组、上次派组和抽取数自此固定，两个指纹现在公布，"
            "已记入审计）\n",
            hash, inputHash);
        return {};
    });
}

base::Result<void> newSeed(Admin& admin, const DrawArguments& arguments)
{
    std::uint8_t bytes[32];
    admin.random(bytes);
    std::string seed;
    for (const std::uint8_t byte : bytes) seed += fmt::format("{:02x}", byte);
    if (auto done = announce(admin, arguments, report::commitmentOf(seed)); !done) return done;
    admin.out << fmt::format("种子（抽取前保密）{}\n", seed);
    return {};
}

/// What was announced for the seed, with the seed. Refused when other draws came between and a team
/// could come to a village twice running.
base::Result<report::DrawInput> announcedInput(Connection& db, const AnnouncedDraw& announced,
                                               const std::string& seed)
{
    base::Result<report::DrawInput> input = report::drawInputFromJson(announced.input);
    if (!input) return input;
    if (!announced.drawn && lastTeams(db, input->villages) != input->lastTeams)
        return base::fail("draw.stale",
                          "公布指纹之后又抽过别的批次，上次派组已经不同，请重新公布一个种子",
                          announced.seedSha256);
    input->seed = seed;
    return input;
}

base::Result<void> drawVillages(Admin& admin, const DrawArguments& arguments)
{
    if (arguments.newSeed) return newSeed(admin, arguments);
    if (!arguments.announced.empty()) return announce(admin, arguments, arguments.announced);
    if (!arguments.campaign.empty() || !arguments.input.teams.empty() ||
        arguments.input.wanted != 0 || arguments.input.perTown)
        return base::fail("draw.fixed",
                          "批次、检查组和抽取数在公布指纹时已经固定，抽取时只写 --seed");
    return admin.write([&](Connection& db) -> base::Result<void> {
        const std::string hash = report::commitmentOf(arguments.seed);
        const auto announced = findDraw(db, hash);
        if (!announced)
            return base::fail("draw.not_announced",
                              "这个种子的指纹事先没有公布：先用 --new-seed 生成，或用 --announce "
                              "登记自己的种子的指纹",
                              hash);
        const auto input = announcedInput(db, *announced, arguments.seed);
        if (!input) return tl::unexpected(input.error());
        const auto drawn = report::draw(*input);
        if (!drawn) return tl::unexpected(drawn.error());
        std::map<domain::RegionCode, std::string> teams;
        for (const report::Drawn& one : *drawn) teams[one.village] = one.team;
        if (!announced->drawn) {
            setDrawn(db, hash, arguments.seed, teams);
            audit(db, admin.clock.wallMs(), "command", "draw", announced->campaign.value, hash);
        }
        if (auto saved = saveInput(arguments.inputFile, *input); !saved) return saved;
        const auto campaign = findCampaign(db, announced->campaign.value);
        admin.out << fmt::format("# {}，种子指纹 {}，公布于 {}\n# 依据指纹 {}\n",
                                 campaign ? campaign->name : std::string(), hash,
                                 timeText(announced->announcedMs), report::commitmentOf(*input));
        for (const report::Drawn& one : *drawn)
            admin.out << one.village.value << ' ' << one.team << '\n';
        return {};
    });
}

void addDrawCommand(CLI::App& app, Admin& admin)
{
    auto arguments = std::make_shared<DrawArguments>();
    Command command = addCommand(
        app, admin, "draw", "双随机：抽村、派组，同一组不连续去同一村；谁都能照 docs/draw.md 重抽",
        [&admin, arguments] { return drawVillages(admin, *arguments); });
    command.takes("campaign", arguments->campaign, "批次编号或名称，在它的参评村里抽");
    command.takes("--seed", arguments->seed, "抽取：读出事先公布过指纹的种子，其余依据已经固定");
    command.takes("--wanted", arguments->input.wanted, "抽几个村");
    command.flag("--per-town", arguments->input.perTown, "每个镇街抽这么多");
    command.takes("--team", arguments->input.teams, "检查组，可多次");
    command.takes("--input", arguments->inputFile,
                  "把抽取的全部依据写成 JSON，给 docs/draw.md 的十行程序重抽");
    command.flag("--new-seed", arguments->newSeed,
                 "公布：生成一个种子，固定名单、检查组和抽取数，登记两者的指纹");
    command.takes("--announce", arguments->announced, "公布：同上，但登记自己的种子的指纹");
}

}  // namespace

void addOfficeCommands(CLI::App& app, Admin& admin)
{
    addDrawCommand(app, admin);
}

}  // namespace hub
