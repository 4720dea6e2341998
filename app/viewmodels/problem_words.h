#pragma once

#include <QCoreApplication>
#include <QString>

#include "core/scoring/evidence.h"

namespace viewmodels {

/// What scoring::toText says, in the language of the pages.
class ProblemWords {
    Q_DECLARE_TR_FUNCTIONS(ProblemWords)
public:
    static QString of(const scoring::EvidenceProblem& problem);
    /// What its judge reads of an item some of whose findings have no photo of their own.
    static QString bareFindings(int findings, int photosOfItem);
};

}  // namespace viewmodels
