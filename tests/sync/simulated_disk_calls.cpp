// Stand-ins for those functions of the C library that change files. The linker takes them before
// the library's for everything in the process; outside the folders of a SimulatedDisk they do what
// they always do.

#include <dlfcn.h>
#include <fcntl.h>
#include <stdarg.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>

#include "tests/sync/disk_calls.h"

using simulation::DiskCalls;
using simulation::SimulatedDisk;
using NameKind = DiskCalls::NameChange::Kind;

namespace {
template <class Number>
Number failed(int error)
{
    errno = error;
    return static_cast<Number>(-1);
}

ssize_t writeAt(int file, const void* bytes, std::size_t count, off_t at)
{
    return ::syscall(SYS_pwrite64, file, bytes, count, at);
}

/// Writes to a file of a simulated disk.
ssize_t simulatedWrite(SimulatedDisk& disk, int file, const void* bytes, std::size_t count,
                       off_t at)
{
    bool torn = false;
    const int error = DiskCalls::enter(disk, &torn);
    if (error != 0 && !torn) return failed<ssize_t>(error);
    if (torn) count /= 2;
    if (DiskCalls::refusesGrowth(disk, file, at + static_cast<off_t>(count)))
        return failed<ssize_t>(ENOSPC);
    DiskCalls::Change change;
    change.at = at;
    change.before = simulation::bytesAt(file, at, count);
    change.after.assign(static_cast<const char*>(bytes), count);
    change.sizeBefore = simulation::sizeOf(file);
    change.sizeAfter = std::max<off_t>(change.sizeBefore, at + static_cast<off_t>(count));
    const ssize_t written = writeAt(file, bytes, count, at);
    if (written >= 0) DiskCalls::wrote(disk, file, std::move(change));
    return torn ? failed<ssize_t>(EIO) : written;
}

int simulatedOpen(const char* path, int flags, mode_t mode)
{
    const auto open = [&] {
        return static_cast<int>(::syscall(SYS_openat, AT_FDCWD, path, flags, mode));
    };
    SimulatedDisk* disk = (flags & O_CREAT) != 0 ? DiskCalls::diskOf(std::string(path)) : nullptr;
    if (disk == nullptr) return open();
    struct stat status = {};
    if (::stat(path, &status) != 0) {
        if (const int error = DiskCalls::enter(*disk); error != 0) return failed<int>(error);
        if (disk->isFull()) return failed<int>(ENOSPC);
        const int made = open();
        if (made >= 0) DiskCalls::named(*disk, {NameKind::made, path, {}, {}});
        return made;
    }
    const int opened =
        static_cast<int>(::syscall(SYS_openat, AT_FDCWD, path, flags & ~O_TRUNC, mode));
    if (opened >= 0 && (flags & O_TRUNC) != 0 && ::ftruncate(opened, 0) != 0) {
        const int error = errno;
        ::close(opened);
        return failed<int>(error);
    }
    return opened;
}

int simulatedSync(int file, long call)
{
    SimulatedDisk* disk = DiskCalls::diskOf(file);
    if (disk == nullptr) return static_cast<int>(::syscall(call, file));
    if (const int error = DiskCalls::enter(*disk); error != 0) return failed<int>(error);
    DiskCalls::synced(*disk, file);
    return 0;
}

int simulatedTruncate(int file, off_t size)
{
    SimulatedDisk* disk = DiskCalls::diskOf(file);
    if (disk == nullptr) return static_cast<int>(::syscall(SYS_ftruncate, file, size));
    if (const int error = DiskCalls::enter(*disk); error != 0) return failed<int>(error);
    DiskCalls::Change change;
    change.sizeBefore = simulation::sizeOf(file);
    change.sizeAfter = size;
    change.at = std::min(size, change.sizeBefore);
    change.before = simulation::bytesAt(file, change.at,
                                        static_cast<std::size_t>(change.sizeBefore - change.at));
    const int done = static_cast<int>(::syscall(SYS_ftruncate, file, size));
    if (done == 0) DiskCalls::wrote(*disk, file, std::move(change));
    return done;
}
}  // namespace

