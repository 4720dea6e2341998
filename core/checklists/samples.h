#pragma once

#include <vector>

#include "core/domain/checklist.h"

namespace checklists {

/// The three sample sheets MV 美丽乡村, LJ 垃圾分类 and WS 污水运维, published, version 1, marked
/// as samples (示例): their items are put together from real sheets, but no office has adopted
/// them.
std::vector<domain::Checklist> samples();

}  // namespace checklists
