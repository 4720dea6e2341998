#pragma once

#include <QCoreApplication>
#include <QStringList>

#include "core/domain/checklist.h"
#include "core/domain/inspection.h"

namespace viewmodels {

/// What two revisions say differently, one sentence a difference, in the language of the pages;
/// empty when they say the same. That an item has other points, another number of findings or
/// another state is not said again here.
class ChangeWords {
    Q_DECLARE_TR_FUNCTIONS(ChangeWords)

public:
    /// Of one item: findings, notes, sampled households, and which photos.
    static QStringList of(const domain::Item& item, const domain::Inspection& older,
                          const domain::Inspection& newer);
    /// Of what belongs to no item: the remark, why there was no position, the profile, photos of
    /// the whole.
    static QStringList ofTheWhole(const domain::Inspection& older, const domain::Inspection& newer);

private:
    static void say(QStringList& said, const QString& what, const std::string& before,
                    const std::string& after);
    static void sayFindings(QStringList& said, const domain::Item& item,
                            const domain::Answer& before, const domain::Answer& after);
    static void sayPhotos(QStringList& said, const std::string& itemCode,
                          const domain::Inspection& older, const domain::Inspection& newer);
};

}  // namespace viewmodels
