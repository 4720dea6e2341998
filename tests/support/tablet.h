#pragma once

#include <functional>
#include <memory>
#include <string>

#include "core/actions/context.h"
#include "core/actions/draft.h"
#include "core/actions/photos.h"
#include "core/base/uuid.h"
#include "core/domain/user.h"
#include "core/store/open.h"
#include "tests/support/answering.h"
#include "tests/support/county.h"
#include "tests/support/fakes.h"
#include "tests/support/temporary_folder.h"

namespace support {

/// A tablet in a folder of its own: a real database with the made-up county, a clock that stands,
/// ids from a seed.
class Tablet {
public:
    /// Enrolled as this user on device "d-<seed>", reference data read.
    explicit Tablet(std::uint64_t seed = 1, const domain::User& user = county::inspector());
    /// Not enrolled and empty.
    static Tablet blank(std::uint64_t seed = 1);

    SQLite::Database& db() { return *m_db; }
    actions::Context& context() { return *m_context; }
    FakeClock& clock() { return *m_clock; }
    base::UuidSource& ids() { return *m_ids; }
    std::string databasePath() const { return *m_folder / "tablet.db"; }
    std::string mediaFolder() const { return *m_folder / "media"; }
    const TemporaryFolder& folder() const { return *m_folder; }

    /// As after a restart of the app; `between` is called while nothing is open.
    void reopen(const std::function<void()>& between = {});
    void readReference();

    /// Starts a check of village1 by the sheet (or another village); requires that this works.
    domain::InspectionId start(const std::string& kind = "LJ",
                               const domain::RegionCode& village = county::village1);
    /// Answers every item of the draft with 合格 and signs it off.
    void answerAllOk(const domain::InspectionId& draft);
    /// Attaches a photo with made-up bytes (or these), one second after the last.
    domain::PhotoEntry photo(const domain::InspectionId& draft, const std::string& item = {},
                             const domain::FindingId& finding = {}, const std::string& bytes = {});
    bool submit(const domain::InspectionId& draft);
    /// start, answerAllOk, submit; gives the inspection.
    domain::InspectionId submitted(const std::string& kind = "LJ",
                                   const domain::RegionCode& village = county::village1);

private:
    explicit Tablet(std::nullptr_t, std::uint64_t seed);
    void open();

    std::unique_ptr<TemporaryFolder> m_folder;
    std::unique_ptr<FakeClock> m_clock;
    std::unique_ptr<base::UuidSource> m_ids;
    std::unique_ptr<SQLite::Database> m_db;
    std::unique_ptr<actions::Context> m_context;
};

}  // namespace support
