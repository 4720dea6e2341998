#include "core/sqlite/database.h"

namespace sqlite {

SQLite::Database open(const std::string& path, Mode mode, std::chrono::milliseconds busy)
{
    // A connection is one thread's at a time, so it needs no lock of its own.
    const int flags = SQLite::OPEN_NOMUTEX |
                      (mode == Mode::readOnly ? SQLite::OPEN_READONLY
                                              : SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    SQLite::Database db(path, flags, static_cast<int>(busy.count()));
    if (mode == Mode::readWrite) {
        // Only a new file: one that turns out not to be ours keeps every byte, and migrate() sees
        // to the others.
        if (db.execAndGet("PRAGMA page_count").getInt() == 0) db.exec("PRAGMA journal_mode = WAL");
        db.exec("PRAGMA synchronous = FULL");
    }
    db.exec("PRAGMA foreign_keys = ON");
    db.exec("PRAGMA trusted_schema = OFF");
    return db;
}

}  // namespace sqlite
