#include "core/store/open.h"

#include <sqlite3.h>

#include <array>

namespace store {

namespace {
constexpr sqlite::Migration rows[] = {
#include "migrations.inc"
};

base::Error refusal(const std::string& path, const SQLite::Exception& failure)
{
    const int code = failure.getErrorCode();
    if (code == SQLITE_CORRUPT)
        return {"store.corrupt",
                "数据文件已损坏，未打开；原文件未改动，请联系管理员用“抢救数据”导出", path};
    if (code == SQLITE_NOTADB) return {"store.foreign", "这个数据库文件不是本程序的，未打开", path};
    return {"store.unavailable", "数据文件无法打开，请检查存储空间和权限", path};
}
}  // namespace

std::span<const sqlite::Migration> migrations()
{
    return rows;
}

base::Result<SQLite::Database> open(const std::string& path)
{
    try {
        SQLite::Database db = sqlite::open(path);
        const base::Result<int> version = sqlite::migrate(db, migrations(), applicationId);
        if (!version) return tl::unexpected(version.error());
        return db;
    } catch (const SQLite::Exception& failure) {
        return tl::unexpected(refusal(path, failure));
    }
}

}  // namespace store
