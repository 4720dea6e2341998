#include "app/composition.h"
#include "app/models.h"
#include "core/store/rectifications.h"

// What comes after approval: the ranking that is published, and what is to be put right.
namespace app {

void Composition::connectRectification()
{
    Models& models = *m_models;
    connect(&models.session, &viewmodels::SessionModel::changed, this, [&models] {
        using Role = viewmodels::SessionModel::Role;
        const Role role = models.session.role();
        models.rectification.showUser(models.session.user());
        models.rectifications.showSupervises(role == Role::Supervisor || role == Role::Chief);
    });
    const auto sent = [this] {
        m_models->rectifications.refresh();
        m_models->village.refresh();
        m_models->outbox.refresh();
        m_machine->sync.nudge();
    };
    connect(&models.rectifications, &viewmodels::RectificationListModel::issued, this, sent);
    connect(&models.rectifications, &viewmodels::RectificationListModel::closedMany, this, sent);
    connect(&models.rectification, &viewmodels::RectificationModel::stepped, this, sent);
    connect(&models.rectification, &viewmodels::RectificationModel::photosWanted, this,
            [this](const QString& finding) { wishForTask({finding.toStdString()}); });
}

void Composition::connectPublishing()
{
    Models& models = *m_models;
    connect(&models.session, &viewmodels::SessionModel::changed, this,
            [&models] { models.publishing.showUser(models.session.user()); });
    connect(&models.ranking, &viewmodels::RankingModel::changed, this, [&models] {
        models.publishing.showCampaign(models.ranking.campaignId(), models.ranking.name());
    });
    connect(&models.publishing, &viewmodels::PublishModel::published, this,
            [this] { m_machine->sync.syncNow(); });
}

void Composition::connectAppeals()
{
    Models& models = *m_models;
    connect(&models.session, &viewmodels::SessionModel::changed, this, [&models] {
        models.appeal.showUser(models.session.user());
        models.taskAppeal.showUser(models.session.user());
    });
    connect(&models.review, &viewmodels::ReviewModel::changed, &models.appeal,
            [&models] { models.appeal.openInspection(models.review.inspectionId()); });
    connect(&models.review, &viewmodels::ReviewModel::currentChanged, &models.appeal, [&models] {
        models.appeal.showItem(models.review.item()->itemCode(),
                               !models.review.item()->lost().isEmpty());
    });
    connect(&models.rectification, &viewmodels::RectificationModel::changed, &models.taskAppeal,
            [&models] { models.taskAppeal.openTask(models.rectification.findingId()); });
    const auto sent = [this] {
        m_models->review.refresh();
        m_models->reviewQueue.refresh();
        m_models->rectification.refresh();
        m_models->outbox.refresh();
        m_machine->sync.nudge();
    };
    connect(&models.appeal, &viewmodels::AppealModel::done, this, sent);
    connect(&models.taskAppeal, &viewmodels::AppealModel::done, this, sent);
}

void Composition::wishForTask(const domain::FindingId& finding)
{
    const auto photos = [finding](SQLite::Database& db) {
        std::vector<domain::PhotoEntry> all;
        const store::Rectifications rectifications(db);
        if (const auto task = rectifications.find(finding)) {
            all = task->notice.before;
            for (const store::RectificationStepRow& row : rectifications.steps(finding)) {
                all.insert(all.end(), row.step.photos.begin(), row.step.photos.end());
            }
        }
        return all;
    };
    whenDone(
        m_machine->core.run(photos), this,
        [this](const std::vector<domain::PhotoEntry>& all) {
            for (const domain::PhotoEntry& photo : all) {
                m_machine->wishes.wish(photo.sha256);
                m_machine->wishes.wish(photo.thumbSha256);
            }
            m_machine->sync.nudge();
        },
        [](const std::exception&) {});
}

}  // namespace app
