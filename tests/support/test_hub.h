#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "core/domain/ids.h"
#include "sync/hub/hub.h"
#include "sync/hub/media/media_store.h"
#include "tests/support/fakes.h"
#include "tests/support/temporary_folder.h"

namespace support {

/// A hub without sockets in a folder of its own, with the made-up county of county.h.
class TestHub {
public:
    explicit TestHub(std::uint64_t seed = 1);
    ~TestHub();

    /// As after a restart: everything that is only in memory is gone; `between` is called while
    /// nothing is open.
    void reopen(const std::function<void()>& between = {});
    hub::Handler& handler();
    hub::Hub& hub();
    FakeClock& clock() { return m_clock; }
    std::filesystem::path folder() const { return m_folder->path(); }

    /// What an inspector may do and see from now on.
    void assign(const domain::UserId& inspector, std::vector<domain::RegionCode> regions);
    std::string enrolCode(const domain::UserId& user);
    /// How often a record is in the log; a log never holds one twice.
    int countInLog(const domain::RecordId& record);
    int logSize();
    /// True when the photo's file is there, whole and with this hash.
    bool holds(const domain::Sha256& sha256);

    /// Puts the folder back to a copy made earlier, declared as a restore (a new epoch).
    void backUp(const std::filesystem::path& to);
    void restore(const std::filesystem::path& from);

private:
    void open();

    std::uint64_t m_seed;
    FakeClock m_clock;
    std::unique_ptr<TemporaryFolder> m_folder;
    std::unique_ptr<hub::Hub> m_hub;
    std::unique_ptr<base::UuidSource> m_mediaIds;
    std::unique_ptr<hub::media::MediaStore> m_media;
};

}  // namespace support