extern "C" {

ssize_t pwrite64(int file, const void* bytes, std::size_t count, off64_t at)
{
    SimulatedDisk* disk = DiskCalls::diskOf(file);
    return disk == nullptr ? writeAt(file, bytes, count, at)
                           : simulatedWrite(*disk, file, bytes, count, at);
}

ssize_t pwrite(int file, const void* bytes, std::size_t count, off_t at)
{
    return pwrite64(file, bytes, count, at);
}

ssize_t write(int file, const void* bytes, std::size_t count)
{
    SimulatedDisk* disk = DiskCalls::diskOf(file);
    if (disk == nullptr) return ::syscall(SYS_write, file, bytes, count);
    const bool append = (::fcntl(file, F_GETFL) & O_APPEND) != 0;
    const off_t at = append ? simulation::sizeOf(file) : ::lseek(file, 0, SEEK_CUR);
    const ssize_t written = simulatedWrite(*disk, file, bytes, count, at);
    if (written > 0) ::lseek(file, at + written, SEEK_SET);
    return written;
}

int open64(const char* path, int flags, ...)
{
    va_list rest;
    va_start(rest, flags);
    const mode_t mode = (flags & O_CREAT) != 0 ? va_arg(rest, mode_t) : 0;
    va_end(rest);
    return simulatedOpen(path, flags, mode);
}

int open(const char* path, int flags, ...)
{
    va_list rest;
    va_start(rest, flags);
    const mode_t mode = (flags & O_CREAT) != 0 ? va_arg(rest, mode_t) : 0;
    va_end(rest);
    return simulatedOpen(path, flags, mode);
}

int fsync(int file)
{
    return simulatedSync(file, SYS_fsync);
}
int fdatasync(int file)
{
    return simulatedSync(file, SYS_fdatasync);
}
int ftruncate64(int file, off64_t size) noexcept
{
    return simulatedTruncate(file, size);
}
int ftruncate(int file, off_t size) noexcept
{
    return simulatedTruncate(file, size);
}

int rename(const char* from, const char* to) noexcept
{
    SimulatedDisk* disk = DiskCalls::diskOf(std::string(to));
    const auto call = [&] { return static_cast<int>(::syscall(SYS_rename, from, to)); };
    if (disk == nullptr) return call();
    if (const int error = DiskCalls::enter(*disk); error != 0) return failed<int>(error);
    DiskCalls::NameChange change{NameKind::renamed, to, from, DiskCalls::bury(*disk, to)};
    const int done = call();
    if (done == 0) DiskCalls::named(*disk, std::move(change));
    return done;
}

int renameat2(int fromAt, const char* from, int toAt, const char* to, unsigned flags) noexcept
{
    if (DiskCalls::diskOf(std::string(to)) == nullptr)
        return static_cast<int>(::syscall(SYS_renameat2, fromAt, from, toAt, to, flags));
    struct stat status = {};
    if (flags != RENAME_NOREPLACE) return failed<int>(EINVAL);
    if (::lstat(to, &status) == 0) return failed<int>(EEXIST);
    return ::rename(from, to);
}

int unlink(const char* path) noexcept
{
    SimulatedDisk* disk = DiskCalls::diskOf(std::string(path));
    const auto call = [&] { return static_cast<int>(::syscall(SYS_unlink, path)); };
    if (disk == nullptr) return call();
    if (const int error = DiskCalls::enter(*disk); error != 0) return failed<int>(error);
    DiskCalls::NameChange change{NameKind::removed, path, {}, DiskCalls::bury(*disk, path)};
    const int done = call();
    if (done == 0 && !change.buried.empty()) DiskCalls::named(*disk, std::move(change));
    return done;
}

int remove(const char* path) noexcept
{
    struct stat status = {};
    if (::lstat(path, &status) == 0 && S_ISDIR(status.st_mode)) return ::rmdir(path);
    return ::unlink(path);
}

int mkdir(const char* path, mode_t mode) noexcept
{
    SimulatedDisk* disk = DiskCalls::diskOf(std::string(path));
    const auto call = [&] { return static_cast<int>(::syscall(SYS_mkdir, path, mode)); };
    if (disk == nullptr) return call();
    if (const int error = DiskCalls::enter(*disk); error != 0) return failed<int>(error);
    if (disk->isFull()) return failed<int>(ENOSPC);
    const int done = call();
    if (done == 0) DiskCalls::named(*disk, {NameKind::madeFolder, path, {}, {}});
    return done;
}
}
