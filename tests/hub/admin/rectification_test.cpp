#include <algorithm>
#include <catch2/catch.hpp>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "core/checklists/samples.h"
#include "core/documents/picture.h"
#include "core/documents/zip_file.h"
#include "core/domain/codec.h"
#include "core/sheets/grid.h"
#include "sync/hub/admin/admin.h"
#include "sync/hub/admin/pdf.h"
#include "sync/hub/media/files.h"
#include "tests/hub/admin/desk.h"
#include "tests/support/jpeg.h"

// Notices that go out to towns, and what an audit asks for.
using namespace hubtest;
using domain::Decision;
using domain::RectificationAction;

namespace {

/// One finding in 上村 of 甲镇 from its submission to an appeal that was granted, and another
/// supervisor's decision that came too late.
class Office : public CountyDesk {
public:
    /// The appeal is granted in part, or in full: then there is nothing left to put right.
    explicit Office(bool inFull = false) : m_inFull(inFull)
    {
        Tablet zhang = m_county.tabletOf("zhang");
        Tablet wang = m_county.tabletOf("wang");
        m_made = m_county.inspection(zhang, village11);
        domain::Finding found;
        found.id = {"f1"};
        found.ruleCode = m_sheet.sections[0].items[0].rules[0].code;
        found.place = "村口";
        m_made.answers[0].state = domain::AnswerState::found;
        m_made.answers[0].findings = {found};
        const std::string jpeg = support::jpegOf(1600, 1200);
        domain::PhotoEntry photo = m_county.photo(jpeg);
        save(photo.sha256, jpeg);
        photo.itemCode = m_made.answers[0].itemCode;
        photo.finding = found.id;
        m_made.photos = {photo};
        push(zhang, "inspection", domain::canonicalJson(m_made));
        m_county.storeBlob(photo);
        push(wang, "review", review(Decision::approve, {}));
        m_last = push(wang, "rectification", issue());
        m_last = push(zhang, "rectification", step(RectificationAction::report));
        m_county.storeBlob(m_county.photo("after"));
        m_last = push(wang, "rectification", step(RectificationAction::accept));
        domain::Appeal appeal;
        appeal.inspection = m_made.id;
        appeal.itemCode = m_made.answers[0].itemCode;
        appeal.reason = "邻村的垃圾";
        appeal.by = wang.user.id;
        const domain::RecordId raised = push(wang, "appeal", domain::canonicalJson(appeal));
        push(wang, "review", review(Decision::adjust, raised));
        CHECK(
            textOf(m_county
                       .pushOne(wang, m_county.record(wang, "review", review(Decision::voidIt, {})))
                       .outcome) == "conflict");
        m_county.close();
    }

    std::int64_t& nowMs() { return m_county.clock.nowMs; }
    void losePhoto()
    {
        const hub::media::Files files(m_county.folder.path / "media");
        std::filesystem::remove(files.whole(m_made.photos.at(0).sha256));
    }

private:
    void save(const domain::Sha256& sha256, const std::string& bytes)
    {
        const hub::media::Files files(m_county.folder.path / "media");
        std::ofstream(files.whole(sha256), std::ios::binary) << bytes;
    }
    domain::RecordId push(Tablet& tablet, const std::string& kind, const std::string& body)
    {
        const domain::Record record = m_county.record(tablet, kind, body);
        const protocol::PushResult result = m_county.pushOne(tablet, record);
        INFO(kind << ": " << result.code << " " << result.message);
        REQUIRE(textOf(result.outcome) == "applied");
        m_county.clock.nowMs += 60'000;
        return record.id;
    }
    std::string review(Decision decision, const domain::RecordId& appeal)
    {
        domain::Review review;
        review.inspection = m_made.id;
        review.decision = decision;
        review.reviewer = {"wang"};
        review.appeal = appeal;
        review.comment = "核实过";
        if (decision == Decision::adjust)
            review.adjustments = {
                {m_made.answers[0].itemCode,
                 m_inFull ? m_sheet.sections[0].items[0].max : base::Points::whole(1), "属邻村"}};
        return domain::canonicalJson(review);
    }
    std::string issue()
    {
        domain::RectificationStep step;
        step.inspection = m_made.id;
        step.finding = {"f1"};
        step.by = {"wang"};
        step.notice = domain::rectificationNeeds(m_sheet, m_made, {}).at(0).notice;
        step.notice->number = "整改〔2026〕3/1号";
        step.notice->responsible = "上村村委会";
        step.notice->dueAtMs = domain::dueAtMs({}, step.notice->severity, m_county.clock.nowMs);
        return domain::canonicalJson(step);
    }
    std::string step(RectificationAction action)
    {
        domain::RectificationStep step;
        step.inspection = m_made.id;
        step.finding = {"f1"};
        step.action = action;
        step.after = m_last;
        step.by = {action == RectificationAction::report ? "zhang" : "wang"};
        if (action == RectificationAction::report) step.photos = {m_county.photo("after")};
        return domain::canonicalJson(step);
    }

