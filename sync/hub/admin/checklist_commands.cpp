#include <fmt/format.h>

#include <charconv>
#include <ostream>

#include "core/checklists/samples.h"
#include "core/domain/codec.h"
#include "core/scoring/validate.h"
#include "core/sheets/checklist_sheet.h"
#include "sync/hub/admin/admin.h"
#include "sync/hub/store/audit.h"
#include "sync/hub/store/reference.h"
#include "sync/hub/store/sheet_versions.h"

// Sheets from and to the office's spreadsheets, and the life of their versions.
namespace hub {

namespace {
constexpr std::size_t jsonBytes = 4 * 1024 * 1024;

std::string nameOf(const domain::Checklist& checklist)
{
    return fmt::format("{}@{}", checklist.kind, checklist.version);
}

/// "LJ@2".
base::Result<domain::ChecklistRef> refOfText(const std::string& text)
{
    const std::size_t at = text.rfind('@');
    domain::ChecklistRef ref;
    if (at != std::string::npos) {
        ref.kind = text.substr(0, at);
        const char* end = text.data() + text.size();
        const auto read = std::from_chars(text.data() + at + 1, end, ref.version);
        if (read.ec == std::errc() && read.ptr == end && ref.version > 0) return ref;
    }
    return base::fail("checklist.unknown", "没有检查表 " + text + "，请写成 LJ@1 这样", text);
}

base::Result<void> addChecklists(Admin& admin, const std::vector<domain::Checklist>& checklists)
{
    std::vector<domain::ChecklistRef> added;
    auto written = admin.write([&](Connection& db) -> base::Result<void> {
        for (const domain::Checklist& checklist : checklists) {
            const auto ref = addChecklist(db, checklist);
            if (!ref) return tl::unexpected(ref.error());
            audit(db, admin.clock.wallMs(), "command", "checklist.publish",
                  fmt::format("{}@{}", ref->kind, ref->version), ref->sha256.value);
            added.push_back(*ref);
        }
        return {};
    });
    if (!written) return written;
    for (const domain::ChecklistRef& ref : added)
        admin.out << fmt::format("检查表 {}@{} {}\n", ref.kind, ref.version,
                                 ref.sha256.value.substr(0, 12));
    return {};
}

/// A spreadsheet of the office, or our JSON.
sheets::ChecklistOrErrors checklistFromAnyFile(const std::string& path)
{
    if (path.ends_with(".xlsx") || path.ends_with(".csv")) return sheets::checklistFromFile(path);
    const auto text = readJsonFile(path, jsonBytes);
    if (!text) return tl::unexpected(base::Errors{text.error()});
    const auto checklist = domain::checklistFromJson(*text);
    if (!checklist) return tl::unexpected(base::Errors{checklist.error()});
    return *checklist;
}

base::Result<void> keepDraft(Admin& admin, domain::Checklist checklist)
{
    checklist.state = domain::ChecklistState::draft;
    return admin.write([&](Connection& db) -> base::Result<void> {
        if (auto put = putDraft(db, checklist); !put) return put;
        audit(db, admin.clock.wallMs(), "command", "checklist.draft", nameOf(checklist), {});
        admin.out << fmt::format("草稿 {}，发布用 publish-checklist\n", nameOf(checklist));
        return {};
    });
}

base::Result<void> importChecklistFile(Admin& admin, const std::string& path, bool draft)
{
    sheets::ChecklistOrErrors checklist = checklistFromAnyFile(path);
    base::Errors errors = checklist ? scoring::problemsOf(*checklist) : checklist.error();
    if (!errors.empty()) {
        printErrors(admin, errors);
        return base::fail("checklist.refused", "检查表有误，没有导入", path);
    }
    if (draft) return keepDraft(admin, *checklist);
    checklist->state = domain::ChecklistState::published;
    return addChecklists(admin, {*checklist});
}

base::Result<void> publish(Admin& admin, const std::string& text)
{
    return admin.write([&](Connection& db) -> base::Result<void> {
        const auto wanted = refOfText(text);
        if (!wanted) return tl::unexpected(wanted.error());
        const auto ref = publishDraft(db, wanted->kind, wanted->version);
        if (!ref) return tl::unexpected(ref.error());
        audit(db, admin.clock.wallMs(), "command", "checklist.publish", text, ref->sha256.value);
        admin.out << fmt::format("检查表 {} 已发布，不能再改，指纹 {}\n", text, ref->sha256.value);
        return {};
    });
}

base::Result<void> retire(Admin& admin, const std::string& text)
{
    return admin.write([&](Connection& db) -> base::Result<void> {
        const auto wanted = refOfText(text);
        if (!wanted) return tl::unexpected(wanted.error());
        const std::int64_t nowMs = admin.clock.wallMs();
        if (auto done = retireChecklist(db, wanted->kind, wanted->version, nowMs); !done)
            return done;
        audit(db, nowMs, "command", "checklist.retire", text);
        admin.out << fmt::format("检查表 {} 已停用：新批次不再用它，已有的批次和检查照旧\n", text);
        return {};
    });
}

base::Result<void> exportChecklist(Admin& admin, const std::string& text, const std::string& path,
                                   bool gb18030)
{
    return admin.read([&](Connection& db) -> base::Result<void> {
        const auto ref = refOfText(text);
        if (!ref) return tl::unexpected(ref.error());
        auto sheet = findChecklist(db, ref->kind, ref->version);
        if (!sheet) sheet = findDraft(db, ref->kind, ref->version);
        if (!sheet) return base::fail("checklist.unknown", "没有检查表 " + text, text);
        return sheets::checklistToFile(
            *sheet, path, gb18030 ? sheets::CsvEncoding::gb18030 : sheets::CsvEncoding::utf8);
    });
}

void addExport(CLI::App& app, Admin& admin)
{
    auto sheet = std::make_shared<std::string>();
    auto file = std::make_shared<std::string>();
    auto gb18030 = std::make_shared<bool>(false);
    Command exporting = addCommand(
        app, admin, "export-checklist", "把检查表导出为 .xlsx 或 .csv",
        [&admin, sheet, file, gb18030] { return exportChecklist(admin, *sheet, *file, *gb18030); });
    exporting.needs("checklist", *sheet, "检查表，如 LJ@1");
    exporting.needs("file", *file, ".xlsx 或 .csv 文件");
    exporting.flag("--gb18030", *gb18030, "CSV 用 GB18030 编码");
}
}  // namespace

void addChecklistCommands(CLI::App& app, Admin& admin)
{
    auto file = std::make_shared<std::string>();
    auto draft = std::make_shared<bool>(false);
    Command importing =
        addCommand(app, admin, "import-checklist", "导入并发布一个检查表版本",
                   [&admin, file, draft] { return importChecklistFile(admin, *file, *draft); });
    importing.needs("file", *file, ".xlsx、.csv 或 JSON 文件");
    importing.flag("--draft", *draft, "只存为草稿，可以再改；平板上没有，批次也不能用");

    const std::tuple<const char*, const char*, base::Result<void> (*)(Admin&, const std::string&)>
        steps[] = {{"publish-checklist", "发布一个草稿，此后这个版本不能改", publish},
                   {"retire-checklist", "停用一个检查表版本：新批次不再用它", retire}};
    for (const auto& [name, words, step] : steps) {
        auto sheet = std::make_shared<std::string>();
        addCommand(app, admin, name, words, [&admin, sheet, step = step] {
            return step(admin, *sheet);
        }).needs("checklist", *sheet, "检查表，如 LJ@2");
    }

    addCommand(app, admin, "import-samples", "导入三份示例检查表",
               [&admin] { return addChecklists(admin, checklists::samples()); });
    addExport(app, admin);
}

}  // namespace hub
