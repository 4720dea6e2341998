#pragma once

#include <string>
#include <utility>
#include <vector>

#include "core/base/result.h"

namespace documents {

/// The parts of a ZIP in order: name and content.
using ZipParts = std::vector<std::pair<std::string, std::string>>;

/// At most 32 MB unpacked. Fails with "docx.*".
base::Result<ZipParts> readZip(const std::string& bytes);
base::Result<std::string> writeZip(const ZipParts& parts);

}  // namespace documents
