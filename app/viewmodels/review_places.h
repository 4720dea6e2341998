#pragma once

#include <QtQml/qqmlregistration.h>

#include "app/viewmodels/review_sheet.h"
#include "app/viewmodels/rows_model.h"

namespace viewmodels {

/// A dot on the sketch map, in metres from its middle.
struct ReviewPlace {
    std::string id;  ///< of the photo; empty: the village
    double eastM = 0;
    double northM = 0;
    double accuracyM = 0;
    bool current = false;  ///< of the item that is looked at

    bool operator==(const ReviewPlace&) const = default;
    bool sameAs(const ReviewPlace& other) const { return id == other.id; }
};

/// Where the photos of an inspection were taken, around the village where its place is known, else
/// around the first of them.
class ReviewPlaceModel : public RowsModel<ReviewPlace> {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("part of ReviewModel")
    Q_PROPERTY(double reachM READ reachM NOTIFY changed)
    Q_PROPERTY(bool villageKnown READ villageKnown NOTIFY changed)
    Q_PROPERTY(int nearestM READ nearestM NOTIFY changed)
    Q_PROPERTY(int farthestM READ farthestM NOTIFY changed)

public:
    explicit ReviewPlaceModel(QObject* parent);

    /// Nothing without a sheet.
    void display(const ReviewSheet* sheet, const std::string& itemCode);
    /// What the map must reach to show every dot, at least 50 m.
    double reachM() const;
    bool villageKnown() const;
    /// From the village to the nearest (farthest) photo; -1 while one of the two is not known.
    int nearestM() const;
    int farthestM() const;

Q_SIGNALS:
    void changed();
};

/// The village first, then the photos that have a position. Pure.
std::vector<ReviewPlace> reviewPlaces(const ReviewSheet& sheet, const std::string& itemCode);

}  // namespace viewmodels
