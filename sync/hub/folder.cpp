#include "sync/hub/folder.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <array>
#include <utility>

#include "core/crypto/hash.h"
#include "core/domain/limits.h"
#include "sync/hub/hub.h"
#include "sync/hub/store/meta.h"

namespace hub {

std::string newEpoch(const base::RandomBytes& random)
{
    std::array<std::uint8_t, 16> bytes{};
    random(bytes);
    return crypto::toHex(bytes);
}

base::Result<void> initFolder(const std::filesystem::path& data, const std::string& county,
                              const base::RandomBytes& random)
{
    if (county.empty() || county.size() > domain::limits::nameCharacters * 4)
        return base::fail("hub.county", "县（市、区）名称为空或太长", county);
    const std::filesystem::path file = databaseFile(data);
    std::error_code error;
    std::filesystem::create_directories(data / "media", error);
    if (error)
        return base::fail("file.unwritable", "建不了文件夹：" + error.message(), data.string());
    std::filesystem::permissions(data, std::filesystem::perms::owner_all, error);
    Connection connection(file, sqlite::Mode::readWrite);
    const auto migrated = migrateHub(connection);
    if (!migrated) return tl::unexpected(migrated.error());
    if (isInitialised(connection))
        return base::fail("hub.exists", "这个文件夹里已经有县级库了，没有改动", data.string());
    initialise(connection, county, newEpoch(random));
    return {};
}

base::Result<FolderLock> FolderLock::take(const std::filesystem::path& data)
{
    const std::filesystem::path file = data / "lock";
    const int descriptor = ::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (descriptor < 0)
        return base::fail("file.unwritable", "打不开锁文件，请检查文件夹权限", file.string());
    if (::flock(descriptor, LOCK_EX | LOCK_NB) != 0) {
        ::close(descriptor);
        return base::fail("hub.running", "已有一个 xuncun-hub 在使用这个文件夹，请先停止它",
                          data.string());
    }
    return FolderLock(descriptor);
}

FolderLock::FolderLock(FolderLock&& other) noexcept
    : m_descriptor(std::exchange(other.m_descriptor, -1))
{
}

FolderLock::~FolderLock()
{
    if (m_descriptor >= 0) ::close(m_descriptor);
}

}  // namespace hub
