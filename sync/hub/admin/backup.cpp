#include "sync/hub/admin/backup.h"

#include <SQLiteCpp/Backup.h>
#include <fcntl.h>
#include <unistd.h>

#include "core/sqlite/database.h"
#include "sync/hub/folder.h"
#include "sync/hub/hub.h"
#include "sync/hub/media/files.h"
#include "sync/hub/store/audit.h"
#include "sync/hub/store/meta.h"
#include "sync/protocol/fields.h"

namespace hub {

namespace fs = std::filesystem;

namespace {
base::Error failure(const char* code, const std::string& what, const fs::path& where)
{
    return {code, what, where.string()};
}

bool syncPath(const fs::path& path)
{
    const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (descriptor < 0) return false;
    const bool synced = ::fsync(descriptor) == 0;
    ::close(descriptor);
    return synced;
}

/// The copy has its name only once it is whole and synced.
bool copyDurably(const fs::path& from, const fs::path& to)
{
    fs::path fresh = to;
    fresh += ".new";
    std::error_code error;
    fs::create_directories(to.parent_path(), error);
    fs::copy_file(from, fresh, fs::copy_options::overwrite_existing, error);
    if (error || !syncPath(fresh)) return false;
    fs::rename(fresh, to, error);
    return !error && syncPath(to.parent_path());
}

void copyDatabase(const fs::path& from, const fs::path& to)
{
    std::error_code ignored;
    fs::remove(to, ignored);
    SQLite::Database source = sqlite::open(from.string(), sqlite::Mode::readOnly);
    SQLite::Database target = sqlite::open(to.string());
    target.exec("PRAGMA journal_mode = DELETE");  // or every page would be written twice
    SQLite::Backup(target, source).executeStep(-1);
}

base::Result<void> copyPhotos(const fs::path& data, const fs::path& target, BackupReport& report)
{
    const fs::path from = data / "media" / "whole";
    const fs::path to = target / "media" / "whole";
    std::error_code error;
    if (!fs::exists(from)) return {};
    for (const auto& entry : fs::directory_iterator(from, error)) {
        const fs::path name = entry.path().filename();
        if (!protocol::isSha256(name.native())) continue;
        if (fs::exists(to / name) && fs::file_size(to / name) == entry.file_size()) {
            ++report.filesThere;
            continue;
        }
        if (!copyDurably(entry.path(), to / name))
            return tl::unexpected(failure("backup.photo", "照片复制失败", entry.path()));
        ++report.filesCopied;
    }
    if (error) return tl::unexpected(failure("backup.photo", error.message(), from));
    return {};
}
}  // namespace

base::Result<BackupReport> backUp(const fs::path& data, const fs::path& target)
{
    if (!fs::exists(databaseFile(data)))
        return base::fail("hub.not_initialised", "这里没有县级库", data.string());
    std::error_code error;
    fs::create_directories(target, error);
    if (error || fs::equivalent(data, target, error))
        return base::fail("backup.target", "不能备份到这个文件夹", target.string());
    const fs::path fresh = target / "hub.db.new";
    copyDatabase(databaseFile(data), fresh);
    BackupReport report;
    {
        Connection copy(fresh, sqlite::Mode::readWrite);
        report.lastSeq = readMeta(copy).lastSeq;
        copy.db().exec("PRAGMA journal_mode = DELETE");
    }
    if (auto photos = copyPhotos(data, target, report); !photos)
        return tl::unexpected(photos.error());
    fs::rename(fresh, databaseFile(target), error);
    if (error || !syncPath(databaseFile(target)) || !syncPath(target))
        return base::fail("backup.target", "备份写不下去，请检查磁盘", target.string());
    Connection live(databaseFile(data), sqlite::Mode::readWrite);
    setBackupSeq(live, report.lastSeq);
    return report;
}

base::Result<std::string> declareRestored(const fs::path& data, const base::RandomBytes& random,
                                          std::int64_t nowMs)
{
    Connection connection(databaseFile(data), sqlite::Mode::readWrite);
    if (const auto migrated = migrateHub(connection); !migrated)
        return tl::unexpected(migrated.error());
    if (!isInitialised(connection))
        return base::fail("restore.source", "这不是巡村县级库", data.string());
    // Photos that came after the backup are there though its database does not know them.
    media::Files(data / "media").setUnentered(true);
    const std::string epoch = newEpoch(random);
    SQLite::Transaction transaction(connection.db(), SQLite::TransactionBehavior::IMMEDIATE);
    const Meta before = readMeta(connection);
    setEpoch(connection, epoch);
    audit(connection, nowMs, "command", "hub.restore", epoch,
          "was " + before.epoch + " at " + std::to_string(before.lastSeq));
    transaction.commit();
    return epoch;
}

base::Result<std::string> restore(const fs::path& data, const fs::path& source,
                                  const base::RandomBytes& random, std::int64_t nowMs)
{
    if (!fs::exists(databaseFile(source)))
        return base::fail("restore.source", "备份里没有 hub.db", source.string());
    std::error_code error;
    fs::create_directories(data / "media", error);
    const auto lock = FolderLock::take(data);
    if (!lock) return tl::unexpected(lock.error());
    const fs::path fresh = data / "hub.db.new";
    copyDatabase(databaseFile(source), fresh);
    {
        Connection copy(fresh, sqlite::Mode::readWrite);
        const auto migrated = migrateHub(copy);
        if (!migrated || !isInitialised(copy)) {
            fs::remove(fresh, error);
            return base::fail("restore.source", "备份不是巡村县级库，或由更新的版本写成",
                              source.string());
        }
        copy.db().exec("PRAGMA journal_mode = DELETE");
    }
    BackupReport report;
    if (auto photos = copyPhotos(source, data, report); !photos)
        return tl::unexpected(photos.error());
    if (fs::exists(databaseFile(data))) {
        // Folds the write-ahead log in, so that the one file that is kept is whole.
        Connection(databaseFile(data), sqlite::Mode::readWrite)
            .db()
            .exec("PRAGMA journal_mode = DELETE");
        fs::rename(databaseFile(data), data / ("hub.db.before-" + std::to_string(nowMs)), error);
    }
    fs::rename(fresh, databaseFile(data), error);
    if (error || !syncPath(data))
        return base::fail("restore.failed", "放不回去：" + error.message(), data.string());
    return declareRestored(data, random, nowMs);
}

}  // namespace hub
