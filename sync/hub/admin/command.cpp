#include "sync/hub/admin/command.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <ostream>

#include "sync/hub/admin/admin.h"

namespace hub {

namespace {
constexpr int failed = 1;
constexpr int wrongArguments = 2;

/// Carries a command's failure out of CLI11.
struct Failed {
    base::Error error;
};

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

template <class T>
Command& Command::needs(const std::string& name, T& into, const std::string& about)
{
    m_command->add_option(name, into, about)->required();
    return *this;
}

template <class T>
Command& Command::takes(const std::string& name, T& into, const std::string& about,
                        const Check& check)
{
    CLI::Option* option = m_command->add_option(name, into, about);
    if (check) option->check(CLI::Validator(check, ""));
    return *this;
}

Command& Command::flag(const std::string& name, bool& into, const std::string& about)
{
    m_command->add_flag(name, into, about);
    return *this;
}

template Command& Command::needs(const std::string&, std::string&, const std::string&);
template Command& Command::needs(const std::string&, std::vector<std::string>&, const std::string&);
template Command& Command::takes(const std::string&, std::string&, const std::string&,
                                 const Check&);
template Command& Command::takes(const std::string&, std::vector<std::string>&, const std::string&,
                                 const Check&);
template Command& Command::takes(const std::string&, int&, const std::string&, const Check&);
template Command& Command::takes(const std::string&, std::filesystem::path&, const std::string&,
                                 const Check&);
template Command& Command::takes(const std::string&, double&, const std::string&, const Check&);

Command addCommand(CLI::App& app, Admin& admin, const std::string& name,
                   const std::string& description, Action action)
{
    CLI::App* command = app.add_subcommand(name, description);
    command->final_callback([action = std::move(action)] {
        if (auto done = action(); !done) throw Failed{done.error()};
    });
    return Command(*command).takes("--data", admin.data,
                                   "县级库所在文件夹（默认 $XUNCUN_HUB_DATA）");
}

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
