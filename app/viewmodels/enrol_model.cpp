#include "app/viewmodels/enrol_model.h"

#include "app/core_thread.h"

namespace viewmodels {

EnrolModel::EnrolModel(Enrol enrol, QString hubAddress, QObject* parent)
    : QObject(parent), m_enrol(std::move(enrol)), m_hubAddress(std::move(hubAddress))
{
}

void EnrolModel::enrol(const QString& hubAddress, const QString& code)
{
    if (m_busy) return;
    if (hubAddress.trimmed().isEmpty() || code.trimmed().isEmpty()) {
        m_error = tr("请填写服务器地址和一次性注册码");
        Q_EMIT changed();
        return;
    }
    m_busy = true;
    m_error.clear();
    Q_EMIT changed();
    app::whenDone(
        m_enrol(hubAddress.trimmed().toStdString(), code.trimmed().toStdString()), this,
        [this](const base::Result<void>& result) { finish(result); },
        [this](const std::exception& broken) {
            finish(base::fail("enrol.broken", tr("没有保存，请重新打开应用再试").toStdString(),
                              broken.what()));
        });
}

void EnrolModel::finish(const base::Result<void>& result)
{
    m_busy = false;
    m_done = result.has_value();
    m_error = result ? QString() : text(result.error().message);
    Q_EMIT changed();
    if (m_done) Q_EMIT enrolled();
}

}  // namespace viewmodels
