#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "core/base/clock.h"
#include "core/domain/checklist.h"
#include "core/domain/record.h"
#include "sync/hub/hub.h"

// A hub with a sheet of 30 items, one village, one supervisor and as many tablets as are asked for.
namespace benchhub {

struct Tablet {
    domain::DeviceId device;
    std::string incarnation;
    std::string token;
    std::int64_t nextSeq = 1;
};

class County {
public:
    County(const std::filesystem::path& folder, int tablets);
    ~County();

    hub::Hub& hub() { return *m_hub; }
    std::vector<Tablet>& tablets() { return m_tablets; }
    const Tablet& supervisor() const { return m_supervisor; }
    /// An inspection of 30 answers, ten of them with two findings each, and six photos.
    domain::Record inspection(Tablet& tablet);

private:
    Tablet enrol(hub::Connection& db, const std::string& user, int number);

    base::SystemClock m_clock;
    base::UuidSource m_ids;
    domain::Checklist m_sheet;
    std::unique_ptr<hub::Hub> m_hub;
    std::vector<Tablet> m_tablets;
    Tablet m_supervisor;
};

/// A whole HTTP/1.1 request that pushes the records.
std::string pushRequest(const Tablet& tablet, const std::vector<domain::Record>& records);

}  // namespace benchhub
