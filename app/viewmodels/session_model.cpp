#include "app/viewmodels/session_model.h"

namespace viewmodels {

namespace {

SessionModel::Role roleOf(domain::Role role)
{
    switch (role) {
        case domain::Role::inspector:
            return SessionModel::Role::Inspector;
        case domain::Role::supervisor:
            return SessionModel::Role::Supervisor;
        case domain::Role::chief:
            return SessionModel::Role::Chief;
        case domain::Role::administrator:
            return SessionModel::Role::Administrator;
        case domain::Role::villageContact:
            return SessionModel::Role::VillageContact;
    }
    return SessionModel::Role::Nobody;
}

}  // namespace

void SessionModel::show(std::optional<domain::User> user)
{
    m_user = std::move(user);
    m_role = m_user ? roleOf(m_user->role) : Role::Nobody;
    m_userName = m_user ? QString::fromStdString(m_user->name) : QString();
    Q_EMIT changed();
}

}  // namespace viewmodels
