#include "app/models.h"

namespace app {

Models::Models(Machine& machine)
    : enrol(
          [&machine](std::string hubUrl, std::string code) {
              return machine.enrol(std::move(hubUrl), std::move(code));
          },
          machine.options.hubUrl),
      place(machine.core),
      today(machine.core),
      village(machine.core),
      open(machine.core,
           {machine.clock, machine.ids, [&machine] { return machine.position->latest(); },
            machine.folders.media}),
      checklist(open),
      capture(open, machine.camera.get(), machine.photos, machine.options.deviceName),
      finish(open),
      outbox(machine.core),
      settings(machine.core, {machine.folders.store, machine.folders.media, machine.folders.log,
                              machine.folders.exports})
{
}

}  // namespace app
