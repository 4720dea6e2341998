#include "core/sqlite/migrator.h"

#include <fmt/format.h>

namespace sqlite {

base::Result<int> migrate(SQLite::Database& db, std::span<const Migration> migrations,
                          int applicationId)
{
    const int version = db.execAndGet("PRAGMA user_version").getInt();
    const int application = db.execAndGet("PRAGMA application_id").getInt();
    const bool empty = db.execAndGet("SELECT count(*) FROM sqlite_schema").getInt() == 0;
    if (!empty && application != applicationId)
        return base::fail("store.foreign", "这个数据库文件不是本程序的，未打开", db.getFilename());
    const int newest = migrations.empty() ? 0 : migrations.back().number;
    if (version > newest)
        return base::fail(
            "store.newer",
            fmt::format("数据由更新版本的巡村写入（数据版本 {}，本程序支持到 {}），请先升级程序",
                        version, newest),
            db.getFilename());
    // A copy made by VACUUM INTO is ours and not in WAL mode.
    db.exec("PRAGMA journal_mode = WAL");
    for (const Migration& migration : migrations) {
        if (migration.number <= version) continue;
        SQLite::Transaction transaction(db, SQLite::TransactionBehavior::IMMEDIATE);
        db.exec(migration.sql);
        db.exec(fmt::format("PRAGMA user_version = {}", migration.number));
        db.exec(fmt::format("PRAGMA application_id = {}", applicationId));
        transaction.commit();
    }
    return newest;
}

}  // namespace sqlite
