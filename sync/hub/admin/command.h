#pragma once

#include <functional>
#include <string>

#include "core/base/result.h"

namespace CLI {
class App;
}

namespace hub {

class Admin;

using Action = std::function<base::Result<void>()>;

/// What is wrong with a value as it was written, in Chinese; empty when nothing is.
using Check = std::function<std::string(const std::string& value)>;

/// A subcommand being described. A name without dashes is a value told by its place. What a value
/// is put into must live as long as the program's arguments are read. The parser of arguments is
/// known to command.cpp alone, as it is large. T: string, path, vector of strings, int or
/// double.
class Command {
public:
    explicit Command(CLI::App& command) : m_command(&command) {}

    /// A value that must be given.
    template <class T>
    Command& needs(const std::string& name, T& into, const std::string& about);
    /// A value that may be given.
    template <class T>
    Command& takes(const std::string& name, T& into, const std::string& about,
                   const Check& check = {});
    Command& flag(const std::string& name, bool& into, const std::string& about);

private:
    CLI::App* m_command;
};

/// Adds a subcommand that takes --data like all of them. Its failure is printed in Chinese with its
/// code, and the program ends with 1.
Command addCommand(CLI::App& app, Admin& admin, const std::string& name,
                   const std::string& description, Action action);

}  // namespace hub
