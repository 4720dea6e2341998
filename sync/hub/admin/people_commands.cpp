#include <fmt/format.h>

#include <ostream>

#include "core/domain/limits.h"
#include "core/domain/word_text.h"
#include "sync/hub/admin/admin.h"
#include "sync/hub/admin/lookup.h"
#include "sync/hub/admin/qr.h"
#include "sync/hub/import/utf8.h"
#include "sync/hub/store/audit.h"
#include "sync/hub/store/devices.h"
#include "sync/hub/store/enrol_code.h"
#include "sync/protocol/enrol_link.h"

namespace hub {

namespace {
struct NewUser {
    std::string id;
    std::string name;
    std::string role = "inspector";
    std::vector<std::string> scope;
    bool mayAdjust = false;
};

base::Result<void> checkScope(const domain::User& user)
{
    const bool needsScope =
        user.role == domain::Role::supervisor || user.role == domain::Role::villageContact;
    if (needsScope && user.scope.empty())
        return base::fail("user.scope", "请用 --scope 说明负责哪些镇街（联系人：哪个村）",
                          user.name);
    if (!needsScope && !user.scope.empty())
        return base::fail("user.scope", "这种角色不用 --scope", user.name);
    return {};
}

base::Result<void> checkMayAdjust(const domain::User& user)
{
    if (user.mayAdjust && user.role != domain::Role::supervisor)
        return base::fail("user.adjust",
                          "调整分数的权限只给主管；全县负责人本来就有，别的角色不能有", user.name);
    return {};
}

base::Result<void> addUser(Admin& admin, const NewUser& wanted)
{
    domain::User user;
    user.id.value = wanted.id.empty() ? admin.ids().next() : wanted.id;
    user.name = wanted.name;
    if (user.name.empty() || !isCleanUtf8(user.name) ||
        utf8Length(user.name) > domain::limits::nameCharacters)
        return base::fail("user.name", "姓名为空、太长或不是有效的文字", wanted.name);
    const auto role = domain::fromWord<domain::Role>(wanted.role);
    if (!role)
        return base::fail("user.role",
                          "角色应为 inspector、supervisor、chief、administrator 或 villageContact",
                          wanted.role);
    user.role = *role;
    user.mayAdjust = wanted.mayAdjust;
    auto written = admin.write([&](Connection& db) -> base::Result<void> {
        for (const std::string& text : wanted.scope) {
            const auto region = findRegionByText(db, text);
            if (!region) return tl::unexpected(region.error());
            user.scope.push_back(region->code);
        }
        if (auto scope = checkScope(user); !scope) return scope;
        if (auto adjust = checkMayAdjust(user); !adjust) return adjust;
        if (findUser(db, user.id.value))
            return base::fail("user.exists", "已有这个编号的用户", user.id.value);
        putUser(db, user);
        audit(db, admin.clock.wallMs(), "command", "user.add", user.id.value,
              user.name + " " + wanted.role + (user.mayAdjust ? " mayAdjust" : ""));
        return {};
    });
    if (written) admin.out << fmt::format("用户 {} {} {}\n", user.id.value, user.name, wanted.role);
    return written;
}

struct NewCode {
    std::string user;
    int hours = 72;
    std::string hub;  ///< the address for a link; empty: the code alone
    bool qr = false;
    std::string svg;  ///< file
};

base::Result<void> showLink(Admin& admin, const NewCode& wanted, const std::string& code)
{
    if (wanted.hub.empty()) return {};
    const std::string link = protocol::enrolLink({wanted.hub, code});
    admin.out << link << "\n";
    if (wanted.qr) {
        const auto squares = qrForTerminal(link);
        if (!squares) return tl::unexpected(squares.error());
        admin.out << *squares;
    }
    if (wanted.svg.empty()) return {};
    const auto picture = qrAsSvg(link);
    if (!picture) return tl::unexpected(picture.error());
    return writeFile(wanted.svg, *picture);
}

base::Result<void> makeEnrolCode(Admin& admin, const NewCode& wanted)
{
    const auto& [userText, hours, hub, qr, svg] = wanted;
    if (hub.empty() && (qr || !svg.empty()))
        return base::fail("enrol.hub", "二维码里要有服务器地址，请用 --hub 给出", {});
    if (!hub.empty() && !protocol::enrolLinkFrom(protocol::enrolLink({hub, "X"})))
        return base::fail("enrol.hub", "服务器地址应以 https:// 或 http:// 开头", hub);
    if (hours < 1 || hours > 24 * 30)
        return base::fail("enrol.hours", "有效时间应为 1 到 720 小时", std::to_string(hours));
    const std::string code = newEnrolCode(admin.random);
    domain::User user;
    auto written = admin.write([&](Connection& db) -> base::Result<void> {
        const auto found = findUserByText(db, userText);
        if (!found) return tl::unexpected(found.error());
        user = *found;
        if (!user.active) return base::fail("user.inactive", "用户已停用", user.name);
        const std::int64_t nowMs = admin.clock.wallMs();
        addEnrolCode(db, *enrolCodeHash(code), user.id, nowMs,
                     nowMs + std::int64_t{hours} * 3'600'000);
        audit(db, nowMs, "command", "enrol.code", user.id.value, fmt::format("{} h", hours));
        return {};
    });
    if (!written) return written;
    admin.out << code << "\n";
    return showLink(admin, wanted, code);
}

base::Result<void> revoke(Admin& admin, const std::string& device)
{
    auto written = admin.write([&](Connection& db) -> base::Result<void> {
        if (!findDevice(db, {device})) return base::fail("device.unknown", "没有这台平板", device);
        if (!revokeDevice(db, {device}, admin.clock.wallMs()))
            return base::fail("device.revoked", "这台平板已经停用过", device);
        audit(db, admin.clock.wallMs(), "command", "device.revoke", device);
        return {};
    });
    if (written) admin.out << "已停用 " << device << "\n";
    return written;
}

base::Result<void> setActive(Admin& admin, const std::string& userText, bool active)
{
    return admin.write([&](Connection& db) -> base::Result<void> {
        auto user = findUserByText(db, userText);
        if (!user) return tl::unexpected(user.error());
        user->active = active;
        putUser(db, *user);
        audit(db, admin.clock.wallMs(), "command", active ? "user.enable" : "user.disable",
              user->id.value);
        admin.out << (active ? "已启用 " : "已停用 ") << user->name << "\n";
        return {};
    });
}

base::Result<void> setMayAdjust(Admin& admin, const std::string& userText, bool mayAdjust)
{
    return admin.write([&](Connection& db) -> base::Result<void> {
        auto user = findUserByText(db, userText);
        if (!user) return tl::unexpected(user.error());
        user->mayAdjust = mayAdjust;
        if (auto checked = checkMayAdjust(*user); !checked) return checked;
        if (!mayAdjust && domain::adjustsPoints(*user))
            return base::fail("user.adjust", "全县负责人总可以调整分数，收不回", user->name);
        putUser(db, *user);
        audit(db, admin.clock.wallMs(), "command",
              mayAdjust ? "user.allow_adjust" : "user.forbid_adjust", user->id.value);
        admin.out << user->name << (mayAdjust ? " 可以调整分数\n" : " 不再可以调整分数\n");
        return {};
    });
}
}  // namespace

void addPeopleCommands(CLI::App& app, Admin& admin)
{
    auto wanted = std::make_shared<NewUser>();
    Command add = addCommand(app, admin, "add-user", "增加一个用户",
                             [&admin, wanted] { return addUser(admin, *wanted); });
    add.needs("name", wanted->name, "姓名");
    add.takes("--role", wanted->role,
              "角色：inspector supervisor chief administrator villageContact");
    add.takes("--scope", wanted->scope, "负责的镇街（联系人：村），代码或名称");
    add.takes("--id", wanted->id, "编号（默认自动）");
    add.flag("--may-adjust", wanted->mayAdjust, "主管可以调整某一项的分数");

    auto newCode = std::make_shared<NewCode>();
    Command code =
        addCommand(app, admin, "enrol-code", "给用户一个登记平板用的一次性登记码（只显示一次）",
                   [&admin, newCode] { return makeEnrolCode(admin, *newCode); });
    code.needs("user", newCode->user, "用户编号或姓名");
    code.takes("--hours", newCode->hours, "有效小时数");
    code.takes("--hub", newCode->hub, "平板所用的服务器地址，另给出登记链接");
    code.flag("--qr", newCode->qr, "把登记链接显示成二维码");
    code.takes("--svg", newCode->svg, "把二维码写到这个 SVG 文件");

    auto device = std::make_shared<std::string>();
    addCommand(app, admin, "revoke", "停用一台平板（不能再读；未传的工作进隔离区）",
               [&admin, device] { return revoke(admin, *device); })
        .needs("device", *device, "平板编号");

    for (const bool active : {false, true}) {
        auto user = std::make_shared<std::string>();
        addCommand(app, admin, active ? "enable-user" : "disable-user",
                   active ? "启用一个用户" : "停用一个用户和其所有平板",
                   [&admin, user, active] { return setActive(admin, *user, active); })
            .needs("user", *user, "用户编号或姓名");
    }
    for (const bool may : {true, false}) {
        auto user = std::make_shared<std::string>();
        addCommand(app, admin, may ? "allow-adjust" : "forbid-adjust",
                   may ? "给一个主管调整分数的权限" : "收回一个主管调整分数的权限",
                   [&admin, user, may] { return setMayAdjust(admin, *user, may); })
            .needs("user", *user, "用户编号或姓名");
    }
}

}  // namespace hub
