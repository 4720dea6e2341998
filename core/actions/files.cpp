#include "core/actions/files.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <functional>
#include <vector>

namespace actions {

namespace {
namespace fs = std::filesystem;

tl::unexpected<base::Error> refused(int error, const std::string& path)
{
    if (error == ENOSPC || error == EDQUOT || error == EFBIG)
        return base::fail("store.full", "未保存：存储空间已满，请先清理空间再试", path);
    return base::fail("store.io",
                      std::string("未保存：文件写不进去（") + std::strerror(error) + "）", path);
}

class File {
public:
    File(const std::string& path, int flags) : m_file(open(path.c_str(), flags | O_CLOEXEC, 0600))
    {
    }
    ~File()
    {
        if (m_file >= 0) close(m_file);
    }
    File(const File&) = delete;
    File& operator=(const File&) = delete;
    int get() const { return m_file; }

private:
    int m_file;
};

bool writeAll(int file, std::string_view bytes)
{
    while (!bytes.empty()) {
        const ssize_t written = write(file, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) return false;
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    return true;
}

bool copyAll(int from, int file)
{
    std::vector<char> buffer(64 * 1024);
    for (;;) {
        const ssize_t got = read(from, buffer.data(), buffer.size());
        if (got < 0 && errno == EINTR) continue;
        if (got <= 0) return got == 0;
        if (!writeAll(file, {buffer.data(), static_cast<std::size_t>(got)})) return false;
    }
}

bool syncFolder(const std::string& folder)
{
    const File file(folder, O_RDONLY | O_DIRECTORY);
    return file.get() >= 0 && fsync(file.get()) == 0;
}

// New folders are entries of their parents, which have to be synced too.
bool makeFolder(const fs::path& folder)
{
    std::error_code error;
    if (fs::is_directory(folder, error)) return true;
    if (folder.has_parent_path() && folder.parent_path() != folder &&
        !makeFolder(folder.parent_path()))
        return false;
    fs::create_directory(folder, error);
    if (error) {
        errno = error.value();
        return false;
    }
    return !folder.has_parent_path() || syncFolder(folder.parent_path().string());
}

base::Result<void> putDurably(const std::string& path, const std::function<bool(int)>& fill)
{
    std::error_code error;
    if (fs::exists(path, error)) return {};
    const std::string folder = fs::path(path).parent_path().string();
    if (!makeFolder(folder)) return refused(errno, folder);
    const std::string temporary = path + temporaryEnding;
    {
        const File file(temporary, O_WRONLY | O_CREAT | O_TRUNC);
        if (file.get() < 0 || !fill(file.get()) || fsync(file.get()) != 0) {
            const int failure = errno;
            unlink(temporary.c_str());
            return refused(failure, path);
        }
    }
    if (rename(temporary.c_str(), path.c_str()) != 0 || !syncFolder(folder))
        return refused(errno, path);
    return {};
}
}  // namespace

bool keepFolder(const std::string& folder)
{
    return syncFolder(folder);
}

base::Result<void> writeDurably(const std::string& path, std::string_view bytes)
{
    return putDurably(path, [&](int file) { return writeAll(file, bytes); });
}

base::Result<void> copyDurably(const std::string& from, const std::string& path)
{
    const File source(from, O_RDONLY);
    if (source.get() < 0) return refused(errno, from);
    return putDurably(path, [&](int file) { return copyAll(source.get(), file); });
}

}  // namespace actions
