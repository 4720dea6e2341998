#include "sync/client/durable_file.h"

#include <fcntl.h>
#include <unistd.h>

#include <cstdio>
#include <filesystem>

namespace client {

namespace {
bool synced(const std::string& path)
{
    const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (file < 0) return false;
    const bool good = ::fsync(file) == 0;
    ::close(file);
    return good;
}
}  // namespace

void makeFolder(const std::string& folder)
{
    std::error_code failed;
    if (std::filesystem::create_directory(folder, failed))
        synced(std::filesystem::path(folder).parent_path().string());
}

base::Result<void> keepFile(const std::string& from, const std::string& to)
{
    if (synced(from) && std::rename(from.c_str(), to.c_str()) == 0 &&
        synced(std::filesystem::path(to).parent_path().string()))
        return {};
    return base::fail("store.io", "照片没有保存：平板的存储出错或已满，请腾出空间后重试", to);
}

}  // namespace client
