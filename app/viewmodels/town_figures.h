#pragma once

#include <QtQml/qqmlregistration.h>

#include <string>

#include "app/viewmodels/rows_model.h"
#include "core/store/rectifications.h"

namespace viewmodels {

/// 整改率 in whole percent, rounded, but 100 only when all is done; -1 where nothing was issued.
int percentDone(const store::RectificationCounts& counts);

/// How far putting right is in one town.
struct TownFigures {
    std::string town;  ///< code
    std::string name;
    store::RectificationCounts counts;

    bool operator==(const TownFigures& other) const;
    bool sameAs(const TownFigures& other) const { return town == other.town; }
};

/// 整改率, on time and late, by town.
class TownFiguresModel : public RowsModel<TownFigures> {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("part of RectificationListModel")

public:
    explicit TownFiguresModel(QObject* parent);
};

}  // namespace viewmodels
