#pragma once

#include <QString>
#include <QStringList>
#include <vector>

#include "tests/demo/stage.h"

namespace demo {

/// What is found at one item of a sheet.
struct Found {
    QString item;
    int count = 1;
    int photos = 1;
};

/// From the list of villages to the page of this one.
void openVillage(Stage& stage, const QString& code, const QString& name);
/// On the page of a village: opens its check by this sheet.
void openCheck(Stage& stage, const QString& kind);
/// On the checklist page: counts what is found and takes its photos.
void find(Stage& stage, const Found& found);
/// Everything that was not touched is in order.
void restIsOk(Stage& stage);
/// From the checklist page: signs and submits; ends on the page of the village.
void finish(Stage& stage, bool withPictures = false);
/// Back from any page of a village to the list of villages.
void goHome(Stage& stage);
/// The whole check of the open village.
void check(Stage& stage, const QString& kind, const std::vector<Found>& all);
/// Enrols with the code that the director got from the hub for this person.
void enrol(Stage& stage, const QString& person);
/// On the outbox page: asks for a round and waits until nothing is left.
void sendAll(Stage& stage);

}  // namespace demo
