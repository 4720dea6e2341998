#include "core/documents/notice.h"
#include "core/documents/zip_file.h"

namespace documents {

namespace {

/// The parts of the built-in template, made by CMake from the folder template/.
const std::pair<const char*, const char*> templateParts[] = {
#include "notice_template.inc"
};

}  // namespace

base::Result<std::string> noticeTemplate()
{
    ZipParts parts;
    for (const auto& [name, content] : templateParts) parts.emplace_back(name, content);
    return writeZip(parts);
}

}  // namespace documents
