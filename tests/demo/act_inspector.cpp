#include "tests/demo/acts.h"
#include "tests/demo/checking.h"

namespace demo {
namespace {

const QString first = QStringLiteral("330783001390");   // 青溪头村
const QString second = QStringLiteral("330783003390");  // 石鼓岭村
const QString third = QStringLiteral("330783004390");   // 云栖坞村

QString score(Pilot& pilot)
{
    return pilot.property(QStringLiteral("checklist.score"), "points").toString();
}

/// A photo of the open item large, and the page to draw on it; ends on the item again.
void lookAtPhoto(Pilot& pilot)
{
    pilot.tap(QStringLiteral("item.side.photo.0"));
    pilot.see(QStringLiteral("photo.draw"));
    pilot.pictureEverywhere(QStringLiteral("photo"));
    pilot.tap(QStringLiteral("photo.draw"));
    pilot.see(QStringLiteral("draw.picture"));
    pilot.pictureEverywhere(QStringLiteral("draw"));
    pilot.tap(QStringLiteral("page.back"));
    pilot.see(QStringLiteral("photo.draw"));
    pilot.tap(QStringLiteral("page.back"));
    pilot.see(QStringLiteral("item.LJ07.plus"));
}

}  // namespace

void inspectorMorning(Stage& stage)
{
    Pilot& pilot = stage.pilot();
    enrol(stage, QStringLiteral("zhangsan"));
    pilot.see(QStringLiteral("today.village.") + first, 30'000);
    pilot.pictureEverywhere(QStringLiteral("today"));
    stage.happened(QStringLiteral("villages of the campaign are there"));
    stage.ask(QStringLiteral("cut"));
    stage.happened(QStringLiteral("the network is gone from here"));

    pilot.type(QStringLiteral("today.search.input"), QStringLiteral("qxt"));
    pilot.waitGone(QStringLiteral("today.village.") + second);
    pilot.picture(QStringLiteral("today-search"));
    openVillage(stage, first, QStringLiteral("青溪头村"));
    pilot.pictureEverywhere(QStringLiteral("village"));

    openCheck(stage, QStringLiteral("LJ"));
    pilot.picture(QStringLiteral("checklist-new"));
    const QString whole = score(pilot);
    find(stage, {QStringLiteral("LJ07"), 3, 0});
    pilot.waitFor(QStringLiteral("a lower score"), [&] { return score(pilot) != whole; });
    pilot.tap(QStringLiteral("item.LJ07.camera"));
    pilot.see(QStringLiteral("camera.take"));
    pilot.picture(QStringLiteral("camera"));
    pilot.tap(QStringLiteral("camera.done"));
    find(stage, {QStringLiteral("LJ07"), 0, 3});
    pilot.pictureEverywhere(QStringLiteral("checklist"));
    stage.tell(QStringLiteral("SCORE_AT_KILL"), score(pilot));
    stage.happened(
        QStringLiteral("score %1, and the battery is pulled now (SIGKILL)").arg(score(pilot)));
    stage.dieHere();
}

void inspectorAfterKill(Stage& stage)
{
    Pilot& pilot = stage.pilot();
    pilot.see(QStringLiteral("item.LJ07.plus"));
    pilot.waitFor(QStringLiteral("three findings of LJ07 again"), [&] {
        return pilot.property(QStringLiteral("item.LJ07"), "count").toInt() == 3;
    });
    pilot.waitFor(QStringLiteral("the score of before"),
                  [&] { return score(pilot) == stage.told(QStringLiteral("SCORE_AT_KILL")); });
    pilot.see(QStringLiteral("item.side.photo.2"));
    pilot.picture(QStringLiteral("after-kill"));
    stage.happened(QStringLiteral("opened again on LJ07: 3 findings, 3 photos, score ") +
                   score(pilot));

    lookAtPhoto(pilot);
    find(stage, {QStringLiteral("LJ15"), 2, 2});
    restIsOk(stage);
    pilot.picture(QStringLiteral("checklist-done"));
    finish(stage, true);
    stage.happened(QStringLiteral("LJ submitted"));
    check(stage, QStringLiteral("MV"),
          {{QStringLiteral("MV01"), 2, 2}, {QStringLiteral("MV12"), 1, 1}});
    check(stage, QStringLiteral("WS"), {{QStringLiteral("WS08"), 1, 1}});
    pilot.picture(QStringLiteral("village-done"));
    goHome(stage);
}

void inspectorDay(Stage& stage)
{
    Pilot& pilot = stage.pilot();
    goHome(stage);
    openVillage(stage, second, QStringLiteral("石鼓岭村"));
    check(stage, QStringLiteral("LJ"),
          {{QStringLiteral("LJ11"), 2, 2}, {QStringLiteral("LJ07"), 3, 3}});
    check(stage, QStringLiteral("MV"),
          {{QStringLiteral("MV05"), 2, 2}, {QStringLiteral("MV07"), 1, 1}});
    check(stage, QStringLiteral("WS"), {{QStringLiteral("WS04"), 1, 1}});
    goHome(stage);
    openVillage(stage, third, QStringLiteral("云栖坞村"));
    check(stage, QStringLiteral("LJ"), {});
    check(stage, QStringLiteral("MV"), {{QStringLiteral("MV01"), 1, 1}});
    check(stage, QStringLiteral("WS"), {});
    goHome(stage);
    pilot.picture(QStringLiteral("today-done"));

    pilot.tap(QStringLiteral("nav.outbox"));
    pilot.see(QStringLiteral("outbox.line.0"));
    pilot.pictureEverywhere(QStringLiteral("outbox-waiting"));
    stage.happened(QStringLiteral("nine checks wait, all made without a network: ") +
                   pilot.text(QStringLiteral("outbox.left")));

    stage.ask(QStringLiteral("cut-after 1000000"));
    stage.ask(QStringLiteral("up"));
    pilot.tap(QStringLiteral("outbox.sync"));
    stage.ask(QStringLiteral("wait-for-cut"));
    pilot.waitFor(
        QStringLiteral("the sync to notice the cut"),
        [&] { return pilot.isShown(QStringLiteral("outbox.problem")); }, 60'000);
    pilot.picture(QStringLiteral("outbox-cut"));
    stage.happened(QStringLiteral("the network was cut in the middle: ") +
                   pilot.text(QStringLiteral("outbox.left")));
    stage.ask(QStringLiteral("up"));
    sendAll(stage);
    pilot.picture(QStringLiteral("outbox-empty"));
    stage.happened(QStringLiteral("everything sent"));
    pilot.tap(QStringLiteral("nav.settings"));
    pilot.see(QStringLiteral("settings.export"));
    pilot.pictureEverywhere(QStringLiteral("settings"));
}

void inspectorEvening(Stage& stage)
{
    Pilot& pilot = stage.pilot();
    goHome(stage);
    openVillage(stage, stage.told(QStringLiteral("SENT_BACK")),
                QStringLiteral("the village that was sent back"));
    const QString kind = stage.told(QStringLiteral("SENT_BACK_KIND"));
    pilot.see(QStringLiteral("village.comment.") + kind, 60'000);
    pilot.picture(QStringLiteral("village-sent-back"));
    stage.happened(QStringLiteral("sent back with: ") +
                   pilot.text(QStringLiteral("village.comment.") + kind));
    openCheck(stage, kind);
    pilot.tap(QStringLiteral("checklist.section.1"));
    find(stage, {QStringLiteral("LJ05"), 1, 1});
    finish(stage);
    goHome(stage);
    pilot.tap(QStringLiteral("nav.outbox"));
    sendAll(stage);
    stage.happened(QStringLiteral("corrected and sent as the next revision"));
}

}  // namespace demo
