#include "sync/hub/store/titles.h"

namespace hub {

namespace {
std::vector<Title> rowsOf(SQLite::Statement& query)
{
    std::vector<Title> titles;
    while (query.executeStep())
        titles.push_back({{query.getColumn(0).getString()},
                          query.getColumn(1).getString(),
                          query.getColumn(2).getString(),
                          query.getColumn(3).getString()});
    return titles;
}
}  // namespace

bool putTitle(Connection& connection, const Title& title)
{
    const Prepared upsert = connection.prepare(R"(
        INSERT INTO title (region, title, first_day, last_day) VALUES (?, ?, ?, ?)
        ON CONFLICT DO UPDATE SET last_day = excluded.last_day
        WHERE last_day <> excluded.last_day)");
    upsert->bind(1, title.region.value);
    upsert->bind(2, title.title);
    upsert->bind(3, title.firstDay);
    upsert->bind(4, title.lastDay);
    return upsert->exec() == 1;
}

std::vector<Title> listTitles(Connection& connection)
{
    const Prepared query = connection.prepare(
        "SELECT region, title, first_day, last_day FROM title ORDER BY region, title, first_day");
    return rowsOf(*query);
}

std::vector<Title> titlesBetween(Connection& connection, const std::string& firstDay,
                                 const std::string& lastDay)
{
    const Prepared query = connection.prepare(R"(
        SELECT region, title, first_day, last_day FROM title
        WHERE first_day <= ?2 AND (last_day = '' OR last_day >= ?1)
        ORDER BY region, title, first_day)");
    query->bind(1, firstDay);
    query->bind(2, lastDay);
    return rowsOf(*query);
}

}  // namespace hub
