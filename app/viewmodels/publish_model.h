#pragma once

#include <QtQml/qqmlregistration.h>

#include <QFuture>
#include <QUrl>
#include <functional>

#include "app/viewmodels/rows_model.h"
#include "core/base/result.h"
#include "core/domain/user.h"
#include "sync/protocol/publication.h"

namespace viewmodels {

struct PublicationRow {
    protocol::Publication made;

    bool operator==(const PublicationRow&) const = default;
    bool sameAs(const PublicationRow& other) const { return made.sha256 == other.made.sha256; }
};

/// What was published of one campaign, newest first.
class PublicationListModel : public RowsModel<PublicationRow> {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("part of PublishModel")

public:
    explicit PublicationListModel(QObject* parent);
};

/// 发布: the chief freezes the ranking of a campaign as the hub has it at that moment, and corrects
/// what was published. Needs the network: it is the hub's ranking that is frozen, not what this
/// tablet last saw.
class PublishModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made in app/composition")
    Q_PROPERTY(bool mayPublish READ mayPublish NOTIFY changed)
    Q_PROPERTY(bool known READ known NOTIFY changed)
    Q_PROPERTY(bool busy READ busy NOTIFY changed)
    Q_PROPERTY(QString error READ error NOTIFY changed)
    Q_PROPERTY(QString saved READ saved NOTIFY changed)
    Q_PROPERTY(int next READ next NOTIFY changed)
    Q_PROPERTY(viewmodels::PublicationListModel* made READ made CONSTANT)

public:
    /// They ask the hub, off the UI thread.
    struct Hub {
        std::function<QFuture<base::Result<std::vector<protocol::Publication>>>(domain::CampaignId)>
            list;
        std::function<QFuture<base::Result<protocol::Publication>>(domain::CampaignId, int number,
                                                                   std::string reason)>
            publish;
        /// Writes the package to this file.
        std::function<QFuture<base::Result<void>>(domain::CampaignId, int number, QString file)>
            save;
    };

    explicit PublishModel(Hub hub, QObject* parent = nullptr);

    void showUser(std::optional<domain::User> user);
    /// The campaign whose ranking the page shows.
    void showCampaign(const QString& id, const QString& name);

    /// Asks what was published so far; `known` once the hub has said.
    Q_INVOKABLE void ask();
    /// The first publication takes no reason, a correction needs one.
    Q_INVOKABLE void publish(const QString& reason);
    /// Saves the package of this number in the folder; `saved` names the file.
    Q_INVOKABLE void save(int number, const QUrl& folder);

    bool mayPublish() const;
    bool known() const { return m_known; }
    bool busy() const { return m_busy; }
    QString error() const { return m_error; }
    QString saved() const { return m_saved; }
    /// The number that publish() makes; above 1 it is a correction.
    int next() const { return static_cast<int>(m_published.size()) + 1; }
    PublicationListModel* made() { return &m_made; }

Q_SIGNALS:
    void changed();
    void published(int number);

private:
    template <class T, class Then>
    void follow(const QFuture<base::Result<T>>& asked, Then then);
    void show(std::vector<protocol::Publication> publications);
    void breakOff();
    void fail(const QString& error);

    Hub m_hub;
    std::optional<domain::User> m_user;
    domain::CampaignId m_campaign;
    QString m_name;
    std::vector<protocol::Publication> m_published;
    bool m_known = false;
    bool m_busy = false;
    QString m_error;
    QString m_saved;
    PublicationListModel m_made{this};
};

}  // namespace viewmodels
