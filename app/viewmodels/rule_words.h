#pragma once

#include <QCoreApplication>
#include <QString>
#include <QStringList>

#include "core/domain/checklist.h"
#include "core/evidence/faults.h"
#include "core/scoring/score.h"

namespace viewmodels {

/// Why an item lost points, a line a rule, in the language of the pages: what the sheet says, and
/// how it was counted. The sheet's own words stay as they are printed.
class RuleWords {
    Q_DECLARE_TR_FUNCTIONS(RuleWords)

public:
    static QString of(const scoring::RuleLine& line, const domain::Item& item);
    /// The same without the sheet's words, for where they stand above it.
    static QString how(const scoring::RuleLine& line, const domain::Item& item);
    /// Every rule of the item that did something, and that more than all was taken.
    static QStringList all(const scoring::ItemScore& score, const domain::Item& item,
                           QString (*said)(const scoring::RuleLine&, const domain::Item&) = &of);

private:
    static QString counted(const scoring::RuleLine& line, const domain::Rule& rule,
                           const domain::Item& item);
};

/// What does not hold in a chain of photos or in a seal, in the language of the pages.
class FaultWords {
    Q_DECLARE_TR_FUNCTIONS(FaultWords)

public:
    static QString of(const evidence::ChainFault& fault);
};

}  // namespace viewmodels
