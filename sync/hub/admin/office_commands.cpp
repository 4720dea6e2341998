#include <fmt/format.h>

#include <ostream>

#include "core/report/draw.h"
#include "core/sheets/checklist_sheet.h"
#include "sync/hub/admin/admin.h"
#include "sync/hub/admin/lookup.h"
#include "sync/hub/store/reference.h"

// What the office takes away: sheets as spreadsheets, the draw.
namespace hub {

namespace {

constexpr std::size_t listBytesAtMost = 64UL * 1024 * 1024;

base::Result<void> exportChecklist(Admin& admin, const std::string& sheet, const std::string& path,
                                   bool gb18030)
{
    return admin.read([&](Connection& db) -> base::Result<void> {
        for (const domain::ChecklistRef& ref : listChecklists(db))
            if (sheet == fmt::format("{}@{}", ref.kind, ref.version))
                return sheets::checklistToFile(
                    *findChecklist(db, ref.kind, ref.version), path,
                    gb18030 ? sheets::CsvEncoding::gb18030 : sheets::CsvEncoding::utf8);
        return base::fail("checklist.unknown", "没有检查表 " + sheet + "，请写成 LJ@1 这样", sheet);
    });
}

struct DrawArguments {
    std::string campaign;
    std::string seed;
    std::string last;
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
        if (line.empty()) continue;
        if (space == std::string::npos)
            return base::fail("draw.last", "每行应是村代码、空格、检查组",
                              fmt::format("{} line {}", path, number));
        input.lastTeams[{line.substr(0, space)}] = line.substr(space + 1);
    }
    return {};
}

base::Result<void> drawVillages(Admin& admin, DrawArguments arguments)
{
    if (arguments.newSeed) {
        std::uint8_t bytes[32];
        admin.random(bytes);
        std::string seed;
        for (const std::uint8_t byte : bytes) seed += fmt::format("{:02x}", byte);
        admin.out << fmt::format("种子（抽取前保密）{}\n指纹（现在公布）{}\n", seed,
                                 report::commitmentOf(seed));
        return {};
    }
    if (auto last = readLast(arguments.last, arguments.input); !last) return last;
    return admin.read([&](Connection& db) -> base::Result<void> {
        const auto campaign = findCampaignByText(db, arguments.campaign);
        if (!campaign) return tl::unexpected(campaign.error());
        arguments.input.seed = arguments.seed;
        arguments.input.villages = campaign->participants;
        const auto drawn = report::draw(arguments.input);
        if (!drawn) return tl::unexpected(drawn.error());
        for (const report::Drawn& one : *drawn)
            admin.out << one.village.value << ' ' << one.team << '\n';
        return {};
    });
}

void addDrawCommand(CLI::App& app, Admin& admin)
{
    auto arguments = std::make_shared<DrawArguments>();
    CLI::App* command =
        addCommand(app, admin, "draw", "双随机：抽村、派组，谁都能照 docs/draw.md 重抽",
                   [&admin, arguments] { return drawVillages(admin, *arguments); });
    command->add_option("campaign", arguments->campaign, "批次编号或名称，在它的参评村里抽");
    command->add_option("--seed", arguments->seed, "抽取用的种子，其指纹应事先公布");
    command->add_option("--wanted", arguments->input.wanted, "抽几个村");
    command->add_flag("--per-town", arguments->input.perTown, "每个镇街抽这么多");
    command->add_option("--team", arguments->input.teams, "检查组，可多次");
    command->add_option("--last", arguments->last, "上次抽取的结果文件，同一组不连续去同一村");
    command->add_flag("--new-seed", arguments->newSeed, "只生成一个种子和它的指纹");
}

}  // namespace

void addOfficeCommands(CLI::App& app, Admin& admin)
{
    auto sheet = std::make_shared<std::string>();
    auto sheetFile = std::make_shared<std::string>();
    auto gb18030 = std::make_shared<bool>(false);
    CLI::App* exporting =
        addCommand(app, admin, "export-checklist", "把检查表导出为 .xlsx 或 .csv",
                   [&admin, sheet, sheetFile, gb18030] {
                       return exportChecklist(admin, *sheet, *sheetFile, *gb18030);
                   });
    exporting->add_option("checklist", *sheet, "检查表，如 LJ@1")->required();
    exporting->add_option("file", *sheetFile, ".xlsx 或 .csv 文件")->required();
    exporting->add_flag("--gb18030", *gb18030, "CSV 用 GB18030 编码");

    addDrawCommand(app, admin);
}

}  // namespace hub
