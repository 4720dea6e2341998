#pragma once

#include <SQLiteCpp/SQLiteCpp.h>

#include <chrono>
#include <string>

namespace sqlite {

enum class Mode { readWrite, readOnly };

/// Opens or (readWrite) creates a database the way all of ours are: WAL, synchronous=FULL so that a
/// commit that returned survives a power cut, foreign keys on, waiting up to `busy` for another
/// writer. Throws SQLite::Exception when the file is no database or cannot be opened. One
/// connection a thread.
SQLite::Database open(const std::string& path, Mode mode = Mode::readWrite,
                      std::chrono::milliseconds busy = std::chrono::seconds(10));

}  // namespace sqlite
