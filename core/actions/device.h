#pragma once

#include <string>

#include "core/actions/context.h"
#include "core/base/result.h"
#include "core/store/identity.h"

namespace actions {

/// To be run once after opening, before anything else: makes the signing key and the incarnation at
/// the first start. When the database file is not the one they were made in (restored from a
/// backup, copied to another tablet) it makes new ones, and unsent records get new numbers under
/// them, so that the hub sees no number twice.
base::Result<store::DeviceKeys> prepareDevice(Context& context);

/// Who alone may enrol on this tablet: the one whose drafts or unsent records are on it. None:
/// anybody.
domain::UserId ownerOfUnsent(Context& context);

/// Stores what enrolling gave. The work of the same user that was not sent stays and goes with the
/// next sync. Fails with "enrol.other_user" while drafts or unsent records of another user are on
/// the tablet.
base::Result<void> storeEnrolment(Context& context, const store::Enrolment& enrolment);

}  // namespace actions
