#include "tests/sync/simulated_disk.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <mutex>

#include "tests/sync/disk_calls.h"

namespace simulation {

namespace fs = std::filesystem;

namespace {
std::recursive_mutex everyDisk;
std::vector<SimulatedDisk*> disks;
std::atomic<int> count = 0;

bool under(const fs::path& folder, const std::string& path)
{
    const std::string& start = folder.native();
    return path == start ||
           (path.size() > start.size() && path.starts_with(start) && path[start.size()] == '/');
}

std::string pathOf(int file)
{
    char path[512];
    const std::string link = "/proc/self/fd/" + std::to_string(file);
    const ssize_t length = ::readlink(link.c_str(), path, sizeof path);
    return length > 0 ? std::string(path, static_cast<std::size_t>(length)) : std::string();
}

std::uint64_t inodeOf(int file)
{
    struct stat status = {};
    return ::fstat(file, &status) == 0 ? status.st_ino : 0;
}

void put(int file, off_t at, const std::string& bytes, off_t size)
{
    ::syscall(SYS_pwrite64, file, bytes.data(), bytes.size(), at);
    ::syscall(SYS_ftruncate, file, size);
}
}  // namespace

SimulatedDisk::OpenFile::~OpenFile()
{
    if (file >= 0) ::close(file);
}

std::string bytesAt(int file, off_t at, std::size_t bytes)
{
    // The caller's descriptor may be open for writing only.
    const int readable =
        ::open(("/proc/self/fd/" + std::to_string(file)).c_str(), O_RDONLY | O_CLOEXEC);
    std::string read(bytes, '\0');
    const ssize_t got = readable < 0 ? 0 : ::pread(readable, read.data(), bytes, at);
    if (readable >= 0) ::close(readable);
    read.resize(static_cast<std::size_t>(std::max<ssize_t>(got, 0)));
    return read;
}

off_t sizeOf(int file)
{
    struct stat status = {};
    return ::fstat(file, &status) == 0 ? status.st_size : 0;
}

SimulatedDisk::SimulatedDisk(fs::path folder)
    : m_folder(std::move(folder)), m_graveyard(m_folder.native() + ".lost")
{
    fs::create_directory(m_graveyard);
    const std::lock_guard lock(everyDisk);
    disks.push_back(this);
    count = static_cast<int>(disks.size());
}

SimulatedDisk::~SimulatedDisk()
{
    {
        const std::lock_guard lock(everyDisk);
        std::erase(disks, this);
        count = static_cast<int>(disks.size());
    }
    std::error_code ignored;
    fs::remove_all(m_graveyard, ignored);
}

void SimulatedDisk::failAfter(int changes)
{
    const std::lock_guard lock(everyDisk);
    m_failAfter = changes;
}

void SimulatedDisk::powerOff()
{
    const std::lock_guard lock(everyDisk);
    m_off = true;
}

bool SimulatedDisk::isOff() const
{
    const std::lock_guard lock(everyDisk);
    return m_off;
}

void SimulatedDisk::setFull(bool full)
{
    const std::lock_guard lock(everyDisk);
    m_full = full;
}

bool SimulatedDisk::isFull() const
{
    const std::lock_guard lock(everyDisk);
    return m_full;
}

void SimulatedDisk::settle()
{
    const std::lock_guard lock(everyDisk);
    m_files.clear();
    m_names.clear();
    std::error_code ignored;
    for (const auto& file : fs::directory_iterator(m_graveyard, ignored))
        ::unlink(file.path().c_str());
}

void SimulatedDisk::restart(After after, std::mt19937_64& engine)
{
    const std::lock_guard lock(everyDisk);
    m_failAfter = 0;
    m_off = false;
    // Memory shared by the processes that have a database open: gone with them.
    std::vector<fs::path> shared;
    for (const auto& entry : fs::recursive_directory_iterator(m_folder))
        if (entry.path().native().ends_with("-shm")) shared.push_back(entry.path());
    for (const fs::path& path : shared) ::syscall(SYS_unlink, path.c_str());
    if (after == After::kill) {
        settle();
        return;
    }
    // Of each file: nothing, everything, or any of the changes, in their order.
    for (auto& [inode, open] : m_files) {
        for (auto change = open->changes.rbegin(); change != open->changes.rend(); ++change)
            put(open->file, change->at, change->before, change->sizeBefore);
        const auto luck = engine() % 3;
        for (const Change& change : open->changes)
            if (luck == 0 || (luck == 1 && engine() % 2 == 0))
                put(open->file, change.at, change.after,
                    std::max(change.sizeAfter < change.sizeBefore ? 0 : sizeOf(open->file),
                             change.sizeAfter));
    }
    // Of the names: those up to some moment.
    const std::size_t kept = engine() % 3 == 0 ? m_names.size() : engine() % (m_names.size() + 1);
    while (m_names.size() > kept) {
        const NameChange& last = m_names.back();
        switch (last.kind) {
            case NameChange::Kind::made:
                ::syscall(SYS_unlink, last.path.c_str());
                break;
            case NameChange::Kind::madeFolder:
                fs::remove_all(last.path);
                break;
            case NameChange::Kind::renamed:
                ::syscall(SYS_rename, last.path.c_str(), last.from.c_str());
                if (!last.buried.empty())
                    ::syscall(SYS_rename, last.buried.c_str(), last.path.c_str());
                break;
            case NameChange::Kind::removed:
                ::syscall(SYS_rename, last.buried.c_str(), last.path.c_str());
                break;
        }
        m_names.pop_back();
    }
    settle();
}

SimulatedDisk* DiskCalls::diskOf(const std::string& path)
{
    if (count == 0) return nullptr;
    const std::lock_guard lock(everyDisk);
    for (SimulatedDisk* disk : disks)
        if (under(disk->m_folder, path)) return disk;
    return nullptr;
}

SimulatedDisk* DiskCalls::diskOf(int file)
{
    if (count == 0 || file <= 2) return nullptr;
    const int kept = errno;
    SimulatedDisk* disk = diskOf(pathOf(file));
    if (disk == nullptr) {
        // A file that was deleted while open: only what was changed before is known of it.
        const std::lock_guard lock(everyDisk);
        const std::uint64_t inode = inodeOf(file);
        for (SimulatedDisk* one : disks)
            if (one->m_files.contains(inode)) disk = one;
    }
    errno = kept;
    return disk;
}

int DiskCalls::enter(SimulatedDisk& disk, bool* torn)
{
    const std::lock_guard lock(everyDisk);
    if (disk.m_off) return EIO;
    if (disk.m_failAfter == 0 || --disk.m_failAfter > 0) return 0;
    disk.m_off = true;
    if (torn != nullptr) *torn = true;
    return EIO;
}

bool DiskCalls::refusesGrowth(const SimulatedDisk& disk, int file, off_t end)
{
    const std::lock_guard lock(everyDisk);
    return disk.m_full && end > sizeOf(file);
}

void DiskCalls::wrote(SimulatedDisk& disk, int file, Change change)
{
    const std::lock_guard lock(everyDisk);
    auto& open = disk.m_files[inodeOf(file)];
    if (!open) {
        open = std::make_unique<SimulatedDisk::OpenFile>();
        open->file = ::open(("/proc/self/fd/" + std::to_string(file)).c_str(), O_RDWR | O_CLOEXEC);
    }
    open->changes.push_back(std::move(change));
}

void DiskCalls::synced(SimulatedDisk& disk, int file)
{
    const std::lock_guard lock(everyDisk);
    struct stat status = {};
    if (::fstat(file, &status) != 0) return;
    if (!S_ISDIR(status.st_mode)) {
        disk.m_files.erase(status.st_ino);
        return;
    }
    const fs::path folder = pathOf(file);
    std::erase_if(disk.m_names,
                  [&](const NameChange& change) { return change.path.parent_path() == folder; });
}

fs::path DiskCalls::bury(SimulatedDisk& disk, const std::string& path)
{
    const std::lock_guard lock(everyDisk);
    const fs::path grave = disk.m_graveyard / std::to_string(++disk.m_buried);
    return ::link(path.c_str(), grave.c_str()) == 0 ? grave : fs::path();
}

void DiskCalls::named(SimulatedDisk& disk, NameChange change)
{
    const std::lock_guard lock(everyDisk);
    disk.m_names.push_back(std::move(change));
}

}  // namespace simulation
