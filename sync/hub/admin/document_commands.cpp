#include <fmt/format.h>

#include <ostream>

#include "core/documents/figures.h"
#include "core/documents/notice.h"
#include "core/documents/tables.h"
#include "sync/hub/admin/admin.h"
#include "sync/hub/admin/lookup.h"
#include "sync/hub/admin/particulars.h"
#include "sync/hub/admin/pdf.h"
#include "sync/hub/store/publications.h"

// The documents of a frozen ranking. Every figure comes from the package. From the hub may come
// places, notes and inspectors, and, dated below its table, how far what was found is put right.
namespace hub {

namespace {

constexpr std::size_t templateBytesAtMost = 32UL * 1024 * 1024;

constexpr const char* defaultIssuer = "美丽乡村建设领导小组办公室";

struct ReportArguments {
    std::string source;
    std::string issues;
    std::string table;
    std::string notice;
    std::string pdf;
    std::string templateFile;
    bool internal = false;
    documents::NoticeOptions notices;
};

/// The package that a campaign was last published with.
base::Result<std::string> publishedPackage(Connection& db, const std::string& campaignText)
{
    const auto campaign = findCampaignByText(db, campaignText);
    if (!campaign) return tl::unexpected(campaign.error());
    const auto last = lastPublication(db, campaign->id);
    if (!last)
        return base::fail("package.not_frozen",
                          "这个批次的排名还没有冻结，请先运行 xuncun-hub freeze", campaignText);
    return *packageText(db, last->sha256);
}

base::Result<report::VerifiedPackage> verified(Admin& admin, const std::string& text,
                                               const std::string& source)
{
    auto package = report::verifyPackage(text);
    if (package) return std::move(*package);
    printErrors(admin, package.error());
    return base::fail("package.refused", "排名包没有通过核对，不能用来出文件", source);
}

base::Result<std::string> templateMeant(const std::string& file)
{
    return file.empty() ? documents::noticeTemplate() : readFile(file, templateBytesAtMost);
}

base::Result<void> writeNotice(const report::VerifiedPackage& package,
                               const ReportArguments& arguments)
{
    const auto templateDocx = templateMeant(arguments.templateFile);
    if (!templateDocx) return tl::unexpected(templateDocx.error());
    const auto docx = documents::noticeDocx(package, arguments.notices, *templateDocx);
    if (!docx) return tl::unexpected(docx.error());
    const std::string file = arguments.notice.empty() ? arguments.pdf + ".docx" : arguments.notice;
    if (auto saved = writeFile(file, *docx); !saved || arguments.pdf.empty()) return saved;
    auto made = docxToPdf(file, arguments.pdf);
    if (arguments.notice.empty()) std::filesystem::remove(file);
    return made;
}

base::Result<void> writeAll(Admin& admin, const report::VerifiedPackage& package,
                            const ReportArguments& arguments)
{
    const std::int64_t madeAtMs = admin.clock.wallMs();
    if (!arguments.issues.empty())
        if (auto done = documents::writeTables(
                {documents::issuesTable(package, arguments.notices.problems)}, madeAtMs,
                arguments.issues);
            !done)
            return done;
    if (!arguments.table.empty())
        if (auto done =
                documents::writeTables(documents::fullTables(package), madeAtMs, arguments.table);
            !done)
            return done;
    if (!arguments.notice.empty() || !arguments.pdf.empty())
        if (auto done = writeNotice(package, arguments); !done) return done;
    for (const std::string& file :
         {arguments.issues, arguments.table, arguments.notice, arguments.pdf})
        if (!file.empty()) admin.out << fmt::format("已生成 {}\n", file);
    admin.out << fmt::format("数据出自排名包 {}\n", package.sha256);
    return {};
}

/// What the hub adds to the figures: who issues, and where and by whom things were found.
void takeFromHub(Connection& db, ReportArguments& arguments, bool places, std::int64_t nowMs)
{
    documents::NoticeOptions& options = arguments.notices;
    const auto counties = listRegions(db, domain::RegionKind::county);
    if (options.issuer.empty() && !counties.empty())
        options.issuer = counties.front().name + defaultIssuer;
    if (!places) return;
    options.problems.asOf = documents::dayOf(nowMs);
    options.problems.particularsOf = [&db, nowMs](const domain::InspectionId& id, int revision) {
        return particularsOf(db, id, revision, nowMs);
    };
}

base::Result<void> report(Admin& admin, ReportArguments arguments)
{
    if (arguments.issues.empty() && arguments.table.empty() && arguments.notice.empty() &&
        arguments.pdf.empty())
        return base::fail("document.none",
                          "没有说要什么文件，请用 --issues、--table、--notice 或 --pdf 写明");
    const bool file = std::filesystem::is_regular_file(arguments.source);
    const auto hub = admin.open();
    if (!hub && (!file || arguments.internal)) return tl::unexpected(hub.error());
    documents::ProblemOptions& problems = arguments.notices.problems;
    if (arguments.internal) problems.audience = documents::Audience::internal;
    if (hub) takeFromHub(**hub, arguments, !file || arguments.internal, admin.clock.wallMs());
    if (arguments.notices.issuer.empty()) arguments.notices.issuer = defaultIssuer;
    if (problems.day.empty()) problems.day = documents::dayOf(admin.clock.wallMs());
    const auto text = file ? readFile(arguments.source, packageBytesAtMost)
                           : publishedPackage(**hub, arguments.source);
    if (!text) return tl::unexpected(text.error());
    const auto package = verified(admin, *text, arguments.source);
    if (!package) return tl::unexpected(package.error());
    return writeAll(admin, *package, arguments);
}

void addReportOptions(Command command, ReportArguments& arguments)
{
    command.needs("source", arguments.source, "排名包文件，或已公布的批次编号、名称");
    command.takes("--issues", arguments.issues, "问题清单 .xlsx");
    command.takes("--table", arguments.table, "全部得分和排名 .xlsx");
    command.takes("--notice", arguments.notice, "通报 .docx");
    command.takes("--pdf", arguments.pdf, "通报 .pdf（要用 LibreOffice）");
    command.takes("--template", arguments.templateFile,
                  "通报的模板 .docx，默认用内置的（report-template 可取出）");
    command.flag("--internal", arguments.internal,
                 "内部稿：写明检查人，户主、门牌、车牌不遮盖，不得公开");
    documents::NoticeOptions& notice = arguments.notices;
    command.takes("--issuer", notice.issuer, "发文机关");
    command.takes("--number", notice.number, "发文字号，如 东美丽办〔2026〕12号");
    command.takes("--title", notice.title, "标题");
    command.takes("--address", notice.address, "主送机关");
    command.takes("--copies", notice.copies, "抄送机关");
    command.takes("--date", notice.problems.day, "成文日期，如 2026-11-23，默认今天",
                  [](const std::string& day) {
                      return documents::dayInWords(day) == day ? "日期应写成 2026-11-23 这样" : "";
                  });
    command.takes("--frequent", notice.frequentCount, "通报列几个高频问题，默认 3");
}

}  // namespace

void addDocumentCommands(CLI::App& app, Admin& admin)
{
    auto arguments = std::make_shared<ReportArguments>();
    Command command = addCommand(app, admin, "report",
                                 "从冻结的排名包出问题清单、全表、通报（默认遮盖户主、门牌、车牌）",
                                 [&admin, arguments] { return report(admin, *arguments); });
    addReportOptions(command, *arguments);

    auto file = std::make_shared<std::string>();
    addCommand(app, admin, "report-template",
               "取出通报的模板 .docx，用 WPS 或 Word 改好后给 report",
               [&admin, file]() -> base::Result<void> {
                   const auto docx = documents::noticeTemplate();
                   if (!docx) return tl::unexpected(docx.error());
                   if (auto saved = writeFile(*file, *docx); !saved) return saved;
                   admin.out << fmt::format("模板 {}\n", *file);
                   return {};
               })
        .needs("file", *file, ".docx 文件");
}

}  // namespace hub
