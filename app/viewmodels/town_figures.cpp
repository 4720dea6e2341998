#include "app/viewmodels/town_figures.h"

#include <algorithm>
#include <tuple>

#include "app/viewmodels/words.h"

namespace viewmodels {

namespace {
constexpr Column<TownFigures> townFiguresColumns[] = {
    {"name", [](const TownFigures& row) -> QVariant { return text(row.name); }},
    {"issued", [](const TownFigures& row) -> QVariant { return row.counts.issued; }},
    {"done", [](const TownFigures& row) -> QVariant { return row.counts.done; }},
    {"percent", [](const TownFigures& row) -> QVariant { return percentDone(row.counts); }},
    {"onTime", [](const TownFigures& row) -> QVariant { return row.counts.onTime; }},
    {"late",
     [](const TownFigures& row) -> QVariant { return row.counts.done - row.counts.onTime; }},
    {"overdue", [](const TownFigures& row) -> QVariant { return row.counts.overdue; }},
};
}  // namespace

int percentDone(const store::RectificationCounts& counts)
{
    if (counts.issued == 0) return -1;
    const int rounded = (counts.done * 200 + counts.issued) / (counts.issued * 2);
    return counts.done < counts.issued ? std::min(rounded, 99) : rounded;
}

bool TownFigures::operator==(const TownFigures& other) const
{
    const auto all = [](const TownFigures& row) {
        return std::tuple(row.town, row.name, row.counts.issued, row.counts.done, row.counts.onTime,
                          row.counts.overdue);
    };
    return all(*this) == all(other);
}

TownFiguresModel::TownFiguresModel(QObject* parent) : RowsModel(townFiguresColumns, parent) {}

}  // namespace viewmodels
