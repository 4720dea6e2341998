#include "app/viewmodels/publish_model.h"

#include "app/core_thread.h"
#include "app/viewmodels/error_words.h"
#include "app/viewmodels/words.h"

namespace viewmodels {

namespace {
constexpr Column<PublicationRow> publishColumns[] = {
    {"number", [](const PublicationRow& row) -> QVariant { return row.made.number; }},
    {"madeAtMs",
     [](const PublicationRow& row) -> QVariant { return static_cast<double>(row.made.madeAtMs); }},
    {"fingerprint", [](const PublicationRow& row) -> QVariant { return text(row.made.sha256); }},
    {"reason", [](const PublicationRow& row) -> QVariant { return text(row.made.reason); }},
    {"changedVillages", [](const PublicationRow& row) -> QVariant { return row.made.changed; }},
};
}  // namespace

PublicationListModel::PublicationListModel(QObject* parent) : RowsModel(publishColumns, parent) {}

PublishModel::PublishModel(Hub hub, QObject* parent) : QObject(parent), m_hub(std::move(hub)) {}

void PublishModel::showUser(std::optional<domain::User> user)
{
    m_user = std::move(user);
    Q_EMIT changed();
}

void PublishModel::showCampaign(const QString& id, const QString& name)
{
    m_name = name;
    if (m_campaign.value == id.toStdString()) return;
    m_campaign = {id.toStdString()};
    m_known = false;
    m_error.clear();
    m_saved.clear();
    show({});
}

bool PublishModel::mayPublish() const
{
    return m_user && m_user->role == domain::Role::chief && !m_campaign.empty();
}

template <class T, class Then>
void PublishModel::follow(const QFuture<base::Result<T>>& asked, Then then)
{
    m_busy = true;
    m_error.clear();
    m_saved.clear();
    Q_EMIT changed();
    app::whenDone(
        asked, this,
        [this, then, campaign = m_campaign](const base::Result<T>& answer) {
            m_busy = false;
            if (campaign != m_campaign) return Q_EMIT changed();
            if (!answer) return fail(ErrorWords::of(answer.error()));
            then(answer);
            Q_EMIT changed();
        },
        [this](const std::exception&) { breakOff(); });
}

void PublishModel::breakOff()
{
    m_busy = false;
    fail(tr("没有完成，请再试一次"));
}

void PublishModel::ask()
{
    if (m_busy || !mayPublish()) return;
    follow(m_hub.list(m_campaign), [this](const auto& publications) {
        m_known = true;
        show(*publications);
    });
}

void PublishModel::publish(const QString& reason)
{
    if (m_busy || !mayPublish() || !m_known) return;
    follow(m_hub.publish(m_campaign, next(), reason.trimmed().toStdString()),
           [this](const base::Result<protocol::Publication>& made) {
               std::vector<protocol::Publication> all = m_published;
               all.push_back(*made);
               show(std::move(all));
               Q_EMIT published(made->number);
           });
}

void PublishModel::save(int number, const QUrl& folder)
{
    if (m_busy || !mayPublish()) return;
    QString name = m_name;
    for (const QChar odd : QStringLiteral("/\\:*?\"<>|")) name.replace(odd, u'_');
    const QString file = folder.toLocalFile() + tr("/%1-排名包-第%2次.txt").arg(name).arg(number);
    follow(m_hub.save(m_campaign, number, file),
           [this, file](const base::Result<void>&) { m_saved = file; });
}

void PublishModel::show(std::vector<protocol::Publication> publications)
{
    m_published = std::move(publications);
    std::vector<PublicationRow> rows;
    for (auto one = m_published.rbegin(); one != m_published.rend(); ++one) rows.push_back({*one});
    m_made.show(std::move(rows));
    Q_EMIT changed();
}

void PublishModel::fail(const QString& error)
{
    m_error = error;
    Q_EMIT changed();
}

}  // namespace viewmodels
