#pragma once

#include <QtQml/qqmlregistration.h>

#include <QObject>
#include <memory>

#include "app/viewmodels/appeal_model.h"
#include "app/viewmodels/overview_model.h"
#include "app/viewmodels/publish_model.h"
#include "app/viewmodels/ranking_model.h"
#include "app/viewmodels/rectification_list_model.h"
#include "app/viewmodels/rectification_model.h"
#include "app/viewmodels/review_model.h"
#include "app/viewmodels/review_queue_model.h"
#include "app/viewmodels/status_model.h"

namespace gallery {

struct SupervisorDesk;

/// The supervisor's real view-models showing made-up work at its nastiest: long names, every flag,
/// no photos and forty, scores from 0 to 100, ties and vetoes.
class SupervisorStage : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(viewmodels::StatusModel* status READ status CONSTANT)
    Q_PROPERTY(viewmodels::ReviewQueueModel* queue READ queue CONSTANT)
    Q_PROPERTY(viewmodels::ReviewModel* review READ review CONSTANT)
    Q_PROPERTY(viewmodels::RankingModel* ranking READ ranking CONSTANT)
    Q_PROPERTY(viewmodels::PublishModel* publishing READ publishing CONSTANT)
    Q_PROPERTY(viewmodels::OverviewModel* overview READ overview CONSTANT)
    Q_PROPERTY(viewmodels::RectificationListModel* tasks READ tasks CONSTANT)
    Q_PROPERTY(viewmodels::RectificationModel* task READ task CONSTANT)
    Q_PROPERTY(viewmodels::AppealModel* appeal READ appeal CONSTANT)

public:
    explicit SupervisorStage(QObject* parent = nullptr);
    ~SupervisorStage() override;

    viewmodels::StatusModel* status();
    viewmodels::ReviewQueueModel* queue();
    viewmodels::ReviewModel* review();
    /// The inspection as at the beginning, before a supervisor who may adjust points.
    Q_INVOKABLE void showReview();
    /// Its photos have all arrived, and somebody else confirmed its veto.
    Q_INVOKABLE void makeApprovable();
    Q_INVOKABLE void forbidAdjusting();
    viewmodels::RankingModel* ranking();
    viewmodels::PublishModel* publishing();
    /// The same villages ranked by class.
    Q_INVOKABLE void rankByClass();
    viewmodels::OverviewModel* overview();
    viewmodels::RectificationListModel* tasks();
    viewmodels::RectificationModel* task();
    viewmodels::AppealModel* appeal();

private:
    std::unique_ptr<SupervisorDesk> m;
};

}  // namespace gallery
