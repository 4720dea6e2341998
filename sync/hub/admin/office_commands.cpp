#include <fmt/format.h>

#include <ostream>

#include "core/report/draw.h"
#include "sync/hub/admin/admin.h"
#include "sync/hub/admin/lookup.h"
#include "sync/hub/admin/time_text.h"
#include "sync/hub/store/audit.h"

// 双随机: a seed whose hash is announced, the draw, and what anybody needs to draw again.
namespace hub {

namespace {

constexpr std::size_t listBytesAtMost = 64UL * 1024 * 1024;

struct DrawArguments {
    std::string campaign;
    std::string seed;
    std::string last;
    std::string announced;
    std::string inputFile;
    report::DrawInput input;
    bool newSeed = false;
};

/// The lines of an earlier draw: code and team.
base::Result<void> readLast(const std::string& path, report::DrawInput& input)
{
    if (path.empty()) return {};
    const auto text = readFile(path, listBytesAtMost);
    if (!text) return tl::unexpected(text.error());
    std::size_t number = 0;
    for (std::size_t at = 0; at < text->size();) {
        const std::size_t end = std::min(text->find('\n', at), text->size());
        const std::string line = text->substr(at, end - at);
        at = end + 1;
        ++number;
        const std::size_t space = line.find(' ');
        if (line.empty() || line.starts_with('#')) continue;
        if (space == std::string::npos)
            return base::fail("draw.last", "每行应是村代码、空格、检查组",
                              fmt::format("{} line {}", path, number));
        input.lastTeams[{line.substr(0, space)}] = line.substr(space + 1);
    }
    return {};
}

constexpr const char* seedAnnounced = "draw.seed";

base::Result<void> announce(Admin& admin, const std::string& hash)
{
    if (hash.size() != 64 || hash.find_first_not_of("0123456789abcdef") != std::string::npos)
        return base::fail("draw.hash", "种子的指纹应是 64 位十六进制 SHA-256", hash);
    return admin.write([&](Connection& db) -> base::Result<void> {
        audit(db, admin.clock.wallMs(), "command", seedAnnounced, hash);
        return {};
    });
}

base::Result<void> newSeed(Admin& admin)
{
    std::uint8_t bytes[32];
    admin.random(bytes);
    std::string seed;
    for (const std::uint8_t byte : bytes) seed += fmt::format("{:02x}", byte);
    const std::string hash = report::commitmentOf(seed);
    if (auto done = announce(admin, hash); !done) return done;
    admin.out << fmt::format("种子（抽取前保密）{}\n指纹（现在公布，已记入审计）{}\n", seed, hash);
    return {};
}

/// When the hash of the seed was first written down; nothing when it never was.
std::optional<std::int64_t> announcedMs(Connection& db, const std::string& hash)
{
    std::optional<std::int64_t> first;
    readAudit(db, 0, [&](const AuditLine& line) {
        if (!first && line.action == seedAnnounced && line.object == hash) first = line.atMs;
    });
    return first;
}

base::Result<void> drawVillages(Admin& admin, DrawArguments arguments)
{
    if (arguments.newSeed) return newSeed(admin);
    if (!arguments.announced.empty()) return announce(admin, arguments.announced);
    if (auto last = readLast(arguments.last, arguments.input); !last) return last;
    return admin.write([&](Connection& db) -> base::Result<void> {
        const auto campaign = findCampaignByText(db, arguments.campaign);
        if (!campaign) return tl::unexpected(campaign.error());
        arguments.input.seed = arguments.seed;
        arguments.input.villages = campaign->participants;
        const auto drawn = report::draw(arguments.input);
        if (!drawn) return tl::unexpected(drawn.error());
        const std::string hash = report::commitmentOf(arguments.seed);
        const auto since = announcedMs(db, hash);
        if (!since)
            return base::fail("draw.not_announced",
                              "这个种子的指纹事先没有公布：先用 --new-seed 生成，或用 --announce "
                              "登记自己的种子的指纹",
                              hash);
        if (!arguments.inputFile.empty())
            if (auto saved = writeFile(arguments.inputFile, canonicalJson(arguments.input) + "\n");
                !saved)
                return saved;
        audit(db, admin.clock.wallMs(), "command", "draw", campaign->id.value, hash);
        admin.out << fmt::format("# {}，种子指纹 {}，公布于 {}\n", campaign->name, hash,
                                 timeText(*since));
        for (const report::Drawn& one : *drawn)
            admin.out << one.village.value << ' ' << one.team << '\n';
        return {};
    });
}

void addDrawCommand(CLI::App& app, Admin& admin)
{
    auto arguments = std::make_shared<DrawArguments>();
    Command command =
        addCommand(app, admin, "draw", "双随机：抽村、派组，谁都能照 docs/draw.md 重抽",
                   [&admin, arguments] { return drawVillages(admin, *arguments); });
    command.takes("campaign", arguments->campaign, "批次编号或名称，在它的参评村里抽");
    command.takes("--seed", arguments->seed, "抽取用的种子，其指纹应事先公布");
    command.takes("--wanted", arguments->input.wanted, "抽几个村");
    command.flag("--per-town", arguments->input.perTown, "每个镇街抽这么多");
    command.takes("--team", arguments->input.teams, "检查组，可多次");
    command.takes("--last", arguments->last, "上次抽取的结果文件，同一组不连续去同一村");
    command.takes("--input", arguments->inputFile,
                  "把抽取的全部依据写成 JSON，给 docs/draw.md 的十行程序重抽");
    command.flag("--new-seed", arguments->newSeed, "只生成一个种子，登记并显示它的指纹");
    command.takes("--announce", arguments->announced, "只登记自己的种子的指纹");
}

}  // namespace

void addOfficeCommands(CLI::App& app, Admin& admin)
{
    addDrawCommand(app, admin);
}

}  // namespace hub
