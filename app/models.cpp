#include "app/models.h"

#include "core/actions/review.h"

namespace app {
namespace {

viewmodels::Around aroundOf(Machine& machine)
{
    return {machine.clock, machine.ids, [&machine] { return machine.position->latest(); },
            machine.folders.media};
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

}  // namespace

Models::Models(Machine& machine)
    : enrol(
          [&machine](std::string hubUrl, std::string code) {
              return machine.enrol(std::move(hubUrl), std::move(code));
          },
          machine.options.hubUrl),
      pin(machine.core, aroundOf(machine)),
      place(machine.core),
      today(machine.core),
      village(machine.core, aroundOf(machine)),
      open(machine.core, aroundOf(machine)),
      checklist(open),
      capture(open, machine.camera.get(), machine.photos, machine.options.deviceName),
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
      ranking(machine.core)
{
}

}  // namespace app
