#include "tests/gallery/supervisor_stage.h"

#include <QTemporaryDir>

#include "core/store/open.h"
#include "tests/gallery/made_up.h"

namespace gallery {

namespace {

QFuture<base::Result<void>> decidesNothing(const domain::Review&)
{
    QPromise<base::Result<void>> promise;
    promise.start();
    promise.addResult(base::Result<void>());
    promise.finish();
    return promise.future();
}

domain::User supervisor()
{
    return {{"supervisor"}, "陈主管", domain::Role::supervisor, {{"330783007000"}}, true};
}

}  // namespace

struct SupervisorDesk {
    QTemporaryDir media;
    app::CoreThread core{[] { return store::open(":memory:"); }};
    viewmodels::StatusModel status;
    viewmodels::ReviewQueueModel queue{core};
    viewmodels::ReviewModel review{core, decidesNothing, media.path()};
    viewmodels::RankingModel ranking{core};
};

SupervisorStage::SupervisorStage(QObject* parent)
    : QObject(parent), m(std::make_unique<SupervisorDesk>())
{
    viewmodels::ReviewQueue queue = madeUpQueue(60);
    const auto flags = madeUpFlags(queue);
    m->queue.display(std::move(queue));
    m->queue.showFlags(flags);
    m->review.showReviewer(supervisor());
    m->review.display(madeUpReview(m->media.path()));
    m->ranking.display({madeUpCampaign()}, madeUpRanking());
    m->ranking.select(QStringLiteral("330783001201"));
    m->review.goTo(2);
    m->status.showUnsent(9999, 9999, 3'100'000'000);
    m->status.showFix(std::nullopt);
}

SupervisorStage::~SupervisorStage() = default;

viewmodels::StatusModel* SupervisorStage::status()
{
    return &m->status;
}

viewmodels::ReviewQueueModel* SupervisorStage::queue()
{
    return &m->queue;
}

viewmodels::ReviewModel* SupervisorStage::review()
{
    return &m->review;
}

viewmodels::RankingModel* SupervisorStage::ranking()
{
    return &m->ranking;
}

void SupervisorStage::rankByClass()
{
    m->ranking.display({madeUpCampaign()}, madeUpRanking(true));
}

}  // namespace gallery
