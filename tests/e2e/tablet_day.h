#pragma once

#include <string>
#include <vector>

#include "core/actions/context.h"
#include "core/domain/photo.h"
#include "core/store/today.h"
#include "sync/client/pace.h"
#include "sync/client/session.h"

namespace e2e {

/// A tablet's core (store, actions, sync with libcurl) without screens, in a folder that survives
/// it.
class TabletDay {
public:
    TabletDay(const std::string& folder, const std::string& hubUrl, const std::string& code);

    /// One session; waits a little when it failed.
    client::RoundResult sync();
    /// Until everything is sent and read.
    void syncUntilDone();
    /// Does so many checks with so many photos each, syncing now and then; goes on where a killed
    /// run stopped.
    void inspect(int checks, int photosEach, const std::string& photoFolder);
    /// One check of the next village with a photo of made-up bytes, submitted.
    domain::PhotoEntry checkWithPhoto(std::size_t bytes);
    /// Where the hub is from now on.
    void useHub(const std::string& url);
    bool everythingReceived();
    /// Approves every inspection whose photos have arrived until so many are approved on the hub.
    void review(int inspections);

private:
    void enrol(const std::string& hubUrl, const std::string& code);
    domain::InspectionId start(const domain::RegionCode& village, const std::string& kind);
    void check(const domain::RegionCode& village, const std::string& kind, int photosEach);
    domain::PhotoEntry attach(const domain::InspectionId& draft, const std::string& jpeg);
    std::vector<store::TodayVillage> villages();
    std::string nextPhoto();

    std::string m_folder;
    base::SystemClock m_clock;
    base::UuidSource m_ids;
    SQLite::Database m_db;
    actions::Context m_context;
    client::Pace m_pace;
    std::vector<std::string> m_photos;
    int m_photosMade = 0;
};

}  // namespace e2e
