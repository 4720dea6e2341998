#pragma once

#include <QCoreApplication>
#include <QString>
#include <string>

#include "app/viewmodels/words.h"

namespace viewmodels {

/// What a check is called on pages: its sheet, and that it is a 回头看 where it is one.
class SheetTitle {
    Q_DECLARE_TR_FUNCTIONS(SheetTitle)
public:
    static QString of(const std::string& sheet, bool lookBack)
    {
        return lookBack ? tr("%1（回头看）").arg(text(sheet)) : text(sheet);
    }
};

}  // namespace viewmodels
