#pragma once

#include <QtQml/qqmlregistration.h>

#include <QObject>
#include <QString>
#include <cstdint>
#include <string>

#include "core/base/points.h"
#include "core/domain/inspection.h"
#include "core/domain/review.h"
#include "core/store/today.h"

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

inline answer::State stateOf(domain::AnswerState state)
{
    switch (state) {
        case domain::AnswerState::unanswered:
            return answer::State::Unanswered;
        case domain::AnswerState::ok:
            return answer::State::Ok;
        case domain::AnswerState::found:
            return answer::State::Found;
        case domain::AnswerState::notApplicable:
            return answer::State::NotApplicable;
    }
    return answer::State::Unanswered;
}

inline check::State stateOf(domain::InspectionState state)
{
    switch (state) {
        case domain::InspectionState::draft:
            return check::State::Draft;
        case domain::InspectionState::submitted:
            return check::State::Submitted;
        case domain::InspectionState::sentBack:
            return check::State::SentBack;
        case domain::InspectionState::approved:
            return check::State::Approved;
        case domain::InspectionState::voided:
            return check::State::Voided;
    }
    return check::State::Draft;
}

inline check::State stateOf(store::CheckState state)
{
    switch (state) {
        case store::CheckState::notStarted:
            return check::State::NotStarted;
        case store::CheckState::draft:
            return check::State::Draft;
        case store::CheckState::submitted:
            return check::State::Submitted;
        case store::CheckState::sentBack:
            return check::State::SentBack;
        case store::CheckState::approved:
            return check::State::Approved;
        case store::CheckState::voided:
            return check::State::Voided;
    }
    return check::State::NotStarted;
}

/// "4.5", "-1": as it is printed everywhere.
inline QString text(base::Points points)
{
    return QString::fromStdString(base::toText(points));
}

/// "84.60", "−3.35": for figures that stand under one another.
inline QString twoDecimals(base::Points points)
{
    const QString figure = QString::number(static_cast<double>(points.hundredths) / 100, 'f', 2);
    return points.hundredths < 0 ? QChar(0x2212) + figure.mid(1) : figure;
}

inline QString text(const std::string& utf8)
{
    return QString::fromStdString(utf8);
}

}  // namespace viewmodels
