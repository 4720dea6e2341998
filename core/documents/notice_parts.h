#pragma once

#include "core/documents/figures.h"
#include "core/documents/notice.h"

// The parts of a notice, each out of the package.
namespace documents {

/// 一、检查情况.
std::vector<Block> situationOf(const report::VerifiedPackage& package);
/// 二、得分分布.
std::vector<Block> distributionOf(const report::VerifiedPackage& package);
/// 三、十佳, 十差, towns, improved; with why villages were passed over.
std::vector<Block> listsOf(const report::VerifiedPackage& package);
/// 四、主要问题.
std::vector<Block> frequentBlocks(const report::VerifiedPackage& package,
                                  const NoticeOptions& options);
/// The annexes' names below the text, and the annexes.
std::vector<Block> annexNames(const report::VerifiedPackage& package);
std::vector<Block> annexesOf(const report::VerifiedPackage& package);

}  // namespace documents
