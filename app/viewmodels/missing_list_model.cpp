#include "app/viewmodels/missing_list_model.h"

#include "app/viewmodels/words.h"

namespace viewmodels {

namespace {

constexpr Column<MissingRow> missingColumns[] = {
    {"problem", [](const MissingRow& row) -> QVariant { return text(row.text); }},
    {"itemCode", [](const MissingRow& row) -> QVariant { return text(row.itemCode); }},
    {"blocks", [](const MissingRow& row) -> QVariant { return row.blocks; }},
    {"place", [](const MissingRow& row) -> QVariant { return QVariant::fromValue(row.place); }},
};

}  // namespace

MissingListModel::MissingListModel(QObject* parent) : RowsModel(missingColumns, parent) {}

}  // namespace viewmodels
