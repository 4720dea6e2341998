#include "core/store/identity.h"

#include "core/domain/codec.h"
#include "core/sqlite/bind.h"

namespace store {

std::optional<DeviceKeys> Identity::keys() const
{
    SQLite::Statement query(m_db, "SELECT incarnation, public_key, secret_key FROM identity");
    if (!query.executeStep()) return {};
    return DeviceKeys{query.getColumn(0).getString(), query.getColumn(1).getString(),
                      query.getColumn(2).getString()};
}

void Identity::putKeys(const DeviceKeys& keys, const std::string& fileId)
{
    sqlite::run(m_db, R"sql(
        INSERT INTO identity (one, incarnation, file_id, public_key, secret_key) VALUES (1, ?1, ?2, ?3, ?4)
        ON CONFLICT (one) DO UPDATE SET incarnation = excluded.incarnation, file_id = excluded.file_id,
            public_key = excluded.public_key, secret_key = excluded.secret_key,
            last_device_seq = 0)sql",
                keys.incarnation, fileId, keys.publicKey, keys.secretKey);
}

std::string Identity::fileId() const
{
    SQLite::Statement query(m_db, "SELECT file_id FROM identity");
    return query.executeStep() ? query.getColumn(0).getString() : std::string();
}

std::optional<Enrolment> Identity::enrolment() const
{
    SQLite::Statement query(m_db, R"sql(
        SELECT device, device_name, hub_url, coalesce(token, ''), user, county, enrolled_at_ms, hub_pin
        FROM identity WHERE device IS NOT NULL)sql");
    if (!query.executeStep()) return {};
    Enrolment enrolment;
    enrolment.device = {query.getColumn(0).getString()};
    enrolment.deviceName = query.getColumn(1).getString();
    enrolment.hubUrl = query.getColumn(2).getString();
    enrolment.token = query.getColumn(3).getString();
    enrolment.user = domain::userFromJson(query.getColumn(4).getString()).value();
    enrolment.county = query.getColumn(5).getString();
    enrolment.enrolledAtMs = query.getColumn(6).getInt64();
    enrolment.hubPin = query.getColumn(7).getString();
    return enrolment;
}

void Identity::putEnrolment(const Enrolment& enrolment)
{
    sqlite::run(m_db, R"sql(
        UPDATE identity SET device = ?1, device_name = ?2, hub_url = ?3, token = ?4, user = ?5, county = ?6,
            enrolled_at_ms = ?7, hub_pin = ?8)sql",
                enrolment.device, enrolment.deviceName, enrolment.hubUrl, enrolment.token,
                domain::canonicalJson(enrolment.user), enrolment.county, enrolment.enrolledAtMs,
                enrolment.hubPin);
}

void Identity::forgetToken()
{
    m_db.exec("UPDATE identity SET token = NULL");
}

std::int64_t Identity::nextDeviceSeq()
{
    SQLite::Statement query(
        m_db,
        "UPDATE identity SET last_device_seq = last_device_seq + 1 RETURNING last_device_seq");
    query.executeStep();
    const std::int64_t next = query.getColumn(0).getInt64();
    while (query.executeStep()) {
    }
    return next;
}

std::int64_t Identity::lastDeviceSeq() const
{
    return m_db.execAndGet("SELECT last_device_seq FROM identity").getInt64();
}

domain::Sha256 Identity::lastPhotoLink() const
{
    return {m_db.execAndGet("SELECT last_photo_link FROM identity").getString()};
}

std::optional<std::int64_t> Identity::wallMinusBootMs() const
{
    return sqlite::optionalInt64(m_db.execAndGet("SELECT wall_minus_boot_ms FROM identity"));
}

std::optional<std::int64_t> Identity::lastPhotoWallMs() const
{
    return sqlite::optionalInt64(m_db.execAndGet("SELECT last_photo_wall_ms FROM identity"));
}

void Identity::putLastPhoto(const domain::PhotoEntry& entry, bool trusted)
{
    sqlite::run(m_db, R"sql(
        UPDATE identity SET last_photo_link = ?1,
            wall_minus_boot_ms = iif(?4, ?2, max(coalesce(wall_minus_boot_ms, ?2), ?2)),
            last_photo_wall_ms = iif(?4, ?3, max(coalesce(last_photo_wall_ms, ?3), ?3)))sql",
                entry.link, entry.clocks.wallMs - entry.clocks.bootMs, entry.clocks.wallMs,
                trusted);
}

std::optional<std::string> Identity::pinHash() const
{
    SQLite::Statement query(m_db, "SELECT pin_hash FROM identity WHERE pin_hash IS NOT NULL");
    if (!query.executeStep()) return {};
    return query.getColumn(0).getString();
}

void Identity::putPinHash(const std::optional<std::string>& hash)
{
    sqlite::run(m_db, "UPDATE identity SET pin_hash = ?1", hash);
}

}  // namespace store
