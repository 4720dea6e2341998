#include "core/domain/json_io.h"
#include "core/report/draw.h"

namespace report {

template <class Io>
void describe(Io& io, DrawInput& input)
{
    io.field("seed", input.seed);
    io.field("wanted", input.wanted);
    io.field("perTown", input.perTown);
    io.field("teams", input.teams);
    io.field("villages", input.villages);
    io.field("lastTeams", input.lastTeams);
}

std::string canonicalJson(const DrawInput& input)
{
    return domain::io::write(input);
}

base::Result<DrawInput> drawInputFromJson(const std::string& text)
{
    auto input = domain::io::read<DrawInput>(text);
    if (!input) return base::fail("draw.unreadable", "抽取依据读不出来", input.error().where);
    return input;
}

}  // namespace report
