#pragma once

#include <string>

#include "core/base/result.h"
#include "core/domain/appeal.h"
#include "core/domain/campaign.h"
#include "core/domain/checklist.h"
#include "core/domain/inspection.h"
#include "core/domain/rectification.h"
#include "core/domain/region.h"
#include "core/domain/review.h"
#include "core/domain/user.h"

// Domain values as canonical JSON and back.
//
// canonicalJson gives keys in byte order, no spaces, points and coordinates in whole units
// (hundredths, 1e-7 degrees, millimetres), so that equal values give equal bytes on every machine;
// hashes are of these bytes. xFromJson reads what canonicalJson writes, in any key order and
// spacing; it fails with code "json.*" and `where` naming the path (answers[3].findings[0].rule) on
// a missing or unknown key, a wrong type, an unknown enum word, a text over its limit, or more
// elements than limits.h allows. Never throws.
namespace domain {

std::string canonicalJson(const Region& region);
std::string canonicalJson(const Checklist& checklist);
std::string canonicalJson(const Campaign& campaign);
std::string canonicalJson(const Inspection& inspection);
std::string canonicalJson(const base::Fix& fix);
std::string canonicalJson(const PhotoEntry& photo);
std::string canonicalJson(const PhotoDrawing& drawing);
std::string canonicalJson(const PhotoReceived& received);
std::string canonicalJson(const Answer& answer);
std::string canonicalJson(const Review& review);
std::string canonicalJson(const RectificationStep& step);
std::string canonicalJson(const Appeal& appeal);
std::string canonicalJson(const User& user);
std::string canonicalJson(const Assignment& assignment);

base::Result<Region> regionFromJson(const std::string& text);
base::Result<Checklist> checklistFromJson(const std::string& text);
base::Result<Campaign> campaignFromJson(const std::string& text);
base::Result<Inspection> inspectionFromJson(const std::string& text);
base::Result<base::Fix> fixFromJson(const std::string& text);
base::Result<PhotoEntry> photoEntryFromJson(const std::string& text);
base::Result<PhotoDrawing> photoDrawingFromJson(const std::string& text);
base::Result<PhotoReceived> photoReceivedFromJson(const std::string& text);
base::Result<Answer> answerFromJson(const std::string& text);
base::Result<Review> reviewFromJson(const std::string& text);
base::Result<RectificationStep> rectificationStepFromJson(const std::string& text);
base::Result<Appeal> appealFromJson(const std::string& text);
base::Result<User> userFromJson(const std::string& text);
base::Result<Assignment> assignmentFromJson(const std::string& text);

}  // namespace domain
