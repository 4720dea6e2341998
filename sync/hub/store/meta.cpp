#include "sync/hub/store/meta.h"

namespace hub {

namespace {
constexpr sqlite::Migration migrations[] = {
#include "migrations.inc"
};
}  // namespace

std::span<const sqlite::Migration> hubMigrations()
{
    return migrations;
}

base::Result<int> migrateHub(Connection& connection)
{
    return sqlite::migrate(connection.db(), migrations, hubApplicationId);
}

bool isInitialised(Connection& connection)
{
    return connection.prepare("SELECT 1 FROM hub")->executeStep();
}

Meta readMeta(Connection& connection)
{
    const Prepared query = connection.prepare(R"(
        SELECT county, epoch, coalesce((SELECT max(seq) FROM ev), 0), durable = 'backup', backup_seq
        FROM hub)");
    query->executeStep();
    Meta meta;
    meta.county = query->getColumn(0).getString();
    meta.epoch = query->getColumn(1).getString();
    meta.lastSeq = query->getColumn(2).getInt64();
    meta.durableSeq =
        query->getColumn(3).getInt() != 0 ? query->getColumn(4).getInt64() : meta.lastSeq;
    return meta;
}

void initialise(Connection& connection, const std::string& county, const std::string& epoch)
{
    const Prepared insert =
        connection.prepare("INSERT INTO hub (id, county, epoch) VALUES (1, ?, ?)");
    insert->bind(1, county);
    insert->bind(2, epoch);
    insert->exec();
}

void setEpoch(Connection& connection, const std::string& epoch)
{
    const Prepared update = connection.prepare("UPDATE hub SET epoch = ?");
    update->bind(1, epoch);
    update->exec();
}

void setDurable(Connection& connection, const std::string& mode)
{
    const Prepared update = connection.prepare("UPDATE hub SET durable = ?");
    update->bind(1, mode);
    update->exec();
}

void setBackupSeq(Connection& connection, std::int64_t seq)
{
    const Prepared update = connection.prepare("UPDATE hub SET backup_seq = ?");
    update->bind(1, seq);
    update->exec();
}

}  // namespace hub
