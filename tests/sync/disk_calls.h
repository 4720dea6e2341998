#pragma once

#include <sys/types.h>

#include <optional>
#include <string>

#include "tests/sync/simulated_disk.h"

namespace simulation {

/// A change of bytes as it was made, so that it can be taken back and made again.
struct SimulatedDisk::Change {
    off_t at = 0;
    std::string before;
    std::string after;
    off_t sizeBefore = 0;
    off_t sizeAfter = 0;
};

struct SimulatedDisk::OpenFile {
    int file = -1;
    std::vector<Change> changes = {};
    ~OpenFile();
};

struct SimulatedDisk::NameChange {
    enum class Kind { made, madeFolder, renamed, removed };
    Kind kind;
    std::filesystem::path path;  ///< the name it has now (of a removed one: had)
    std::filesystem::path from;
    std::filesystem::path buried;  ///< what was there before, kept
};

/// What the stand-ins for the C library's functions ask; all but `diskOf` under the one lock.
class DiskCalls {
public:
    using Change = SimulatedDisk::Change;
    using NameChange = SimulatedDisk::NameChange;

    /// The disk that holds the path or open file; null for everything else in the process.
    static SimulatedDisk* diskOf(const std::string& path);
    static SimulatedDisk* diskOf(int file);

    /// Counts one change. The error it ends with, 0 when it may be done; `torn` when the power goes
    /// right in it.
    static int enter(SimulatedDisk& disk, bool* torn = nullptr);
    /// ENOSPC when the disk is full and the file would grow beyond its size.
    static bool refusesGrowth(const SimulatedDisk& disk, int file, off_t end);
    static void wrote(SimulatedDisk& disk, int file, Change change);
    static void synced(SimulatedDisk& disk, int file);
    static std::filesystem::path bury(SimulatedDisk& disk, const std::string& path);
    static void named(SimulatedDisk& disk, NameChange change);
};

/// The bytes of a file from `at`, fewer when it ends before.
std::string bytesAt(int file, off_t at, std::size_t count);
off_t sizeOf(int file);

}  // namespace simulation
