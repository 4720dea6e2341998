#include "sync/hub/media/folder_syncs.h"

#include <sys/syscall.h>
#include <unistd.h>

#include <atomic>
#include <catch2/catch.hpp>
#include <chrono>
#include <system_error>
#include <thread>
#include <vector>

#include "tests/support/temporary_folder.h"

namespace {
/// How long a sync takes at least, and how often there was one, while a test asks for that.
std::atomic<int> slowMs = 0;
std::atomic<int> syncs = 0;
}  // namespace

// The linker takes this before the C library's.
extern "C" int fsync(int file)
{
    ++syncs;
    std::this_thread::sleep_for(std::chrono::milliseconds(slowMs.load()));
    return static_cast<int>(::syscall(SYS_fsync, file));
}

TEST_CASE(
    "Many who want a folder synced share few syncs, and none is content with one begun before")
{
    support::TemporaryFolder folder;
    hub::media::FolderSyncs folders;
    syncs = 0;
    slowMs = 50;
    std::thread first([&] { folders.sync(folder.path()); });
    while (syncs == 0) std::this_thread::yield();
    std::vector<std::thread> later;
    std::atomic<int> content = 0;
    for (int i = 0; i < 20; ++i)
        later.emplace_back([&] {
            folders.sync(folder.path());
            if (syncs >= 2) ++content;
        });
    first.join();
    for (std::thread& thread : later) thread.join();
    slowMs = 0;
    CHECK(content == 20);
    CHECK(syncs >= 2);
    CHECK(syncs < 21);
}

TEST_CASE(
    "A folder that cannot be synced is told to everybody who asked, and asked again it may be")
{
    support::TemporaryFolder folder;
    hub::media::FolderSyncs folders;
    const std::filesystem::path missing = std::filesystem::path(folder.path()) / "none";
    CHECK_THROWS_AS(folders.sync(missing), std::system_error);
    CHECK_THROWS_AS(folders.sync(missing), std::system_error);
    std::filesystem::create_directory(missing);
    CHECK_NOTHROW(folders.sync(missing));
}
