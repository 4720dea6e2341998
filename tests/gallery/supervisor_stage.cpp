#include "tests/gallery/supervisor_stage.h"

#include <QCoreApplication>
#include <QImage>
#include <QPainter>
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

/// Of every state and severity, overdue and not, with the longest names.
std::vector<viewmodels::RectificationRow> madeUpTasks()
{
    std::vector<viewmodels::RectificationRow> rows;
    for (int i = 0; i < 40; ++i)
        rows.push_back({std::to_string(i),
                        i % 3 == 0 ? "石洞坑樟树下大溪口联合新型社区村" : "石洞坑村", "六石街道",
                        i % 2 == 0 ? "LJ07 桶脏、破、满溢、垃圾落地"
                                   : "MV03 村口、文化礼堂、广场、停车场脏乱，设施损坏",
                        i % 4 == 0 ? "" : "村口老樟树下公厕东侧第三个投放点", i % 3, i % 8,
                        1'795'000'000'000 + i * 3'600'000, i % 8 == 1 && i < 12, i % 5 == 0,
                        i % 7 == 0 ? "c1" : "c2",
                        i % 7 == 0 ? "2026年10月 第二批" : "2026 年第四季度美丽乡村长效管护检查",
                        "330783007000", i % 2 == 0 ? "LJ" : "MV",
                        i % 2 == 0 ? "垃圾分类" : "美丽乡村", i % 7 == 0 ? 1 : 2});
    return rows;
}

viewmodels::Overview madeUpOverview()
{
    viewmodels::Overview overview;
    overview.campaign = {"q4"};
    overview.campaigns = {{"q4", "2026 年第四季度美丽乡村长效管护检查"}, {"q3", "2026 年第三季度"}};
    overview.checks = 1170;
    overview.approved = 1113;
    overview.waiting = 36;
    overview.sentBack = 9;
    overview.unchecked = 12;
    for (int i = 0; i < 18; ++i)
        overview.towns.push_back({std::to_string(i),
                                  i == 3 ? "横店影视产业实验区街道办" : "六石街道", i * 3,
                                  12 + i * 3});
    for (const char* bin : {"<60", "60–70", "70–80", "80–90", "≥90"})
        overview.scores.push_back({bin, bin, static_cast<int>(overview.scores.size()) * 90, 0});
    for (int i = 0; i < 8; ++i)
        overview.findings.push_back({std::to_string(i),
                                     "MV03 村口、文化礼堂、广场、停车场脏乱，设施损坏",
                                     300 - 30 * i, 0});
    overview.overdue = {{"a", "六石街道", 5, 0}, {"b", "画溪镇", 1, 0}};
    return overview;
}

viewmodels::RectificationSheet madeUpTask(const QString& folder)
{
    viewmodels::RectificationSheet sheet;
    sheet.villageName = "石洞坑樟树下大溪口联合新型社区村";
    sheet.task.finding = {"finding"};
    sheet.task.state = domain::RectificationState::reported;
    sheet.task.notice.itemCode = "LJ07";
    sheet.task.notice.itemTitle = "桶脏、破、满溢、垃圾落地";
    sheet.task.notice.place = "村口老樟树下公厕东侧第三个投放点";
    sheet.task.notice.note = "两只桶满溢，地面有散落垃圾约两平方米，多日未清";
    sheet.task.notice.number = "整改〔2026〕3号";
    sheet.task.notice.responsible = "石洞坑村";
    sheet.task.notice.severity = domain::Severity::major;
    sheet.task.notice.dueAtMs = 1'795'000'000'000;
    sheet.task.notice.repeat = true;
    for (const auto action :
         {domain::RectificationAction::issue, domain::RectificationAction::report,
          domain::RectificationAction::sendBack, domain::RectificationAction::report}) {
        store::RectificationStepRow row;
        row.step.action = action;
        row.createdAtMs = 1'794'000'000'000;
        if (action == domain::RectificationAction::sendBack)
            row.step.comment = "拍的不是同一位置，请站在投放点正前方";
        sheet.steps.push_back(row);
        sheet.whose.push_back("陈主管");
    }
    const auto picture = [&](const char* name, const QColor& ground, const QColor& heap) {
        QImage image(1600, 1200, QImage::Format_RGB32);
        image.fill(ground);
        QPainter(&image).fillRect(500, 600, 700, 400, heap);
        const QString file = folder + u'/' + QString::fromLatin1(name);
        image.save(file);
        return QUrl::fromLocalFile(file);
    };
    sheet.before = {picture("before.jpg", QColor(120, 130, 110), QColor(90, 60, 40)),
                    picture("before2.jpg", QColor(100, 120, 90), QColor(70, 50, 40))};
    sheet.after = {picture("after.jpg", QColor(130, 150, 130), QColor(150, 160, 150))};
    sheet.reported = sheet.onHub = 1;
    return sheet;
}

