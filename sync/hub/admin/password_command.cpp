#include <fmt/format.h>
#include <termios.h>
#include <unistd.h>

#include <iostream>
#include <ostream>

#include "core/crypto/password.h"
#include "sync/hub/admin/admin.h"
#include "sync/hub/admin/lookup.h"
#include "sync/hub/import/utf8.h"
#include "sync/hub/store/audit.h"
#include "sync/hub/store/passwords.h"
#include "sync/protocol/words.h"

namespace hub {

namespace {
constexpr std::size_t fewestCharacters = 10;

struct Wanted {
    std::string user;
    std::string file;
    bool remove = false;
};

/// A line of the terminal that is not shown while it is typed.
std::string typed(std::ostream& out)
{
    termios shown{};
    const bool terminal = ::tcgetattr(STDIN_FILENO, &shown) == 0;
    if (terminal) {
        out << "新密码：" << std::flush;
        termios hidden = shown;
        hidden.c_lflag &= ~static_cast<tcflag_t>(ECHO);
        ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &hidden);
    }
    std::string line;
    std::getline(std::cin, line);
    if (terminal) {
        ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &shown);
        out << "\n";
    }
    return line;
}

base::Result<std::string> newPassword(Admin& admin, const std::string& file)
{
    std::string password;
    if (file.empty()) {
        password = typed(admin.out);
    } else {
        const auto text = readFile(file, protocol::limits::passwordBytes + 2);
        if (!text) return tl::unexpected(text.error());
        password = text->substr(0, text->find_first_of("\r\n"));
    }
    if (!isCleanUtf8(password) || utf8Length(password) < fewestCharacters ||
        password.size() > protocol::limits::passwordBytes)
        return base::fail("password.weak",
                          fmt::format("密码至少 {} 个字符，最多 {} 字节", fewestCharacters,
                                      protocol::limits::passwordBytes));
    return password;
}

base::Result<void> setPassword(Admin& admin, const Wanted& wanted)
{
    std::string hash;
    if (!wanted.remove) {
        const auto password = newPassword(admin, wanted.file);
        if (!password) return tl::unexpected(password.error());
        hash = crypto::passwordHash(*password);
    }
    return admin.write([&](Connection& db) -> base::Result<void> {
        const auto user = findUserByText(db, wanted.user);
        if (!user) return tl::unexpected(user.error());
        const std::int64_t nowMs = admin.clock.wallMs();
        if (!wanted.remove)
            putPassword(db, user->id, hash, nowMs);
        else if (!dropPassword(db, user->id))
            return base::fail("password.none", "这个用户没有密码", user->name);
        audit(db, nowMs, "command", wanted.remove ? "password.remove" : "password.set",
              user->id.value);
        admin.out << (wanted.remove ? "已取消密码 " : "已设置密码 ") << user->name << "\n";
        return {};
    });
}
}  // namespace

void addPasswordCommand(CLI::App& app, Admin& admin)
{
    auto wanted = std::make_shared<Wanted>();
    Command command = addCommand(app, admin, "set-password",
                                 "给用户设置密码，可以不用登记码在平板上登录（从终端读，不显示）",
                                 [&admin, wanted] { return setPassword(admin, *wanted); });
    command.needs("user", wanted->user, "用户编号或姓名");
    command.takes("--file", wanted->file, "从文件的第一行读密码");
    command.flag("--remove", wanted->remove, "取消密码，此后只能用登记码");
}

}  // namespace hub
