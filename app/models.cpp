#include "app/models.h"

#include "app/publishing.h"
#include "core/actions/appeal.h"
#include "core/actions/rectification.h"
#include "core/actions/review.h"
#include "sync/protocol/enrol_link.h"

namespace app {
namespace {

viewmodels::Around aroundOf(Machine& machine)
{
    return {machine.clock, machine.ids, [&machine] { return machine.position.latest(); },
            machine.folders.media, machine.heading.get()};
}

/// The decision as an action on the core thread; the hub hears of it with the next round.
QFuture<base::Result<void>> decideOn(Machine& machine, const domain::Review& review)
{
    return machine.core.run([&machine, review](SQLite::Database& db) -> base::Result<void> {
        actions::Context context{db, machine.clock, machine.ids};
        const auto record = actions::decideReview(context, review);
        if (!record) {
            return tl::unexpected(record.error());
        }
        return {};
    });
}

QFuture<base::Result<void>> issueOn(Machine& machine,
                                    const std::vector<domain::FindingId>& findings,
                                    const std::string& number, const std::string& responsible)
{
    return machine.core.run([&machine, findings, number, responsible](SQLite::Database& db) {
        actions::Context context{db, machine.clock, machine.ids};
        return actions::issueRectifications(context, findings, number, responsible);
    });
}

QFuture<base::Result<void>> stepOn(Machine& machine, const domain::FindingId& finding,
                                   domain::RectificationAction action, const std::string& comment)
{
    return machine.core.run(
        [&machine, finding, action, comment](SQLite::Database& db) -> base::Result<void> {
            actions::Context context{db, machine.clock, machine.ids};
            const auto record = actions::stepRectification(context, finding, action, comment);
            if (!record) {
                return tl::unexpected(record.error());
            }
            return {};
        });
}

QFuture<int> closeOn(Machine& machine, const std::vector<domain::FindingId>& findings)
{
    return machine.core.run([&machine, findings](SQLite::Database& db) {
        actions::Context context{db, machine.clock, machine.ids};
        int closed = 0;
        for (const domain::FindingId& finding : findings) {
            closed +=
                actions::stepRectification(context, finding, domain::RectificationAction::close, {})
                    ? 1
                    : 0;
        }
        return closed;
    });
}

QFuture<base::Result<void>> raiseOn(Machine& machine, const domain::Appeal& appeal)
{
    return machine.core.run([&machine, appeal](SQLite::Database& db) -> base::Result<void> {
        actions::Context context{db, machine.clock, machine.ids};
        const auto record = actions::raiseAppeal(context, appeal);
        if (!record) {
            return tl::unexpected(record.error());
        }
        return {};
    });
}

QFuture<base::Result<void>> answerOn(Machine& machine, const domain::RecordId& appeal,
                                     std::optional<base::Points> points, const std::string& reason)
{
    return machine.core.run(
        [&machine, appeal, points, reason](SQLite::Database& db) -> base::Result<void> {
            actions::Context context{db, machine.clock, machine.ids};
            const auto record = actions::answerAppeal(context, appeal, points, reason);
            if (!record) {
                return tl::unexpected(record.error());
            }
            return {};
        });
}

viewmodels::AppealModel::Raise raises(Machine& machine)
{
    return [&machine](const domain::Appeal& appeal) { return raiseOn(machine, appeal); };
}

viewmodels::AppealModel::Answer answers(Machine& machine)
{
    return
        [&machine](const domain::RecordId& appeal, std::optional<base::Points> points,
                   const std::string& reason) { return answerOn(machine, appeal, points, reason); };
}

}  // namespace

Models::Models(Machine& machine)
    : enrol(
          [&machine](std::string hubUrl, std::string code) {
              return machine.enrol({std::move(hubUrl), client::ByCode{std::move(code)}, {}});
          },
          [&machine](std::string hubUrl, std::string user, std::string password) {
              return machine.enrol({std::move(hubUrl),
                                    client::ByPassword{std::move(user), std::move(password)},
                                    {}});
          },
          machine.options.hubUrl),
      scan(machine.camera.get(),
           [](const QString& text) { return protocol::isEnrolLink(text.toStdString()); }),
      pin(machine.core, aroundOf(machine)),
      place(machine.core),
      today(machine.core),
      village(machine.core, aroundOf(machine)),
      shots(machine.core, aroundOf(machine), machine.photos, machine.options.deviceName),
      open(machine.core, aroundOf(machine)),
      checklist(open),
      capture(open, machine.camera.get(), shots),
      photo(open, machine.photos, machine.folders.exports),
      drawing(open),
      finish(open),
      outbox(machine.core),
      settings(machine.core, {machine.folders.store, machine.folders.media, machine.folders.log,
                              machine.folders.exports}),
      reviewQueue(machine.core),
      review(
          machine.core,
          [&machine](const domain::Review& decision) { return decideOn(machine, decision); },
          machine.folders.media),
      ranking(machine.core),
      publishing(publishingHub(machine)),
      overview(machine.core, machine.clock),
      rectifications(machine.core, machine.clock,
                     [&machine](const std::vector<domain::FindingId>& findings,
                                const std::string& number, const std::string& responsible) {
                         return issueOn(machine, findings, number, responsible);
                     }),
      rectification(
          machine.core, aroundOf(machine),
          [&machine](const domain::FindingId& finding, domain::RectificationAction action,
                     const std::string& comment) {
              return stepOn(machine, finding, action, comment);
          },
          machine.camera.get(), shots),
      appeal(machine.core, aroundOf(machine), raises(machine), answers(machine)),
      taskAppeal(machine.core, aroundOf(machine), raises(machine), answers(machine))
{
    rectifications.setClose([&machine](const std::vector<domain::FindingId>& findings) {
        return closeOn(machine, findings);
    });
    reviewQueue.setApprove([&machine](const std::vector<domain::Review>& reviews) {
        return machine.core.run([&machine, reviews](SQLite::Database& db) {
            actions::Context context{db, machine.clock, machine.ids};
            return actions::approveMany(context, reviews).value_or(0);
        });
    });
}

}  // namespace app
