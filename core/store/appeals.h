#pragma once

#include <optional>
#include <vector>

#include "core/domain/appeal.h"
#include "core/domain/review.h"
#include "core/sqlite/database.h"

namespace store {

struct AppealRow {
    domain::RecordId record;
    domain::Appeal appeal;
    std::int64_t createdAtMs = 0;
    bool onHub = false;
    std::optional<domain::Review> answer;
    std::int64_t answeredAtMs = 0;
};

/// Appeals that the hub did not refuse, newest first; reading only.
class Appeals {
public:
    explicit Appeals(SQLite::Database& db) : m_db(db) {}

    std::vector<AppealRow> list() const;
    std::vector<AppealRow> of(const domain::InspectionId& inspection) const;
    std::optional<AppealRow> find(const domain::RecordId& record) const;

private:
    SQLite::Database& m_db;
};

}  // namespace store
