#pragma once

#include <functional>
#include <string>

#include "core/domain/checklist.h"

// The parts of scoring::problemsOf that look at one rule, and at texts.
namespace scoring {

using AddProblem =
    std::function<void(const char* code, std::string message, const std::string& where)>;

/// What a sheet calls something: there, short, and kept by a table as it is.
void checkName(const std::string& name, const char* what, const std::string& where,
               const AddProblem& add);

/// A table drops blanks at the ends of a cell, and a work sheet control characters.
void checkText(const std::string& text, const char* what, const std::string& where,
               const AddProblem& add);

void checkRule(const domain::Checklist& checklist, const domain::Item& item,
               const domain::Rule& rule, const std::string& where, const AddProblem& add);

}  // namespace scoring
