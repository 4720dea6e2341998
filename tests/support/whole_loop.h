#pragma once

#include <functional>
#include <string>

#include "core/actions/context.h"
#include "core/base/points.h"
#include "core/domain/ids.h"
#include "core/domain/review.h"

namespace support {

/// What an inspector, a supervisor and a village's contact do about one finding of item LJ07, from
/// submitting it to a granted appeal, each on their own tablet. What lies between the tablets, and
/// goes wrong there, is the test's.
class WholeLoop {
public:
    enum class Who { inspector, supervisor, contact };
    using Deed = std::function<void(actions::Context&)>;

    virtual ~WholeLoop() = default;
    /// Submitted, sent back, corrected, approved, issued.
    void approved();
    /// Begun, reported with a photo, accepted, closed.
    void mended();
    /// Appealed against, and so many points granted.
    void contested(base::Points granted);

    domain::InspectionId inspection;
    domain::FindingId finding;

protected:
    /// Brings the tablet up to date, lets it do something, and sends that.
    virtual void step(Who who, const Deed& deed) = 0;
    virtual std::string mediaFolder(Who who) = 0;
    /// The inspector's check of the contact's village with every item in order, not submitted.
    virtual domain::InspectionId start() = 0;

private:
    void inspect(actions::Context& context);
    void decide(domain::Decision decision, int revision);
    void takeAfterPhoto(actions::Context& context);
};

}  // namespace support
