#pragma once

#include <string>
#include <vector>

namespace base {

/// What was refused or could not be done, said twice: once for people, once for programs.
///
/// `code` is stable English ("region.code_doubled") and never translated; logs and tests use it.
/// `message` is Chinese, names the place and the cause, and says what to do next; it may be shown.
/// `where` is the place in what came from outside: "line 12", "body.answers[3].item", a file name.
/// May be empty.
struct Error {
    std::string code;
    std::string message;
    std::string where;

    bool operator==(const Error&) const = default;
};

using Errors = std::vector<Error>;

}  // namespace base
