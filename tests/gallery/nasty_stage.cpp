#include "tests/gallery/nasty_stage.h"

#include <QEventLoop>

#include "core/domain/codec.h"
#include "core/store/open.h"
#include "core/store/outbox.h"
#include "core/store/records.h"
#include "core/store/reference.h"
#include "tests/gallery/nasty_check.h"
#include "tests/support/tablet.h"

namespace gallery {

namespace {

void nameAtLength(support::Tablet& tablet)
{
    std::vector<std::string> lines;
    for (domain::Region region : support::county::regions()) {
        if (region.kind != domain::RegionKind::county) region.name = longestName;
        if (region.code == support::county::village1)
            region.aliases = {"石硐坑樟树下大溪口联合新型社区", "老石洞坑自然村及上下大溪口"};
        lines.push_back(domain::canonicalJson(region));
    }
    const auto named = store::Reference(tablet.db()).replace("regions", "\"2\"", lines, 1);
    if (!named) qFatal("%s", named.error().code.c_str());
}

void orderToPutRight(support::Tablet& tablet, int number)
{
    domain::RectificationStep step;
    step.inspection = {"0192f000-0000-7000-8000-00000000000a"};
    step.finding = {"0192f000-0000-7000-8000-0000000001" + std::to_string(10 + number)};
    step.by = support::county::supervisor().id;
    domain::RectificationNotice notice;
    notice.campaign = support::county::campaign;
    notice.village = notice.subject = support::county::village1;
    notice.kind = "LJ";
    notice.itemCode = "LJ07";
    notice.place = "文化礼堂东侧第三个垃圾投放点往北五十米的水沟边";
    notice.dueAtMs = tablet.clock().wallMs() + 1000;
    step.notice = notice;
    const std::int64_t nowMs = tablet.clock().wallMs();
    store::Records(tablet.db())
        .apply(100 + number, nowMs,
               {{tablet.ids().next()},
                "rectification",
                step.by,
                {"d-desk"},
                "i",
                1 + number,
                nowMs,
                domain::canonicalJson(step)});
}

/// Each village's check was submitted, and the hub refuses each of them at length.
void beRefused(support::Tablet& tablet)
{
    using namespace support::county;
    for (const auto& village : {village2, village3, village4, village5, village6})
        tablet.submitted("LJ", village);
    for (const store::OutboxEntry& entry : store::Outbox(tablet.db()).unsettled(10)) {
        store::Settlement settlement;
        settlement.record = entry.record;
        settlement.state = store::OutboxState::quarantined;
        settlement.errorCode = "inspection.not_assigned";
        settlement.errorMessage = "这个村不在你的检查名单里；服务器已保留，请办公室核实收入";
        store::Outbox(tablet.db()).settle(settlement, tablet.clock().wallMs());
    }
}

domain::InspectionId fill(support::Tablet& tablet)
{
    nameAtLength(tablet);
    for (int i = 0; i < 9; ++i) orderToPutRight(tablet, i);
    beRefused(tablet);
    return tablet.start("LJ");
}

}  // namespace

struct NastyTablet {
    support::Tablet tablet;
    support::Tablet blank = support::Tablet::blank(2);
    domain::InspectionId draft = fill(tablet);
    app::CoreThread core{[path = tablet.databasePath()] { return store::open(path); }};
    app::CoreThread nothing{[path = blank.databasePath()] { return store::open(path); }};
    viewmodels::Around around{
        tablet.clock(), tablet.ids(), {}, QString::fromStdString(tablet.mediaFolder())};
    viewmodels::StatusModel status;
    viewmodels::StatusModel emptyStatus;
    viewmodels::TodayModel today{core};
    viewmodels::TodayModel emptyToday{nothing};
    viewmodels::VillageModel village{core, around};
    viewmodels::OpenInspection open{core, around};
    viewmodels::OpenInspection emptyOpen{core, around};
    viewmodels::ChecklistModel checklist{open};
    viewmodels::ChecklistModel emptyChecklist{emptyOpen};
    viewmodels::FinishModel finish{open};
    viewmodels::OutboxModel outbox{core};
    viewmodels::OutboxModel emptyOutbox{nothing};
};

NastyStage::NastyStage(QObject* parent) : QObject(parent), m(std::make_unique<NastyTablet>())
{
    m->today.refresh();
    m->emptyToday.refresh();
    m->village.open(QString::fromStdString(support::county::village1.value));
    m->outbox.refresh();
    m->emptyOutbox.refresh();
    m->open.display(nastyCheck());
    m->emptyOpen.display(emptyCheck());
    m->status.showNotSaved({"store.full",
                            "存储空间已满，请先清理平板的空间，或把照片传上去再继续；"
                            "在此之前记下的都还在",
                            {}});
    m->status.showFix(std::nullopt);
    m->status.showUnsent(9999, 9999, 3'100'000'000);
    m->status.showTotal(m->open.score().total());
    settle();
}

NastyStage::~NastyStage() = default;

void NastyStage::settle()
{
    for (app::CoreThread* core : {&m->core, &m->core, &m->nothing, &m->nothing}) {
        QEventLoop loop;
        app::whenDone(
            core->run([](SQLite::Database&) {}), &loop, [&loop] { loop.quit(); },
            [&loop](const std::exception&) { loop.quit(); });
        loop.exec();
    }
}

void NastyStage::readOnly()
{
    viewmodels::OpenedInspection submitted = nastyCheck(true);
    submitted.readOnly = true;
    m->open.display(std::move(submitted));
    m->status.showTotal(m->open.score().total());
}

viewmodels::StatusModel* NastyStage::status()
{
    return &m->status;
}

viewmodels::StatusModel* NastyStage::emptyStatus()
{
    return &m->emptyStatus;
}

viewmodels::TodayModel* NastyStage::today()
{
    return &m->today;
}

viewmodels::TodayModel* NastyStage::emptyToday()
{
    return &m->emptyToday;
}

viewmodels::VillageModel* NastyStage::village()
{
    return &m->village;
}

viewmodels::ChecklistModel* NastyStage::checklist()
{
    return &m->checklist;
}

viewmodels::ChecklistModel* NastyStage::emptyChecklist()
{
    return &m->emptyChecklist;
}

viewmodels::FinishModel* NastyStage::finish()
{
    return &m->finish;
}

viewmodels::OutboxModel* NastyStage::outbox()
{
    return &m->outbox;
}

viewmodels::OutboxModel* NastyStage::emptyOutbox()
{
    return &m->emptyOutbox;
}

}  // namespace gallery
