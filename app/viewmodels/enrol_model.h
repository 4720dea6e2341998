#pragma once

#include <QtQml/qqmlregistration.h>

#include <QFuture>
#include <QObject>
#include <functional>

#include "app/viewmodels/words.h"
#include "core/base/result.h"

namespace viewmodels {

/// Makes this tablet somebody's: hub address and one-time code, or user and password, in; identity
/// in the store out.
class EnrolModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made in app/composition")
    Q_PROPERTY(Way way READ way WRITE setWay NOTIFY changed)
    Q_PROPERTY(bool busy READ busy NOTIFY changed)
    Q_PROPERTY(bool done READ done NOTIFY changed)
    Q_PROPERTY(QString error READ error NOTIFY changed)
    Q_PROPERTY(QString hubAddress READ hubAddress CONSTANT)

public:
    enum class Way { Code, Password };
    Q_ENUM(Way)

    /// Talks to the hub and stores the identity; runs off the UI thread.
    using Enrol = std::function<QFuture<base::Result<void>>(std::string hubUrl, std::string code)>;
    using SignIn = std::function<QFuture<base::Result<void>>(std::string hubUrl, std::string user,
                                                             std::string password)>;

    /// `hubAddress` is proposed: the last one, or what the office preset.
    EnrolModel(Enrol enrol, SignIn signIn, QString hubAddress, QObject* parent = nullptr);

    Q_INVOKABLE void enrol(const QString& hubAddress, const QString& code);
    Q_INVOKABLE void signIn(const QString& hubAddress, const QString& user,
                            const QString& password);

    Way way() const { return m_way; }
    /// Forgets what was wrong the other way.
    void setWay(Way way);
    bool busy() const { return m_busy; }
    bool done() const { return m_done; }
    QString error() const { return m_error; }
    QString hubAddress() const { return m_hubAddress; }

Q_SIGNALS:
    void changed();
    void enrolled();

private:
    void wait(const QFuture<base::Result<void>>& asked);
    void refuse(const QString& error);
    void finish(const base::Result<void>& result);

    Enrol m_enrol;
    SignIn m_signIn;
    QString m_hubAddress;
    Way m_way = Way::Code;
    bool m_busy = false;
    bool m_done = false;
    QString m_error;
};

}  // namespace viewmodels
