#pragma once

#include <filesystem>

#include "tests/bench/report.h"

namespace benchhub {

/// How long one push and one small page of the feed take with 1,000 and with 1,000,000 records.
void measureGrowth(bench::Report& report, const std::filesystem::path& folder);
/// How often the disk is synced for an inspection with six photos, alone and from 64 connections.
void measureSyncs(bench::Report& report, const std::filesystem::path& folder);

}  // namespace benchhub
