#include "tests/gallery/inspector_stage.h"

#include <QBuffer>
#include <QEventLoop>
#include <QImage>
#include <QPainter>
#include <filesystem>
#include <fstream>

#include "core/actions/submit.h"
#include "core/domain/codec.h"
#include "core/store/drafts.h"
#include "core/store/media.h"
#include "core/store/open.h"
#include "core/store/outbox.h"
#include "core/store/records.h"
#include "core/store/reference.h"
#include "tests/support/attach_photo.h"
#include "tests/support/must.h"
#include "tests/support/tablet.h"

namespace gallery {

namespace {

/// A wall with a heap before it: enough of a picture to judge a page by.
std::string picture(int number, QSize size)
{
    QImage image(size, QImage::Format_RGB32);
    QPainter painter(&image);
    const int hue = number * 47 % 360;
    painter.fillRect(image.rect(), QColor::fromHsv(hue, 40, 200));
    painter.fillRect(0, size.height() * 6 / 10, size.width(), size.height(), QColor(110, 104, 92));
    painter.setBrush(QColor::fromHsv((hue + 120) % 360, 130, 120));
    painter.drawEllipse(
        QRectF(size.width() * 0.3, size.height() * 0.45, size.width() * 0.4, size.height() * 0.35));
    painter.end();
    QByteArray bytes;
    QBuffer buffer(&bytes);
    image.save(&buffer, "JPG", 80);
    return bytes.toStdString();
}

using support::must;

domain::Finding findingOf(support::Tablet& tablet, const char* item, const char* place)
{
    const auto sheet = store::Reference(tablet.db()).checklist("LJ", 1);
    domain::Finding finding;
    finding.ruleCode = domain::findItem(*sheet, item)->rules.front().code;
    finding.place = place;
    finding.fix =
        base::Fix{{29.258053, 120.236028}, 6, base::PositionSource::device, 2000, {}, 9, false};
    return finding;
}

domain::PhotoId attach(support::Tablet& tablet, const domain::InspectionId& draft, const char* item,
                       const domain::FindingId& finding, int number)
{
    support::CapturedPhoto photo;
    const bool upright = number % 3 == 0;
    photo.jpeg = picture(number, upright ? QSize(900, 1200) : QSize(1200, 900));
    photo.thumbnail = picture(number, upright ? QSize(240, 320) : QSize(320, 240));
    photo.widthPx = upright ? 900 : 1200;
    photo.heightPx = upright ? 1200 : 900;
    photo.itemCode = item;
    photo.finding = finding;
    tablet.clock().advance(60'000);
    photo.clocks.wallMs = tablet.clock().wallMs();
    photo.fix = findingOf(tablet, item, "").fix;
    return must(support::attachPhoto(tablet.context(), tablet.mediaFolder(), draft, photo)).id;
}

/// An arrow, a circle, and words that would leave the picture.
void drawOn(support::Tablet& tablet, const domain::InspectionId& draft,
            const domain::PhotoId& photo)
{
    const auto drawn =
        actions::putDrawing(tablet.context(), draft,
                            {photo,
                             {{domain::ShapeKind::arrow, 1500, 1200, 3600, 4600, ""},
                              {domain::ShapeKind::circle, 3200, 4200, 7000, 8300, ""},
                              {domain::ShapeKind::text, 6900, 3000, 6900, 3000,
                               "桶脏、满溢，垃圾落地约 2 平方米，上月同一处"}}});
    if (!drawn) qFatal("%s", drawn.error().code.c_str());
}

/// What another inspector found here before, as it came down from the hub.
void addLastTime(support::Tablet& tablet)
{
    support::Tablet other(7, support::county::otherInspector());
    const auto draft = other.start("LJ");
    for (int i = 0; i < 2; ++i) {
        const auto answer = must(support::addFinding(
            other.context(), draft, "LJ07", findingOf(other, "LJ07", "文化礼堂东侧投放点")));
        attach(other, draft, "LJ07", answer.findings.back().id, 11 + i);
    }
    other.answerAllOk(draft);
    std::filesystem::copy(other.mediaFolder(), tablet.mediaFolder(),
                          std::filesystem::copy_options::recursive);
    must(actions::submit(other.context(), draft));
    std::int64_t seq = 1;
    for (const auto& entry : store::Outbox(other.db()).unsettled(10))
        store::Records(tablet.db())
            .apply(seq++, other.clock().wallMs(), *store::Records(other.db()).find(entry.record));
}

/// A supervisor's decision, as it came down from the hub.
void judge(support::Tablet& tablet, domain::Review review)
{
    review.reviewer = support::county::supervisor().id;
    const std::int64_t nowMs = tablet.clock().wallMs();
    store::Records(tablet.db())
        .apply(50, nowMs,
               {{tablet.ids().next()},
                "review",
                review.reviewer,
                {"d-desk"},
                "i",
                1,
                nowMs,
                domain::canonicalJson(review)});
}

/// What the camera sees.
QString folderWithPicture(support::Tablet& tablet)
{
    const std::string folder = tablet.folder() / "camera";
    std::filesystem::create_directories(folder);
    std::ofstream(folder + "/1.jpg", std::ios::binary) << picture(4, QSize(1200, 900));
    return QString::fromStdString(folder);
}

domain::InspectionId fill(support::Tablet& tablet)
{
    addLastTime(tablet);
    domain::Review approval;
    approval.inspection = tablet.submitted("MV");
    judge(tablet, approval);
    tablet.submitted("LJ", support::county::village2);
    const auto draft = tablet.start("LJ");
    domain::FindingId first;
    for (const char* place :
         {"文化礼堂东侧投放点", "村口公交站旁垃圾桶满溢，地面有散落的垃圾袋", ""}) {
        const auto answer = must(
            support::addFinding(tablet.context(), draft, "LJ07", findingOf(tablet, "LJ07", place)));
        const auto photo = attach(tablet, draft, "LJ07", answer.findings.back().id,
                                  static_cast<int>(answer.findings.size()));
        if (answer.findings.size() == 1) drawOn(tablet, draft, photo);
    }
    must(support::addFinding(tablet.context(), draft, "LJ11", findingOf(tablet, "LJ11", "")));
    must(support::restOk(tablet.context(), draft, {"LJ01", "LJ03", "LJ05", "LJ06"}));
    must(support::setState(tablet.context(), draft, "LJ13", domain::AnswerState::notApplicable));
    return draft;
}

}  // namespace

struct InspectorTablet {
    support::Tablet tablet;
    domain::InspectionId draft = fill(tablet);
    app::CoreThread core{[path = tablet.databasePath()] { return store::open(path); }};
    platform::PhotoProcessor processor{QString::fromStdString(tablet.mediaFolder())};
    viewmodels::Around around{tablet.clock(), tablet.ids(),
                              [this] { return findingOf(tablet, "LJ07", "").fix; },
                              QString::fromStdString(tablet.mediaFolder())};
    viewmodels::StatusModel status;
    viewmodels::EnrolModel enrol{[](std::string, std::string) {
                                     return QtFuture::makeReadyFuture(base::Result<void>(base::fail(
                                         "enrol.code_unknown", "注册码不对，请核对后再试")));
                                 },
                                 [](std::string, std::string, std::string) {
                                     return QtFuture::makeReadyFuture(base::Result<void>(
                                         base::fail("sign_in.wrong", "用户或密码不对")));
                                 },
                                 QStringLiteral("https://xuncun.example.gov.cn")};
    viewmodels::TodayModel today{core};
    viewmodels::VillageModel village{core, around};
    viewmodels::OpenInspection open{core, around};
    viewmodels::ChecklistModel checklist{open};
    std::unique_ptr<platform::Camera> camera = platform::makeFolderCamera(
        folderWithPicture(tablet), QString::fromStdString(tablet.folder() / "shots"));
    viewmodels::ShotLine shots{core, around, processor, QStringLiteral("平板 1")};
    viewmodels::ScanModel scan{camera.get(), [](const QString&) { return false; }};
    viewmodels::CaptureModel capture{open, camera.get(), shots};
    viewmodels::PhotoViewModel photo{open, processor, {}};
    viewmodels::DrawingModel drawing{open};
    viewmodels::FinishModel finish{open};
    viewmodels::OutboxModel outbox{core};
    viewmodels::SettingsModel settings{
        core, {QString::fromStdString(tablet.databasePath()), around.mediaFolder, {}, {}}};
    viewmodels::PinModel pin{core, around};
};

InspectorStage::InspectorStage(QObject* parent)
    : QObject(parent), m(std::make_unique<InspectorTablet>())
{
    m->today.refresh();
    m->today.showFix(m->around.position());
    m->village.open(QString::fromStdString(support::county::village1.value));
    m->village.showFix(m->around.position());
    m->checklist.open(QString::fromStdString(m->draft.value));
    const auto stuck = store::Drafts(m->tablet.db()).photos(m->draft).front().entry.sha256;
    store::Media(m->tablet.db())
        .putFailed(stuck, "media.damaged", "照片文件已损坏，无法上传；如仍在现场请补拍", true);
    m->outbox.showRecovered(3, 1);
    m->outbox.refresh();
    m->settings.refresh();
    m->pin.enrolled();
    settle();
    m->checklist.goTo(QStringLiteral("LJ07"));
    m->photo.openNow(0);
    m->photo.setWatermark(true);
    m->drawing.openPhoto(m->photo.currentId());
    m->drawing.setTool(viewmodels::DrawingModel::Tool::Text);
    m->status.showSaved(m->tablet.clock().wallMs());
    m->status.showFix(m->around.position());
    m->status.showUnsent(9999, 9999, 3'100'000);
    m->status.showTotal(m->open.score().total());
    settle();
}

InspectorStage::~InspectorStage() = default;

void InspectorStage::settle()
{
    // Twice: an answer may send for more.
    for (int round = 0; round < 2; ++round) {
        QEventLoop loop;
        app::whenDone(
            m->core.run([](SQLite::Database&) {}), &loop, [&loop] { loop.quit(); },
            [&loop](const std::exception&) { loop.quit(); });
        loop.exec();
    }
}

void InspectorStage::askForPin()
{
    m->pin.choose(QStringLiteral("2580"), QStringLiteral("2580"));
    settle();
    m->pin.change();
    m->pin.enter(QStringLiteral("1111"));
    settle();
}

void InspectorStage::openSentBack()
{
    domain::Review review;
    review.inspection = m->tablet.submitted("LJ", support::county::village3);
    review.decision = domain::Decision::sendBack;
    review.comment = "两处照片看不清，请补拍近景，并写明在村里的什么位置";
    review.items = {{"LJ06", "登记本缺几个月？请拍封面和缺的那几页"},
                    {"LJ07", "第二处看不出是公共投放点还是户桶，请补一张带周围环境的"},
                    {"LJ11", "哪几只桶？"}};
    judge(m->tablet, review);
    must(actions::startRevision(m->tablet.context(), review.inspection));
    m->checklist.open(QString::fromStdString(review.inspection.value));
    settle();
}

void InspectorStage::wantWideAndClose()
{
    m->tablet.db().exec(
        R"(UPDATE checklist SET body =
           replace(body, '"photosAtLeast":1', '"photosAtLeast":1,"wideAndClose":true'))");
    m->checklist.open(QString::fromStdString(m->draft.value));
    settle();
    m->checklist.goTo(QStringLiteral("LJ07"));
    m->checklist.addTo(QStringLiteral("LJ07"));
    settle();
}

viewmodels::StatusModel* InspectorStage::status()
{
    return &m->status;
}

viewmodels::EnrolModel* InspectorStage::enrol()
{
    return &m->enrol;
}

viewmodels::ScanModel* InspectorStage::scan()
{
    return &m->scan;
}

viewmodels::TodayModel* InspectorStage::today()
{
    return &m->today;
}

viewmodels::VillageModel* InspectorStage::village()
{
    return &m->village;
}

viewmodels::ChecklistModel* InspectorStage::checklist()
{
    return &m->checklist;
}

viewmodels::CaptureModel* InspectorStage::capture()
{
    return &m->capture;
}

viewmodels::PhotoViewModel* InspectorStage::photo()
{
    return &m->photo;
}

viewmodels::DrawingModel* InspectorStage::drawing()
{
    return &m->drawing;
}

viewmodels::FinishModel* InspectorStage::finish()
{
    return &m->finish;
}

viewmodels::OutboxModel* InspectorStage::outbox()
{
    return &m->outbox;
}

viewmodels::PinModel* InspectorStage::pin()
{
    return &m->pin;
}

viewmodels::SettingsModel* InspectorStage::settings()
{
    return &m->settings;
}

}  // namespace gallery
