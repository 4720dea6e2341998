#pragma once

#include <filesystem>
#include <functional>
#include <iosfwd>
#include <memory>
#include <string>
#include <vector>

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/base/uuid.h"
#include "sync/hub/admin/command.h"
#include "sync/hub/store/connection.h"

namespace hub {

/// What every command works with. A command either does all it was asked and returns, or returns an
/// error and has changed nothing.
class Admin {
public:
    Admin(std::ostream& out, std::ostream& err, const base::Clock& clock, base::RandomBytes random);

    /// The hub's database, migrated. Fails with "hub.not_initialised" or "store.newer".
    base::Result<std::unique_ptr<Connection>> open() const;
    /// Runs `work` in one transaction, and takes everything back when it fails.
    base::Result<void> write(const std::function<base::Result<void>(Connection&)>& work) const;
    base::Result<void> read(const std::function<base::Result<void>(Connection&)>& work) const;

    std::filesystem::path data;
    std::ostream& out;
    std::ostream& err;
    const base::Clock& clock;
    base::RandomBytes random;
    base::UuidSource& ids() { return m_ids; }

private:
    base::UuidSource m_ids;
};

/// Prints errors, one a line: "错误 [csv.utf8] line 3：不是有效的 UTF-8 文字".
void printErrors(Admin& admin, const base::Errors& errors);

/// A whole file; fails with "file.unreadable", or "file.too_large" beyond `limitBytes`.
base::Result<std::string> readFile(const std::filesystem::path& file, std::size_t limitBytes);
/// The same of JSON: without the byte order mark that editors set before it.
base::Result<std::string> readJsonFile(const std::filesystem::path& file, std::size_t limitBytes);
/// What a ranking package may hold, of a country too.
constexpr std::size_t packageBytesAtMost = 1024UL * 1024 * 1024;

/// Writes a whole file; fails with "file.not_written".
base::Result<void> writeFile(const std::filesystem::path& file, const std::string& text);

void addSetupCommands(CLI::App& app, Admin& admin);
void addChecklistCommands(CLI::App& app, Admin& admin);
void addPeopleCommands(CLI::App& app, Admin& admin);
void addPasswordCommand(CLI::App& app, Admin& admin);
void addCampaignCommands(CLI::App& app, Admin& admin);
void addTitleCommands(CLI::App& app, Admin& admin);
void addTieCommand(CLI::App& app, Admin& admin);
void addListCommands(CLI::App& app, Admin& admin);
void addRankingCommands(CLI::App& app, Admin& admin);
void addPackageCommands(CLI::App& app, Admin& admin);
void addOfficeCommands(CLI::App& app, Admin& admin);
void addDocumentCommands(CLI::App& app, Admin& admin);
void addRectificationCommands(CLI::App& app, Admin& admin);
void addFairnessCommand(CLI::App& app, Admin& admin);
void addCareCommands(CLI::App& app, Admin& admin);
void addDemoCommand(CLI::App& app, Admin& admin);
void addServeCommand(CLI::App& app, Admin& admin);

/// The whole program: reads the arguments, runs one command, returns the exit code.
int runCommand(const std::vector<std::string>& arguments, std::ostream& out, std::ostream& err,
               const base::Clock& clock, base::RandomBytes random);

}  // namespace hub