QFuture<base::Result<void>> stepsNothing(const domain::FindingId&, domain::RectificationAction,
                                         const std::string&)
{
    return decidesNothing({});
}

viewmodels::AppealSheet madeUpAppeals()
{
    viewmodels::AppealSheet sheet;
    sheet.itemCode = "LJ07";
    sheet.untilMs = 4'000'000'000'000;
    viewmodels::AppealLine line;
    line.record = "a1";
    line.itemCode = "MV03";
    line.item = "MV03 村口、文化礼堂、广场、停车场脏乱，设施损坏";
    line.reason = "这处投放点在邻村地界，村界碑在照片左侧，请到现场核对";
    line.who = "钱联络";
    line.most = base::Points::whole(6);
    line.atMs = 1'795'000'000'000;
    sheet.lines.push_back(line);
    line.record = "a2";
    line.outcome = viewmodels::AppealLine::Outcome::Granted;
    line.points = "5.5";
    line.answer = "核实属邻村";
    line.answeredBy = "陈主管";
    line.answeredAtMs = 1'795'100'000'000;
    sheet.lines.push_back(line);
    return sheet;
}

QFuture<base::Result<std::vector<protocol::Publication>>> published()
{
    QPromise<base::Result<std::vector<protocol::Publication>>> promise;
    promise.start();
    promise.addResult(std::vector<protocol::Publication>{
        {1, std::string(64, 'c'), {}, {}, 1'795'000'000'000, 0},
        {2, std::string(64, 'd'), std::string(64, 'c'),
         "石洞坑樟树下大溪口联合新型社区村申诉成立，LJ07 扣分属邻村地界", 1'795'600'000'000, 14}});
    promise.finish();
    return promise.future();
}

domain::User supervisor()
{
    domain::User user{{"supervisor"}, "陈主管", domain::Role::supervisor, {{"330783007000"}}, true};
    user.mayAdjust = true;
    return user;
}

}  // namespace

struct SupervisorDesk {
    QTemporaryDir media;
    app::CoreThread core{[] { return store::open(":memory:"); }};
    viewmodels::StatusModel status;
    viewmodels::ReviewQueueModel queue{core};
    viewmodels::ReviewModel review{core, decidesNothing, media.path()};
    viewmodels::ReviewSheet inspection = madeUpReview(media.path());
    viewmodels::RankingModel ranking{core};
    viewmodels::PublishModel publishing{
        {[](const domain::CampaignId&) { return published(); },
         [](const domain::CampaignId&, int, const std::string&) {
             return QFuture<base::Result<protocol::Publication>>();
         },
         [](const domain::CampaignId&, int, const QString&) { return decidesNothing({}); }}};
    base::SystemClock clock;
    base::UuidSource ids{clock, [](std::span<std::uint8_t>) {}};
    platform::PhotoProcessor processor{media.path()};
    viewmodels::OverviewModel overview{core, clock};
    viewmodels::RectificationListModel tasks{
        core, clock,
        [](const std::vector<domain::FindingId>&, const std::string&, const std::string&) {
            return decidesNothing({});
        }};
    viewmodels::ShotLine shots{core, {clock, ids, {}, media.path()}, processor, {}};
    viewmodels::RectificationModel task{
        core, {clock, ids, {}, media.path()}, stepsNothing, nullptr, shots};
    viewmodels::AppealModel appeal{core,
                                   {clock, ids, {}, media.path()},
                                   [](const domain::Appeal&) { return decidesNothing({}); },
                                   [](const domain::RecordId&, std::optional<base::Points>,
                                      const std::string&) { return decidesNothing({}); }};
};

