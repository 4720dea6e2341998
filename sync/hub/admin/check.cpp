#include "sync/hub/admin/check.h"

#include <fmt/format.h>

#include <map>
#include <set>

#include "core/crypto/hash.h"
#include "sync/hub/media/files.h"
#include "sync/hub/store/blobs.h"
#include "sync/hub/store/projections.h"

namespace hub {

namespace {
void checkFile(Connection& connection, CheckReport& report)
{
    const Prepared query = connection.prepare("PRAGMA integrity_check");
    while (query->executeStep())
        if (const std::string said = query->getColumn(0).getString(); said != "ok")
            report.errors.push_back({"check.database", "数据库文件损坏：" + said, {}});
}

using Installation = std::pair<std::string, std::string>;

void checkRecords(Connection& connection, CheckReport& report)
{
    std::int64_t expected = 1;
    std::map<Installation, std::set<std::int64_t>> used;
    readLog(connection, 0, [&](const Logged& logged) {
        ++report.records;
        const std::string where = fmt::format("seq {} {}", logged.seq, logged.record);
        if (logged.seq != expected)
            report.errors.push_back({"check.seq", fmt::format("日志缺第 {} 条", expected), where});
        expected = logged.seq + 1;
        const auto record = domain::recordFromJson(logged.bytes);
        if (crypto::sha256(logged.bytes) != logged.sha256)
            report.errors.push_back({"check.record_hash", "记录与校验值不符", where});
        else if (!record || record->id.value != logged.record || record->kind != logged.kind)
            report.errors.push_back({"check.record", "记录读不出来或与目录不符", where});
        else
            used[{record->device.value, record->incarnation}].insert(record->deviceSeq);
        return true;
    });
    {
        const Prepared aside =
            connection.prepare("SELECT device, incarnation, device_seq FROM set_aside");
        while (aside->executeStep())
            used[{aside->getColumn(0).getString(), aside->getColumn(1).getString()}].insert(
                aside->getColumn(2).getInt64());
    }
    for (const auto& [installation, numbers] : used)
        if (*numbers.begin() != 1 || *numbers.rbegin() != static_cast<std::int64_t>(numbers.size()))
            report.errors.push_back({"check.device_seq", "平板的记录序号不连续",
                                     installation.first + " " + installation.second});
}

void checkPhotos(Connection& connection, const std::filesystem::path& folder, CheckReport& report)
{
    const media::Files files(folder);
    const Prepared query = connection.prepare("SELECT sha256, bytes FROM blob ORDER BY sha256");
    while (query->executeStep()) {
        ++report.photos;
        const domain::Sha256 sha256{query->getColumn(0).getString()};
        const auto found = crypto::sha256OfFile(files.whole(sha256).string());
        if (found && found->sha256 == sha256.value &&
            found->bytes == query->getColumn(1).getInt64())
            continue;
        report.lost.push_back(sha256);
        report.errors.push_back(
            found ? base::Error{"check.photo_hash", "照片文件与校验值不符", sha256.value}
                  : base::Error{"check.photo_missing", "照片文件不见了", sha256.value});
    }
}

void checkProjections(Connection& connection, CheckReport& report)
{
    SQLite::Transaction takenBack(connection.db(), SQLite::TransactionBehavior::IMMEDIATE);
    const std::string before = projectionsHash(connection);
    rebuild(connection);
    if (projectionsHash(connection) != before)
        report.errors.push_back(
            {"check.projections", "查询表与日志不一致，请运行 xuncun-hub rebuild", {}});
}
}  // namespace

CheckReport checkEverything(Connection& connection, const std::filesystem::path& media)
{
    CheckReport report;
    checkFile(connection, report);
    checkRecords(connection, report);
    checkPhotos(connection, media, report);
    if (report.errors.empty()) checkProjections(connection, report);
    return report;
}

base::Result<void> askAgain(Connection& connection, const CheckReport& report, std::int64_t nowMs,
                            base::UuidSource& ids)
{
    constexpr std::int64_t few = 10;
    if (report.photos > few && static_cast<std::int64_t>(report.lost.size()) == report.photos)
        return base::fail("check.all_lost",
                          "所有照片都不见了，像是照片文件夹没有挂载；没有做任何更改");
    for (const domain::Sha256& sha256 : report.lost) blobLost(connection, sha256, nowMs, ids);
    return {};
}

}  // namespace hub
