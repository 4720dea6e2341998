#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <random>
#include <string>
#include <vector>

namespace simulation {

/// What a power cut does to the files under one folder: whatever was not synced (bytes by fsync or
/// fdatasync of the file, names by fsync of the folder) may be lost, in part or whole.
///
/// Works on the real files of this process: simulated_disk_calls.cpp stands before the C library's
/// write, rename, fsync and the like, so that SQLite, streams and our own code go through here
/// unchanged. Safe from many threads.
class SimulatedDisk {
public:
    explicit SimulatedDisk(std::filesystem::path folder);
    ~SimulatedDisk();
    SimulatedDisk(const SimulatedDisk&) = delete;
    SimulatedDisk& operator=(const SimulatedDisk&) = delete;

    /// The power goes at the so-many-th change from now, which may be done in part.
    void failAfter(int changes);
    void disarm() { failAfter(0); }
    /// From now on every change fails with EIO, as for a process that is no longer there.
    void powerOff();
    bool isOff() const;
    /// While full, files do not grow and none is made: ENOSPC.
    void setFull(bool full);
    bool isFull() const;

    enum class After { kill, powerCut };
    /// Requires that nobody has a file open. After a kill everything is as it was; after a power
    /// cut a random part of what was not synced is gone. Then the disk works again.
    void restart(After after, std::mt19937_64& engine);
    /// As after sync(1): what is there now is there for good.
    void settle();

private:
    friend class DiskCalls;
    struct Change;
    struct OpenFile;
    struct NameChange;

    std::filesystem::path m_folder;
    std::filesystem::path m_graveyard;  ///< files that a lost rename or unlink brings back
    std::map<std::uint64_t, std::unique_ptr<OpenFile>> m_files;  ///< by inode: what is not synced
    std::vector<NameChange> m_names;
    int m_failAfter = 0;
    int m_buried = 0;
    bool m_off = false;
    bool m_full = false;
};

}  // namespace simulation
