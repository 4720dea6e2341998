#pragma once

#include <QtQml/qqmlregistration.h>

#include <QObject>
#include <string>

#include "app/viewmodels/rows_model.h"

namespace viewmodels::missing {
Q_NAMESPACE
QML_NAMED_ELEMENT(Missing)

/// Where a line leads: to its item, or to a part of the page on which an inspection ends.
enum class Place { Item, PositionReason, InspectorSignature, VillageSignature };
Q_ENUM_NS(Place)
}  // namespace viewmodels::missing

namespace viewmodels {

/// One thing to mend before (or, for advice, to know when) an inspection is submitted.
struct MissingRow {
    std::string text;      ///< "LJ07 第 2 处缺照片，请补拍"
    std::string itemCode;  ///< empty: not about an item
    bool blocks = true;
    missing::Place place = missing::Place::Item;

    bool operator==(const MissingRow&) const = default;
    bool sameAs(const MissingRow& other) const { return text == other.text; }
};

class MissingListModel : public RowsModel<MissingRow> {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("part of FinishModel")
public:
    explicit MissingListModel(QObject* parent = nullptr);
};

}  // namespace viewmodels
