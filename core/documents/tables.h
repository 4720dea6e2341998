#pragma once

#include <vector>

#include "core/documents/problems.h"
#include "core/documents/table.h"

// The spreadsheets of a frozen package.
namespace documents {

/// 问题清单: one line a problem with the columns of domain.md §3.3.
Table issuesTable(const report::VerifiedPackage& package, const ProblemOptions& options);

/// The full table: every board, who is not ranked and why, the towns, who improved, each
/// inspection's score, the rules and the package's hash.
std::vector<Table> fullTables(const report::VerifiedPackage& package);

/// "缺“污水运维”检查…；一票否决 1 项；加分 6 分，封顶 5 分": what stands beside a village.
std::string remarkOf(const ranking::Ranking& ranking, const ranking::Row& row);

/// Why a village is not ranked.
std::string whyNotRanked(const ranking::Ranking& ranking, const ranking::NotRanked& village);

/// The rules by which the ranking was made, one sentence each.
std::vector<std::string> rulesInWords(const ranking::Ranking& ranking);

}  // namespace documents
