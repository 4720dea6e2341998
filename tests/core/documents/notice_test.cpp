#include "core/documents/notice.h"

#include <catch2/catch.hpp>

#include "core/documents/docx_paragraph.h"
#include "core/documents/figures.h"
#include "core/documents/zip_file.h"
#include "tests/core/documents/published.h"

using namespace documents;

namespace {

NoticeOptions options()
{
    NoticeOptions options;
    options.issuer = "东阳市美丽办";
    options.problems.day = "2026-11-23";
    return options;
}

/// All the words of a notice, a line a paragraph.
std::string wordsOf(const std::string& docx)
{
    std::string words;
    const ZipParts unpacked = readZip(docx).value();
    for (const auto& [name, content] : unpacked) {
        if (name != "word/document.xml") continue;
        std::size_t at = 0;
        while ((at = std::min(content.find("<w:p>", at), content.find("<w:p ", at))) !=
               std::string::npos) {
            const std::size_t end = content.find("</w:p>", at);
            words += wordsOfParagraph(content.substr(at, end - at)) + "\n";
            at = end;
        }
    }
    return words;
}

bool has(const std::string& text, const std::string& part)
{
    return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("A notice has its parts in order, and nothing of the template is left open")
{
    const report::VerifiedPackage package = published::package(3);
    const std::string words =
        wordsOf(noticeDocx(package, options(), noticeTemplate().value()).value());
    std::size_t last = 0;
    for (const char* part :
         {"东阳市美丽办文件", "〔2026〕", "关于2026年11月十佳十差村评比情况的通报",
          "各镇乡人民政府", "一、检查情况", "二、得分分布", "三、排名情况", "（一）十佳村",
          "（二）十差村", "（三）镇乡（街道）排名", "（四）进步最快的村", "四、主要问题",
          "五、整改要求", "一般问题7日内、重大问题3日内、须立即整改的问题24小时内", "附件：1．",
          "2026年11月23日", "附件1", "附件2"}) {
        CAPTURE(part);
        const std::size_t at = words.find(part, last);
        CHECK(at != std::string::npos);
        if (at != std::string::npos) last = at;
    }
    CHECK_FALSE(has(words, "{{"));
    CHECK(has(words, package.sha256));
    CHECK_FALSE(has(words, "抄送"));
}

TEST_CASE("A title too long for one line is broken between words near its middle")
{
    const report::VerifiedPackage package = published::package(1);
    const auto titleOf = [&](const std::string& title) {
        NoticeOptions with = options();
        with.title = title;
        return noticePlaces(package, with).at("title").at(0).text;
    };
    CHECK(titleOf({}) == "关于2026年11月十佳十差村\n评比情况的通报");
    CHECK(titleOf("关于农村环境检查情况的通报") == "关于农村环境检查情况的通报");
    const std::string docx = noticeDocx(package, options(), noticeTemplate().value()).value();
    const ZipParts unpacked = readZip(docx).value();
    for (const auto& [name, content] : unpacked)
        if (name == "word/document.xml") CHECK(has(content, "十佳十差村</w:t><w:br/><w:t"));
}

TEST_CASE("Every figure of a notice is the package's")
{
    const report::VerifiedPackage package = published::package(3);
    const std::string words =
        wordsOf(noticeDocx(package, options(), noticeTemplate().value()).value());
    const ranking::Board& board = package.ranking.boards[0];
    std::int64_t least90 = 0;
    base::Points sum;
    for (const ranking::Row& row : board.rows) {
        least90 += row.points >= base::Points::whole(90) ? 1 : 0;
        sum += row.points;
        CHECK(has(words, row.name));
        CHECK(has(words, twoDecimals(row.points)));
    }
    const auto all = static_cast<std::int64_t>(board.rows.size());
    CHECK(has(words, "90分及以上的" + std::to_string(least90) + "个，占" + percent(least90, all)));
    CHECK(has(words, "平均得分" + twoDecimals(base::scaled(sum, 1, all)) + "分"));
    CHECK(has(words, "审核通过检查" + std::to_string(package.inspections.size()) + "次"));
    const FrequentProblem first = frequentOf(package, problemsOf(package, {})).front();
    CHECK(has(words, "1．" + plainTitle(first.title)));
    CHECK(has(words, "共发现" + std::to_string(first.count) + "处，涉及" +
                         std::to_string(first.villages) + "个村"));
}

TEST_CASE("A village that was passed over is named with why")
{
    report::PackageInput input = published::input(3);
    input.input.campaign.rules.bestPerTown = 1;
    const auto package = report::verifyPackage(report::writePackage(input).value()).value();
    const std::string words =
        wordsOf(noticeDocx(package, options(), noticeTemplate().value()).value());
    CHECK(has(words, "（所在镇街名额已满）"));
}

TEST_CASE("A county of classes has a list for each, one that nobody inspected says so")
{
    report::PackageInput input = published::input(2);
    input.input.campaign.rules.byClass = true;
    input.input.campaign.rules.bestCount = 3;
    for (std::size_t i = 0; i < input.input.villages.size(); ++i)
        input.input.campaign.classes.push_back(
            {input.input.villages[i].code,
             input.input.villages[i].villageClass = i % 2 == 0 ? "精品村" : "达标村"});
    auto package = report::verifyPackage(report::writePackage(input).value()).value();
    std::string words = wordsOf(noticeDocx(package, options(), noticeTemplate().value()).value());
    CHECK(has(words, "精品村前3名"));
    CHECK(has(words, "达标村十差"));
    CHECK(has(words, "按村的类别分别排名"));
    input.inspections.clear();
    package = report::verifyPackage(report::writePackage(input).value()).value();
    words = wordsOf(noticeDocx(package, options(), noticeTemplate().value()).value());
    CHECK(has(words, "没有参加排名的村。"));
    CHECK(has(words, "没有发现问题。"));
}

TEST_CASE("An office's own template keeps its look and says what it wants")
{
    ZipParts parts = readZip(noticeTemplate().value()).value();
    for (auto& [name, content] : parts)
        if (name == "word/document.xml")
            content =
                "<w:document><w:body><w:p><w:pPr><w:pStyle w:val=\"Ours\"/></w:pPr><w:r><w:t>"
                "{{title}}</w:t></w:r></w:p><w:p><w:r><w:t>我办另有安排，{{hash}}</w:t></w:r></w:p>"
                "</w:body></w:document>";
    const report::VerifiedPackage package = published::package(1);
    const std::string docx = noticeDocx(package, options(), writeZip(parts).value()).value();
    CHECK(has(wordsOf(docx), "我办另有安排，" + package.sha256));
    const ZipParts unpacked = readZip(docx).value();
    for (const auto& [name, content] : unpacked)
        if (name == "word/document.xml") CHECK(has(content, "\"Ours\""));
}
