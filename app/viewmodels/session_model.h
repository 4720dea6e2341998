#pragma once

#include <QtQml/qqmlregistration.h>

#include <QObject>
#include <QString>
#include <optional>

#include "core/domain/user.h"

namespace viewmodels {

/// Whose tablet this is, and so which pages the window has. It only holds; app/composition shows it
/// the stored enrolment at the start, after enrolling, and when a sync changed the own user. UI
/// thread.
class SessionModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made in app/composition")
    Q_PROPERTY(Role role READ role NOTIFY changed)
    Q_PROPERTY(QString userName READ userName NOTIFY changed)

public:
    /// Unknown until the store was read; Nobody before enrolment.
    enum class Role {
        Unknown,
        Nobody,
        Inspector,
        Supervisor,
        Chief,
        Administrator,
        VillageContact
    };
    Q_ENUM(Role)

    using QObject::QObject;

    Role role() const { return m_role; }
    QString userName() const { return m_userName; }
    const std::optional<domain::User>& user() const { return m_user; }

    /// None: not enrolled.
    void show(std::optional<domain::User> user);

Q_SIGNALS:
    void changed();

private:
    std::optional<domain::User> m_user;
    Role m_role = Role::Unknown;
    QString m_userName;
};

}  // namespace viewmodels
