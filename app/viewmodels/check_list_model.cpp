#include "app/viewmodels/check_list_model.h"

#include "app/viewmodels/sheet_title.h"

namespace viewmodels {

namespace {

QStringList texts(const std::vector<std::string>& list)
{
    QStringList out;
    for (const std::string& one : list) out.append(text(one));
    return out;
}

QVariantList tasks(const CheckRow& row)
{
    QVariantList out;
    for (const OpenTask& one : row.openTasks) out.append(QVariant::fromValue(one));
    return out;
}

/// What the reviewer wrote, a line for the whole and one for each item.
QString reviewText(const CheckRow& row)
{
    QStringList lines = texts(row.itemComments);
    if (!row.comment.empty()) lines.prepend(text(row.comment));
    return lines.join(QLatin1Char('\n'));
}

constexpr Column<CheckRow> checkColumns[] = {
    {"kind", [](const CheckRow& row) -> QVariant { return text(row.kind); }},
    {"title",
     [](const CheckRow& row) -> QVariant { return SheetTitle::of(row.title, row.lookBack); }},
    {"canLookBack", [](const CheckRow& row) -> QVariant { return !row.lookBackAt.empty(); }},
    {"sample", [](const CheckRow& row) -> QVariant { return row.sample; }},
    {"subject", [](const CheckRow& row) -> QVariant { return text(row.subject); }},
    {"checkState", [](const CheckRow& row) -> QVariant { return QVariant::fromValue(row.state); }},
    {"refused", [](const CheckRow& row) -> QVariant { return row.refused; }},
    {"points", [](const CheckRow& row) -> QVariant { return text(row.points); }},
    {"maximum", [](const CheckRow& row) -> QVariant { return text(row.maximum); }},
    {"answered", [](const CheckRow& row) -> QVariant { return row.answered; }},
    {"items", [](const CheckRow& row) -> QVariant { return row.items; }},
    {"inspectionId", [](const CheckRow& row) -> QVariant { return text(row.inspection.value); }},
    {"revision", [](const CheckRow& row) -> QVariant { return row.revision; }},
    {"reviewText", [](const CheckRow& row) -> QVariant { return reviewText(row); }},
    {"openTasks", [](const CheckRow& row) -> QVariant { return tasks(row); }},
    {"profiles", [](const CheckRow& row) -> QVariant { return texts(row.profileTitles); }},
    {"profile", [](const CheckRow& row) -> QVariant { return row.profile; }},
};

constexpr Column<VisitRow> visitColumns[] = {
    {"inspectionId", [](const VisitRow& row) -> QVariant { return text(row.inspection.value); }},
    {"title",
     [](const VisitRow& row) -> QVariant { return SheetTitle::of(row.title, row.lookBack); }},
    {"inspector", [](const VisitRow& row) -> QVariant { return text(row.inspector); }},
    {"submittedAtMs",
     [](const VisitRow& row) -> QVariant { return static_cast<qint64>(row.submittedAtMs); }},
    {"checkState", [](const VisitRow& row) -> QVariant { return QVariant::fromValue(row.state); }},
    {"refused", [](const VisitRow& row) -> QVariant { return row.refused; }},
    {"points", [](const VisitRow& row) -> QVariant { return text(row.points); }},
    {"findings", [](const VisitRow& row) -> QVariant { return row.findings; }},
};

}  // namespace

CheckListModel::CheckListModel(QObject* parent) : RowsModel(checkColumns, parent) {}

VisitListModel::VisitListModel(QObject* parent) : RowsModel(visitColumns, parent) {}

}  // namespace viewmodels