SupervisorStage::SupervisorStage(QObject* parent)
    : QObject(parent), m(std::make_unique<SupervisorDesk>())
{
    viewmodels::ReviewQueue queue = madeUpQueue(60);
    const auto flags = madeUpFlags(queue);
    m->queue.display(std::move(queue));
    m->queue.showFlags(flags);
    showReview();
    m->ranking.fairness()->display(madeUpFairness());
    m->ranking.display({madeUpCampaign()}, madeUpRanking());
    m->ranking.select(QStringLiteral("330783001201"));
    m->publishing.showUser(domain::User{{"chief"}, "林主任", domain::Role::chief, {}, true});
    m->publishing.showCampaign(m->ranking.campaignId(), m->ranking.name());
    m->overview.display(madeUpOverview());
    m->tasks.showSupervises(true);
    m->tasks.display(madeUpTasks());
    m->tasks.setClose([](const std::vector<domain::FindingId>&) { return QFuture<int>(); });
    m->core.finish();  // what the filter asked of the empty store does not come afterwards
    QCoreApplication::sendPostedEvents();
    m->tasks.showTowns({{"1", "六石街道", {60, 55, 50, 1, 3, 9}},
                        {"2", "横店影视产业实验区街道办", {60, 32, 30, 4, 0, 0}},
                        {"3", "画溪镇", {0, 0, 0, 0, 0, 0}}});
    m->task.showUser(supervisor());
    m->task.display(madeUpTask(m->media.path()));
    m->appeal.display(madeUpAppeals());
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

void SupervisorStage::showReview()
{
    m->review.showReviewer(supervisor());
    m->review.display(m->inspection);
    m->appeal.showUser(supervisor());
}

void SupervisorStage::makeApprovable()
{
    viewmodels::ReviewSheet sheet = m->inspection;
    sheet.photosOnHub = static_cast<int>(sheet.inspection().photos.size());
    domain::Review confirmed;
    confirmed.revision = sheet.inspection().revision;
    confirmed.decision = domain::Decision::confirmVeto;
    confirmed.reviewer = {"chief"};
    sheet.history.reviews.push_back({{}, confirmed, 1'795'000'000'000, 4, false});
    sheet.reviewerNames.emplace_back("林主任");
    m->review.display(std::move(sheet));
}

void SupervisorStage::forbidAdjusting()
{
    domain::User user = supervisor();
    user.mayAdjust = false;
    m->review.showReviewer(user);
    m->appeal.showUser(user);
}

viewmodels::RankingModel* SupervisorStage::ranking()
{
    return &m->ranking;
}

viewmodels::PublishModel* SupervisorStage::publishing()
{
    return &m->publishing;
}

void SupervisorStage::rankByClass()
{
    m->ranking.display({madeUpCampaign()}, madeUpRanking(true));
}

viewmodels::OverviewModel* SupervisorStage::overview()
{
    return &m->overview;
}

viewmodels::RectificationListModel* SupervisorStage::tasks()
{
    return &m->tasks;
}

viewmodels::AppealModel* SupervisorStage::appeal()
{
    return &m->appeal;
}

viewmodels::RectificationModel* SupervisorStage::task()
{
    return &m->task;
}

}  // namespace gallery
