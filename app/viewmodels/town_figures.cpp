#include "app/viewmodels/town_figures.h"

#include <tuple>

#include "app/viewmodels/words.h"

namespace viewmodels {

namespace {
constexpr Column<TownFigures> townFiguresColumns[] = {
    {"name", [](const TownFigures& row) -> QVariant { return text(row.name); }},
    {"issued", [](const TownFigures& row) -> QVariant { return row.counts.issued; }},
    {"done", [](const TownFigures& row) -> QVariant { return row.counts.done; }},
    {"percent",
     [](const TownFigures& row) -> QVariant {
         return row.counts.issued == 0 ? -1 : row.counts.done * 100 / row.counts.issued;
     }},
    {"onTime", [](const TownFigures& row) -> QVariant { return row.counts.onTime; }},
    {"late",
     [](const TownFigures& row) -> QVariant { return row.counts.done - row.counts.onTime; }},
    {"overdue", [](const TownFigures& row) -> QVariant { return row.counts.overdue; }},
};
}  // namespace

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