    domain::Checklist m_sheet = checklists::samples().front();
    bool m_inFull;
    domain::Inspection m_made;
    domain::RecordId m_last;
};

std::vector<std::string> linesOf(const std::string& path)
{
    std::vector<std::string> lines;
    const sheets::Grid grid = sheets::gridFromFile(path).value();
    for (const auto& row : grid.rows) {
        std::string& line = lines.emplace_back("|");
        for (const std::string& cell : row) line += cell + "|";
    }
    return lines;
}

std::string lineWith(const std::vector<std::string>& lines, const std::string& part)
{
    for (const std::string& line : lines)
        if (has(line, part)) return line;
    return {};
}

}  // namespace

TEST_CASE("Issued rectifications go out as one notice a town and number, with a list for all")
{
    Office office;
    const std::string said =
        office.run({"rectification-notices", office.campaign(), "--folder", office.path("out")});
    CHECK(has(said, "整改通知单-甲镇-整改〔2026〕3_1号.docx（1 项）"));
    std::ifstream file(office.path("out/整改通知单-甲镇-整改〔2026〕3_1号.docx"), std::ios::binary);
    const std::string docx{std::istreambuf_iterator<char>(file), {}};
    const auto parts = documents::readZip(docx).value();
    const auto photo = std::ranges::find(parts, "word/media/photo1.jpg",
                                         [](const auto& part) { return part.first; });
    REQUIRE(photo != parts.end());
    CHECK(documents::scaledPicture(photo->second, 1000)->widthPx == 1000);
    const auto lines = linesOf(office.path("out/整改清单.xlsx"));
    const std::string task = lineWith(lines, "村口");
    CHECK(has(task, "|上村|"));
    CHECK(has(task, "|上村村委会|"));
    CHECK(has(task, "|已复查|"));
    CHECK(has(office.run({"rectification-notices", office.campaign(), "--folder",
                          office.path("none"), "--number", "别的号"},
                         1),
              "rectification.none"));
    CHECK(has(office.run({"rectification-notices", office.campaign(), "--folder", "/proc/none"}, 1),
              "file.not_written"));
}

TEST_CASE("A notice whose photos are not on the hub says how many are missing")
{
    Office office;
    const auto made = [&](const char* folder) {
        return office.run(
            {"rectification-notices", office.campaign(), "--folder", office.path(folder)});
    };
    CHECK_FALSE(has(made("with"), "没有送达"));
    office.losePhoto();
    CHECK(has(made("without"), "有 1 张照片还没有送达"));
}

TEST_CASE("A notice to a town becomes a PDF where LibreOffice is")
{
    if (std::system("command -v soffice > /dev/null 2>&1") != 0) {
        WARN("SKIPPED: LibreOffice is not installed");
        return;
    }
    Office office;
    const char* kept = std::getenv("XUNCUN_KEEP_DOCUMENTS");
    const std::string folder = kept != nullptr ? kept : office.path("out");
    office.run({"rectification-notices", office.campaign(), "--folder", folder, "--pdf"});
    std::ifstream pdf(folder + "/整改通知单-甲镇-整改〔2026〕3_1号.pdf", std::ios::binary);
    std::string head(5, ' ');
    pdf.read(head.data(), 5);
    CHECK(head == "%PDF-");
    if (kept != nullptr) office.run({"export-audit", folder + "/audit.xlsx"});
}

TEST_CASE("An audit names each decision with before and after, who, when and from which device")
{
    Office office;
    const std::string said = office.run({"export-audit", office.path("a.xlsx")});
    CHECK(has(said, "8 条决定、1 条未生效的记录"));
    const auto lines = linesOf(office.path("a.xlsx"));
    CHECK(has(lineWith(lines, "|提交第 1 版|"), "|张三|"));
    CHECK(has(lineWith(lines, "|提交第 1 版|"), "|—|待审|"));
    CHECK(has(lineWith(lines, "|通过|"), "|待审|已通过|"));
    CHECK(has(lineWith(lines, "|下发|"), "|待下发|已下发|整改〔2026〕3/1号|"));
    CHECK(has(lineWith(lines, "|复查通过|"), "|已反馈|已复查|"));
    CHECK(has(lineWith(lines, "|申诉 "), "|—|待答复|邻村的垃圾|"));
    CHECK(has(lineWith(lines, "|答复申诉|"), "|待答复|成立|核实过|"));
    CHECK(has(lineWith(lines, "|改分 "), " 分|"));
}

TEST_CASE("What a granted appeal cancels is in no notice, and in the audit as the hub's own step")
{
    Office office(true);
    CHECK(has(
        office.run({"rectification-notices", office.campaign(), "--folder", office.path("out")}, 1),
        "rectification.none"));
    office.run({"export-audit", office.path("a.xlsx")});
    const std::string cancelled = lineWith(linesOf(office.path("a.xlsx")), "|已撤销|");
    CHECK(has(cancelled, "|服务器|"));
    CHECK(has(cancelled, "|已复查|已撤销|扣分已撤回：核实过|"));
}

TEST_CASE("An audit of the last months leaves out what is older, but knows how it stood")
{
    Office office;
    office.nowMs() += 5 * 31 * 86'400'000LL;
    CHECK(has(office.run({"export-audit", office.path("a.xlsx")}), "8 条决定"));
    office.nowMs() += 2 * 31 * 86'400'000LL;
    CHECK(has(office.run({"export-audit", office.path("b.xlsx")}), "0 条决定"));
    CHECK(has(office.run({"export-audit", office.path("c.xlsx"), "--months", "0"}), "8 条决定"));
}
