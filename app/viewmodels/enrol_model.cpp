#include "app/viewmodels/enrol_model.h"

#include "app/core_thread.h"
#include "app/viewmodels/error_words.h"

namespace viewmodels {

EnrolModel::EnrolModel(Enrol enrol, SignIn signIn, QString hubAddress, QObject* parent)
    : QObject(parent),
      m_enrol(std::move(enrol)),
      m_signIn(std::move(signIn)),
      m_hubAddress(std::move(hubAddress))
{
}

void EnrolModel::setWay(Way way)
{
    m_way = way;
    m_error.clear();
    Q_EMIT changed();
}

void EnrolModel::enrol(const QString& hubAddress, const QString& code)
{
    if (m_busy) return;
    if (hubAddress.trimmed().isEmpty() || code.trimmed().isEmpty())
        return refuse(tr("请填写服务器地址和一次性注册码"));
    wait(m_enrol(hubAddress.trimmed().toStdString(), code.trimmed().toStdString()));
}

void EnrolModel::signIn(const QString& hubAddress, const QString& user, const QString& password)
{
    if (m_busy) return;
    if (hubAddress.trimmed().isEmpty() || user.trimmed().isEmpty() || password.isEmpty())
        return refuse(tr("请填写服务器地址、用户名和密码"));
    wait(m_signIn(hubAddress.trimmed().toStdString(), user.trimmed().toStdString(),
                  password.toStdString()));
}

void EnrolModel::refuse(const QString& error)
{
    m_error = error;
    Q_EMIT changed();
}

void EnrolModel::wait(const QFuture<base::Result<void>>& asked)
{
    m_busy = true;
    m_error.clear();
    Q_EMIT changed();
    app::whenDone(
        asked, this, [this](const base::Result<void>& result) { finish(result); },
        [this](const std::exception& broken) {
            finish(base::fail("enrol.broken", tr("没有保存，请重新打开应用再试").toStdString(),
                              broken.what()));
        });
}

void EnrolModel::finish(const base::Result<void>& result)
{
    m_busy = false;
    m_done = result.has_value();
    m_error = result ? QString() : ErrorWords::of(result.error());
    Q_EMIT changed();
    if (m_done) Q_EMIT enrolled();
}

}  // namespace viewmodels
