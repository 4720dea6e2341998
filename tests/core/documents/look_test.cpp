#include <catch2/catch.hpp>
#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "core/documents/notice.h"
#include "core/documents/tables.h"
#include "tests/core/documents/published.h"

using namespace documents;

namespace {

NoticeOptions options()
{
    NoticeOptions options;
    options.issuer = "东阳市美丽乡村建设领导小组办公室";
    options.copies = "市委办公室，市政府办公室";
    options.problems.day = "2026-11-23";
    return options;
}

}  // namespace

TEST_CASE("LibreOffice opens every document")
{
    if (std::system("command -v soffice > /dev/null 2>&1") != 0) {
        WARN("SKIPPED: soffice is not installed");
        return;
    }
    const auto folder = std::filesystem::temp_directory_path() / "xuncun-documents";
    std::filesystem::remove_all(folder);
    std::filesystem::create_directories(folder);
    const report::VerifiedPackage package = published::package(6);
    ProblemOptions problems = options().problems;
    problems.particularsOf = [&](const domain::InspectionId& id, int) {
        return published::particulars(package, id);
    };
    REQUIRE(
        writeTables({issuesTable(package, problems)}, 1'795'000'000'000, folder / "issues.xlsx"));
    REQUIRE(writeTables(fullTables(package), 1'795'000'000'000, folder / "table.xlsx"));
    const auto docx = noticeDocx(package, options(), noticeTemplate().value());
    REQUIRE(docx);
    std::ofstream(folder / "notice.docx", std::ios::binary) << *docx;
    const std::string convert = "cd '" + folder.string() + "' && HOME='" + folder.string() +
                                "' soffice --headless --convert-to pdf *.docx *.xlsx > log 2>&1";
    REQUIRE(std::system(convert.c_str()) == 0);
    for (const char* name : {"issues.pdf", "table.pdf", "notice.pdf"})
        CHECK(std::filesystem::file_size(folder / name) > 20'000);
}
