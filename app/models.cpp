#include "app/models.h"

namespace app {

namespace {

viewmodels::Around aroundOf(Machine& machine)
{
    return {machine.clock, machine.ids, [&machine] { return machine.position->latest(); },
            machine.folders.media};
}

}  // namespace

Models::Models(Machine& machine)
    : enrol(
          [&machine](std::string hubUrl, std::string code) {
              return machine.enrol(std::move(hubUrl), std::move(code));
          },
          machine.options.hubUrl),
      place(machine.core),
      today(machine.core),
      village(machine.core, aroundOf(machine)),
      open(machine.core, aroundOf(machine)),
      checklist(open),
      capture(open, machine.camera.get(), machine.photos, machine.options.deviceName),
      finish(open),
      photo(open),
      outbox(machine.core),
      settings(machine.core, {machine.folders.store, machine.folders.media, machine.folders.log,
                              machine.folders.exports})
{
}

}  // namespace app
