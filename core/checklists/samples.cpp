#include "core/checklists/samples.h"

#include <iterator>
#include <stdexcept>

#include "core/domain/codec.h"

namespace checklists {

namespace {
/// The .json files of this folder as text, made by CMake.
const char* const texts[] = {
#include "sheets.inc"
};
}  // namespace

std::vector<domain::Checklist> samples()
{
    std::vector<domain::Checklist> sheets;
    for (const char* text : texts) {
        base::Result<domain::Checklist> sheet = domain::checklistFromJson(text);
        if (!sheet)  // built in and tested: cannot happen in a program that was tested
            throw std::logic_error(sheet.error().where + ": " + sheet.error().message);
        sheets.push_back(std::move(*sheet));
    }
    return sheets;
}

}  // namespace checklists
