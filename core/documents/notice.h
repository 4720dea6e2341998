#pragma once

#include "core/documents/docx.h"
#include "core/documents/problems.h"

namespace documents {

/// What a 通报 says that a package does not know.
struct NoticeOptions {
    std::string issuer;   ///< 发文机关
    std::string number;   ///< 发文字号; empty: the year with a blank for the number
    std::string title;    ///< empty: 关于…检查情况的通报
    std::string address;  ///< 主送机关; empty: every town and street
    std::string copies;   ///< 抄送; empty: none
    int frequentCount = 3;
    ProblemOptions problems;
};

/// What stands at the places of a notice's template: issuer, number, title, address, lead,
/// situation, distribution, lists, problems, deadlines, appeal, annexes, signed, date, annex,
/// copies, printed, hash. Every figure is the package's.
Places noticePlaces(const report::VerifiedPackage& package, const NoticeOptions& options);

/// The built-in template, laid out after GB/T 9704, as .docx; an office takes it out, restyles it
/// in WPS or Word and gives it back.
base::Result<std::string> noticeTemplate();

/// The notice as .docx. Fails as fillDocx does.
base::Result<std::string> noticeDocx(const report::VerifiedPackage& package,
                                     const NoticeOptions& options, const std::string& templateDocx);

}  // namespace documents
