#pragma once

#include <memory>
#include <string>
#include <vector>

#include "core/actions/context.h"
#include "core/domain/photo.h"
#include "core/store/today.h"
#include "sync/client/pace.h"
#include "sync/client/session.h"
#include "sync/client/transport.h"

namespace e2e {

/// A tablet's core (store, actions, sync with libcurl) without screens, in a folder that survives
/// it.
class TabletDay {
public:
    TabletDay(const std::string& folder, const std::string& hubUrl, const std::string& code);

    actions::Context& context() { return m_context; }
    SQLite::Database& db() { return m_db; }
    std::string mediaFolder() const { return m_folder + "/media"; }
    /// A new connection to the hub.
    std::unique_ptr<client::Transport> transport();
    /// One session.
    client::RoundResult syncOnce();
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
    /// A check with every item in order, not submitted yet.
    domain::InspectionId start(const domain::RegionCode& village, const std::string& kind);
    /// A photo of the draft: of the item and the finding, or of the whole.
    domain::PhotoEntry attach(const domain::InspectionId& draft, const std::string& jpeg,
                              const std::string& item = {}, const domain::FindingId& finding = {});
    /// Approves every inspection whose photos have arrived until so many are approved on the hub.
    void review(int inspections);

private:
    void enrol(const std::string& hubUrl, const std::string& code);
    void check(const domain::RegionCode& village, const std::string& kind, int photosEach);
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
