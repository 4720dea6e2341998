#pragma once

#include <QtQml/qqmlregistration.h>

#include <QObject>
#include <QString>
#include <cstdint>

#include "core/base/points.h"

// The enums that pages of the inspector share. QML maps them to words, icons and colours.

namespace viewmodels::check {
Q_NAMESPACE
QML_NAMED_ELEMENT(Check)

/// Where one check of a village stands.
enum class State { NotStarted, Draft, Submitted, SentBack, Approved, Voided };
Q_ENUM_NS(State)
}  // namespace viewmodels::check

namespace viewmodels::answer {
Q_NAMESPACE
QML_NAMED_ELEMENT(Answer)

enum class State { Unanswered, Ok, Found, NotApplicable };
Q_ENUM_NS(State)
}  // namespace viewmodels::answer

namespace viewmodels::transfer {
Q_NAMESPACE
QML_NAMED_ELEMENT(Transfer)

/// How far a record or a photo is on its way to the hub.
enum class State { Waiting, Sending, Arrived, Refused };
Q_ENUM_NS(State)
}  // namespace viewmodels::transfer

namespace viewmodels {

/// "4.5", "-1": as it is printed everywhere.
inline QString text(base::Points points)
{
    return QString::fromStdString(base::toText(points));
}

inline QString text(const std::string& utf8)
{
    return QString::fromStdString(utf8);
}

}  // namespace viewmodels
