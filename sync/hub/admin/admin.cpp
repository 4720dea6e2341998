#include "sync/hub/admin/admin.h"

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <ostream>

#include "sync/hub/hub.h"
#include "sync/hub/store/meta.h"

namespace hub {

namespace {
constexpr int failed = 1;
constexpr int wrongArguments = 2;

std::filesystem::path defaultData()
{
    const char* folder = std::getenv("XUNCUN_HUB_DATA");
    return folder != nullptr && *folder != '\0' ? folder : "/var/lib/xuncun-hub";
}

/// Carries a command's failure out of CLI11.
struct Failed {
    base::Error error;
};
}  // namespace

Admin::Admin(std::ostream& outStream, std::ostream& errStream, const base::Clock& wallClock,
             base::RandomBytes randomBytes)
    : data(defaultData()),
      out(outStream),
      err(errStream),
      clock(wallClock),
      random(std::move(randomBytes)),
      m_ids(clock, random)
{
}

base::Result<std::unique_ptr<Connection>> Admin::open() const
{
    const auto missing = base::fail("hub.not_initialised",
                                    "这里还没有县级库，请先运行 xuncun-hub init", data.string());
    if (!std::filesystem::exists(databaseFile(data))) return missing;
    auto connection = std::make_unique<Connection>(databaseFile(data), sqlite::Mode::readWrite);
    if (const auto migrated = migrateHub(*connection); !migrated)
        return tl::unexpected(migrated.error());
    if (!isInitialised(*connection)) return missing;
    return connection;
}

base::Result<void> Admin::write(const std::function<base::Result<void>(Connection&)>& work) const
{
    auto connection = open();
    if (!connection) return tl::unexpected(connection.error());
    SQLite::Transaction transaction((*connection)->db(), SQLite::TransactionBehavior::IMMEDIATE);
    base::Result<void> done = work(**connection);
    if (done) transaction.commit();
    return done;
}

base::Result<void> Admin::read(const std::function<base::Result<void>(Connection&)>& work) const
{
    auto connection = open();
    if (!connection) return tl::unexpected(connection.error());
    const SQLite::Transaction snapshot((*connection)->db());
    return work(**connection);
}

CLI::App* addCommand(CLI::App& app, Admin& admin, const std::string& name,
                     const std::string& description, Action action)
{
    CLI::App* command = app.add_subcommand(name, description);
    command->add_option("--data", admin.data, "县级库所在文件夹（默认 $XUNCUN_HUB_DATA）");
    command->final_callback([action = std::move(action)] {
        if (auto done = action(); !done) throw Failed{done.error()};
    });
    return command;
}

void printErrors(Admin& admin, const base::Errors& errors)
{
    for (const base::Error& error : errors) {
        admin.err << "错误 [" << error.code << "] ";
        if (!error.where.empty()) admin.err << error.where << "：";
        admin.err << error.message << "\n";
    }
}

base::Result<std::string> readFile(const std::filesystem::path& file, std::size_t limitBytes)
{
    std::error_code error;
    const auto bytes = std::filesystem::file_size(file, error);
    std::ifstream in(file, std::ios::binary);
    if (error || !in) return base::fail("file.unreadable", "打不开文件", file.string());
    if (bytes > limitBytes) return base::fail("file.too_large", "文件太大", file.string());
    return std::string{std::istreambuf_iterator<char>(in), {}};
}

base::Result<void> writeFile(const std::filesystem::path& file, const std::string& text)
{
    std::ofstream out(file, std::ios::binary);
    out << text;
    out.close();
    if (!out) return base::fail("file.not_written", "写不出文件", file.string());
    return {};
}

namespace {
int parseAndRun(CLI::App& app, Admin& admin, std::vector<std::string> arguments)
{
    try {
        std::reverse(arguments.begin(), arguments.end());  // as CLI11 wants them
        app.parse(arguments);
        return 0;
    } catch (const CLI::Success& help) {
        return app.exit(help, admin.out, admin.err);
    } catch (const CLI::ParseError& error) {
        admin.err << "错误 [cli.arguments] 参数有误：" << error.what()
                  << "\n用 xuncun-hub --help 或 xuncun-hub 命令 --help 查看用法\n";
        return wrongArguments;
    } catch (const Failed& failure) {
        printErrors(admin, {failure.error});
        return failed;
    } catch (const SQLite::Exception& error) {
        printErrors(admin, {{"store.failed", std::string("数据库读写失败：") + error.what(),
                             admin.data.string()}});
        return failed;
    } catch (const std::exception& error) {
        printErrors(admin, {{"hub.failed", std::string("没有完成：") + error.what(), {}}});
        return failed;
    }
}
}  // namespace

int runCommand(const std::vector<std::string>& arguments, std::ostream& out, std::ostream& err,
               const base::Clock& clock, base::RandomBytes random)
{
    Admin admin(out, err, clock, std::move(random));
    CLI::App app("巡村 Xuncun 县级服务器", "xuncun-hub");
    app.require_subcommand(1);
    addSetupCommands(app, admin);
    addChecklistCommands(app, admin);
    addPeopleCommands(app, admin);
    addPasswordCommand(app, admin);
    addCampaignCommands(app, admin);
    addTitleCommands(app, admin);
    addTieCommand(app, admin);
    addListCommands(app, admin);
    addRankingCommands(app, admin);
    addPackageCommands(app, admin);
    addOfficeCommands(app, admin);
    addDocumentCommands(app, admin);
    addRectificationCommands(app, admin);
    addFairnessCommand(app, admin);
    addCareCommands(app, admin);
    addDemoCommand(app, admin);
    addServeCommand(app, admin);
    return parseAndRun(app, admin, arguments);
}

}  // namespace hub
