#pragma once

#include <QCoreApplication>
#include <QString>
#include <string>

#include "core/base/error.h"

namespace viewmodels {

/// What was refused, in the language of the pages. In Chinese it is the error's own message, with
/// the place and the numbers; in any other language what its code means. A code that is not known
/// here gives the message as it is.
class ErrorWords {
    Q_DECLARE_TR_FUNCTIONS(ErrorWords)

public:
    static bool knows(const std::string& code);
    static QString of(const base::Error& error);
    static QString of(const std::string& code, const std::string& message);
};

}  // namespace viewmodels
