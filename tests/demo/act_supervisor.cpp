#include <string>

#include "tests/demo/acts.h"
#include "tests/demo/checking.h"

namespace demo {
namespace {

const QString firstRow = QStringLiteral("queue.row.0");

/// From an open inspection: approves one after the other until none is left.
void approveAll(Stage& stage, int expected)
{
    Pilot& pilot = stage.pilot();
    const auto isList = [&] { return pilot.isShown(QStringLiteral("queue.list")); };
    int approved = 0;
    while (true) {
        pilot.waitFor(
            QStringLiteral("an inspection to approve, or the queue"),
            [&] { return isList() || pilot.isShown(QStringLiteral("review.approve")); }, 60'000);
        if (isList()) {
            break;
        }
        pilot.tap(QStringLiteral("review.approve"));
        ++approved;
        pilot.settle(600);
    }
    pilot.waitFor(QStringLiteral("an empty queue"), [&] {
        return pilot.property(QStringLiteral("queue.list"), "count").toInt() == 0;
    });
    if (approved != expected) {
        throw DidNotHappen("approved " + std::to_string(approved) + " instead of " +
                           std::to_string(expected));
    }
    stage.happened(QStringLiteral("%1 approved").arg(approved));
}

void waitUntilSent(Pilot& pilot)
{
    pilot.waitFor(
        QStringLiteral("the decisions sent"),
        [&] {
            return pilot.property(QStringLiteral("state.unsent"), "words").toString() ==
                   QStringLiteral("都已送达");
        },
        60'000);
}

/// What the approved deductions led to: tasks of rectification, and the campaign at a glance.
void followUp(Stage& stage)
{
    Pilot& pilot = stage.pilot();
    pilot.tap(QStringLiteral("nav.tasks"));
    pilot.see(QStringLiteral("tasks.row.0"), 30'000);
    pilot.pictureEverywhere(QStringLiteral("tasks"));
    pilot.tap(QStringLiteral("tasks.row.0"));
    pilot.see(QStringLiteral("task.compare"), 30'000);
    pilot.settle(1000);
    pilot.pictureEverywhere(QStringLiteral("task"));
    pilot.tap(QStringLiteral("page.back"));
    pilot.tap(QStringLiteral("nav.overview"));
    pilot.see(QStringLiteral("overview.scores"), 30'000);
    pilot.settle(1000);
    pilot.pictureEverywhere(QStringLiteral("overview"));
    stage.happened(QStringLiteral("tasks of rectification and the overview are on the screen"));
}

}  // namespace

void supervisorMorning(Stage& stage)
{
    Pilot& pilot = stage.pilot();
    enrol(stage, QStringLiteral("wangwu"));
    pilot.waitFor(
        QStringLiteral("nine inspections in the queue"),
        [&] {
            return pilot.isShown(firstRow) &&
                   pilot.property(QStringLiteral("queue.list"), "count").toInt() == 9;
        },
        60'000);
    pilot.pictureEverywhere(QStringLiteral("review-queue"));
    stage.happened(QStringLiteral("nine inspections wait for review"));

    pilot.tap(firstRow);
    pilot.see(QStringLiteral("review.sendBack"), 30'000);
    pilot.settle(2500);
    pilot.pictureEverywhere(QStringLiteral("review"));
    pilot.tap(QStringLiteral("review.last"));
    pilot.picture(QStringLiteral("review-last-time"));
    pilot.tap(QStringLiteral("review.last"));
    stage.tell(QStringLiteral("SENT_BACK"), QStringLiteral("330783001390"));
    stage.tell(QStringLiteral("SENT_BACK_KIND"), QStringLiteral("LJ"));
    pilot.tap(QStringLiteral("review.sendBack"));
    pilot.type(QStringLiteral("decision.words.input"), QStringLiteral("标语的照片不清楚，请重拍"));
    pilot.picture(QStringLiteral("review-send-back"));
    pilot.tap(QStringLiteral("decision.confirm"));
    pilot.waitGone(QStringLiteral("sheet.close"));
    stage.happened(QStringLiteral("one sent back with a comment"));
    approveAll(stage, 8);
    pilot.picture(QStringLiteral("review-queue-empty"));
    waitUntilSent(pilot);
}

void supervisorEvening(Stage& stage)
{
    Pilot& pilot = stage.pilot();
    pilot.see(firstRow, 60'000);
    pilot.tap(firstRow);
    pilot.waitFor(QStringLiteral("the inspection in place of the queue"),
                  [&] { return !pilot.isShown(QStringLiteral("queue.list")); });
    approveAll(stage, 1);
    waitUntilSent(pilot);
    pilot.tap(QStringLiteral("nav.ranking"));
    pilot.see(QStringLiteral("ranking.row.2"), 90'000);
    pilot.pictureEverywhere(QStringLiteral("ranking"));
    QStringList lines;
    for (int row = 0; pilot.isShown(QStringLiteral("ranking.row.%1").arg(row)); ++row) {
        const QString name = QStringLiteral("ranking.row.%1").arg(row);
        lines << pilot.property(name, "place").toString() + u' ' +
                     pilot.property(name, "village").toString() + u' ' +
                     QString::number(pilot.property(name, "points").toDouble());
    }
    stage.tell(QStringLiteral("RANKING"), lines.join(u'|'));
    pilot.tap(QStringLiteral("ranking.row.2"));
    pilot.see(QStringLiteral("reason.0"));
    pilot.picture(QStringLiteral("ranking-reasons"));
    stage.happened(QStringLiteral("the ranking is on the screen"));
    pilot.tap(QStringLiteral("sheet.close"));
    followUp(stage);
}

}  // namespace demo
