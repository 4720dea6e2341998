#include "tests/demo/checking.h"

namespace demo {
namespace {

const QList<QPointF> inspectorsHand{{0.1, 0.6}, {0.2, 0.3}, {0.3, 0.7},
                                    {0.4, 0.3}, {0.5, 0.6}, {0.7, 0.5}};
const QList<QPointF> cadresHand{{0.15, 0.4}, {0.3, 0.6},  {0.35, 0.3},
                                {0.5, 0.65}, {0.6, 0.35}, {0.8, 0.55}};

QString itemName(const QString& code, const char* part)
{
    return QStringLiteral("item.%1%2").arg(code, QString::fromUtf8(part));
}

}  // namespace

void enrol(Stage& stage, const QString& person)
{
    Pilot& pilot = stage.pilot();
    pilot.see(QStringLiteral("enrol.submit"));
    pilot.type(QStringLiteral("enrol.hub.input"), stage.told(QStringLiteral("HUB")));
    pilot.type(QStringLiteral("enrol.code.input"), stage.told(QStringLiteral("CODE_") + person));
    pilot.picture(QStringLiteral("enrol"));
    pilot.tap(QStringLiteral("enrol.submit"));
    pilot.waitGone(QStringLiteral("enrol.submit"), 20'000);
    pilot.see(QStringLiteral("pin.later"));
    pilot.picture(QStringLiteral("pin"));
    pilot.tap(QStringLiteral("pin.later"));
    stage.happened(QStringLiteral("enrolled as ") + person);
}

void openVillage(Stage& stage, const QString& code, const QString& name)
{
    Pilot& pilot = stage.pilot();
    pilot.tap(QStringLiteral("today.village.") + code);
    pilot.see(QStringLiteral("village.check.LJ"));
    stage.happened(QStringLiteral("opened ") + name);
}

void openCheck(Stage& stage, const QString& kind)
{
    Pilot& pilot = stage.pilot();
    pilot.tap(QStringLiteral("village.check.") + kind);
    pilot.see(QStringLiteral("checklist.finish"));
    pilot.waitFor(QStringLiteral("items of ") + kind, [&] {
        return !pilot.shownNames().filter(QStringLiteral("item.") + kind).isEmpty();
    });
}

void find(Stage& stage, const Found& found)
{
    Pilot& pilot = stage.pilot();
    if (!pilot.isShown(itemName(found.item, ".plus"))) {
        pilot.scrollTo(QStringLiteral("checklist.items"), itemName(found.item, ".row"));
        pilot.tap(itemName(found.item, ".row"));
    }
    for (int i = 0; i < found.count; ++i) {
        const int before = pilot.property(itemName(found.item, ""), "count").toInt();
        pilot.tap(itemName(found.item, ".plus"));
        pilot.waitFor(QStringLiteral("one more of ") + found.item, [&] {
            return pilot.property(itemName(found.item, ""), "count").toInt() == before + 1;
        });
    }
    if (found.photos == 0) {
        return;
    }
    pilot.tap(itemName(found.item, ".camera"));
    pilot.see(QStringLiteral("camera.take"));
    for (int i = 0; i < found.photos; ++i) {
        pilot.tap(QStringLiteral("camera.take"));
    }
    const QString stored = QStringLiteral("已存 %1 张").arg(found.photos);
    pilot.waitFor(
        stored, [&] { return pilot.text(QStringLiteral("camera.taken")) == stored; }, 30'000);
    pilot.tap(QStringLiteral("camera.done"));
    pilot.see(itemName(found.item, ".plus"));
    stage.happened(QStringLiteral("%1: %2 found, %3 photos")
                       .arg(found.item)
                       .arg(found.count)
                       .arg(found.photos));
}

void restIsOk(Stage& stage)
{
    Pilot& pilot = stage.pilot();
    for (int section = 0; pilot.isShown(QStringLiteral("checklist.section.%1").arg(section));
         ++section) {
        pilot.tap(QStringLiteral("checklist.section.%1").arg(section));
        pilot.settle();
        if (pilot.isShown(QStringLiteral("checklist.restOk"))) {
            pilot.tap(QStringLiteral("checklist.restOk"));
            pilot.waitGone(QStringLiteral("checklist.restOk"));
        }
    }
}

void finish(Stage& stage, bool withPictures)
{
    Pilot& pilot = stage.pilot();
    pilot.tap(QStringLiteral("checklist.finish"));
    pilot.see(QStringLiteral("finish.inspector"));
    if (withPictures) {
        pilot.pictureEverywhere(QStringLiteral("finish-unsigned"));
    }
    if (pilot.isShown(QStringLiteral("finish.positionReason.input"))) {
        pilot.type(QStringLiteral("finish.positionReason.input"),
                   QStringLiteral("弄堂里收不到卫星"));
    }
    pilot.stroke(QStringLiteral("finish.inspector"), inspectorsHand);
    pilot.type(QStringLiteral("finish.villageName.input"), QStringLiteral("楼建国"));
    pilot.stroke(QStringLiteral("finish.village"), cadresHand);
    pilot.waitFor(QStringLiteral("finish.submit not enabled: ") +
                      pilot.text(QStringLiteral("finish.blocking")),
                  [&] { return pilot.isShown(QStringLiteral("finish.submit")); });
    if (withPictures) {
        pilot.picture(QStringLiteral("finish-signed"));
    }
    pilot.tap(QStringLiteral("finish.submit"));
    pilot.see(QStringLiteral("dialog.confirm"));
    if (withPictures) {
        pilot.picture(QStringLiteral("finish-ask"));
    }
    pilot.tap(QStringLiteral("dialog.confirm"));
    pilot.see(QStringLiteral("village.check.LJ"), 20'000);
}

void goHome(Stage& stage)
{
    Pilot& pilot = stage.pilot();
    const auto isHome = [&] { return pilot.isShown(QStringLiteral("today.list")); };
    pilot.waitFor(QStringLiteral("no page"), [&] {
        return isHome() || pilot.isShown(QStringLiteral("page.back")) ||
               pilot.isShown(QStringLiteral("nav.today"));
    });
    while (!isHome()) {
        pilot.tap(pilot.isShown(QStringLiteral("page.back")) ? QStringLiteral("page.back")
                                                             : QStringLiteral("nav.today"));
        pilot.settle(400);
    }
}

void check(Stage& stage, const QString& kind, const std::vector<Found>& all)
{
    openCheck(stage, kind);
    for (const Found& found : all) {
        find(stage, found);
    }
    restIsOk(stage);
    finish(stage);
    stage.happened(kind + QStringLiteral(" submitted"));
}

void sendAll(Stage& stage)
{
    Pilot& pilot = stage.pilot();
    pilot.see(QStringLiteral("outbox.list"));
    pilot.waitFor(
        QStringLiteral("everything sent"),
        [&] {
            if (pilot.isShown(QStringLiteral("outbox.sync"))) {
                pilot.tap(QStringLiteral("outbox.sync"));
            }
            return pilot.isShown(QStringLiteral("outbox.empty"));
        },
        60'000);
}

}  // namespace demo
