#include "app/viewmodels/item_list_model.h"

namespace viewmodels {

namespace {

constexpr Column<ItemRow> itemColumns[] = {
    {"itemCode", [](const ItemRow& row) -> QVariant { return text(row.code); }},
    {"title", [](const ItemRow& row) -> QVariant { return text(row.title); }},
    {"sectionCode", [](const ItemRow& row) -> QVariant { return text(row.section); }},
    {"sectionTitle", [](const ItemRow& row) -> QVariant { return text(row.sectionTitle); }},
    {"answerState", [](const ItemRow& row) -> QVariant { return QVariant::fromValue(row.state); }},
    {"maximum", [](const ItemRow& row) -> QVariant { return text(row.maximum); }},
    {"points", [](const ItemRow& row) -> QVariant { return text(row.points); }},
    {"lost", [](const ItemRow& row) -> QVariant { return text(row.lost); }},
    {"findings", [](const ItemRow& row) -> QVariant { return row.findings; }},
    {"photos", [](const ItemRow& row) -> QVariant { return row.photos; }},
    {"photosMissing", [](const ItemRow& row) -> QVariant { return row.photosMissing; }},
    {"sizesMissing", [](const ItemRow& row) -> QVariant { return row.sizesMissing; }},
    {"mayNotApply", [](const ItemRow& row) -> QVariant { return row.mayNotApply; }},
    {"counts", [](const ItemRow& row) -> QVariant { return row.counts; }},
    {"extra", [](const ItemRow& row) -> QVariant { return row.extra; }},
    {"asked", [](const ItemRow& row) -> QVariant { return text(row.asked); }},
    {"current", [](const ItemRow& row) -> QVariant { return row.current; }},
};

/// "21/24"; empty for bonus and veto items.
QString pointsText(const SectionRow& row)
{
    return row.maximum.empty() ? QString() : text(row.points + "/" + row.maximum);
}

constexpr Column<SectionRow> sectionColumns[] = {
    {"sectionCode", [](const SectionRow& row) -> QVariant { return text(row.code); }},
    {"title", [](const SectionRow& row) -> QVariant { return text(row.title); }},
    {"pointsText", [](const SectionRow& row) -> QVariant { return pointsText(row); }},
    {"unanswered", [](const SectionRow& row) -> QVariant { return row.unanswered; }},
    {"missing", [](const SectionRow& row) -> QVariant { return row.photosMissing; }},
    {"asked", [](const SectionRow& row) -> QVariant { return row.asked; }},
    {"done",
     [](const SectionRow& row) -> QVariant {
         return row.unanswered == 0 && row.photosMissing == 0;
     }},
};

}  // namespace

ItemListModel::ItemListModel(QObject* parent) : RowsModel(itemColumns, parent) {}

SectionListModel::SectionListModel(QObject* parent) : RowsModel(sectionColumns, parent) {}

}  // namespace viewmodels
