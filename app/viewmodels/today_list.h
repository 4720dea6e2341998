#pragma once

#include <QtQml/qqmlregistration.h>

#include <QObject>
#include <QString>
#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

#include "app/viewmodels/words.h"
#include "core/store/region_index.h"
#include "core/store/today.h"

namespace viewmodels {

/// One check of a village in the list of today.
struct CheckMark {
    Q_GADGET
    QML_VALUE_TYPE(checkMark)
    Q_PROPERTY(QString kind MEMBER kind)
    Q_PROPERTY(QString title MEMBER title)
    Q_PROPERTY(viewmodels::check::State state MEMBER state)
    Q_PROPERTY(bool refused MEMBER refused)
    Q_PROPERTY(QString points MEMBER points)

public:
    QString kind;   ///< "LJ"
    QString title;  ///< "垃圾分类"
    check::State state = check::State::NotStarted;
    bool refused = false;  ///< the hub did not take what was submitted
    QString points;        ///< of what was submitted; may be empty

    bool operator==(const CheckMark&) const = default;
};

/// What the page of today shows, read in one go.
struct TodayList {
    domain::CampaignId id;
    std::string campaign;
    std::unordered_map<std::string, std::string> titles;  ///< short ones of the sheets, by kind
    std::vector<store::TodayVillage> villages;            ///< by town, then code
};

/// What searching and sorting by name need; made after the list is shown, because it takes longer.
struct TodayAid {
    explicit TodayAid(SQLite::Database& db, const TodayList& list);

    store::RegionIndex index;
    std::vector<int> placeByName;                ///< of each village of the list
    std::unordered_map<std::string, int> rowOf;  ///< by code
};

/// The newest campaign in which the user of this tablet has villages; empty when there is none.
/// Core thread.
std::shared_ptr<const TodayList> readToday(SQLite::Database& db);
std::shared_ptr<const TodayAid> readAid(SQLite::Database& db, const TodayList& list);

/// Metres along the great circle.
double distanceM(const base::GeoPoint& a, const base::GeoPoint& b);

}  // namespace viewmodels
