#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "core/domain/ids.h"
#include "core/domain/photo.h"
#include "core/domain/user.h"
#include "core/sqlite/database.h"

namespace store {

/// What enrolling gave this tablet.
struct Enrolment {
    domain::DeviceId device;
    std::string deviceName;
    std::string hubUrl;
    std::string token;
    domain::User user;
    std::string county;
    std::int64_t enrolledAtMs = 0;
    std::string hubPin;  ///< "sha256//BASE64" of the hub's public key; empty: not pinned
};

/// Who signs what this tablet makes. Made at the first start, before enrolment.
struct DeviceKeys {
    std::string
        incarnation;        ///< one installation: new when the database file was restored or copied
    std::string publicKey;  ///< Ed25519, hex
    std::string secretKey;
};

/// The one row that says who this tablet is. Writes are part of the caller's transaction.
class Identity {
public:
    explicit Identity(SQLite::Database& db) : m_db(db) {}

    /// Empty only before the action prepareDevice ran.
    std::optional<DeviceKeys> keys() const;
    /// Writes the first row, or after a restore new keys and counters beside the old enrolment.
    void putKeys(const DeviceKeys& keys, const std::string& fileId);
    /// Device and inode number of the database file when the keys were written; "" before.
    std::string fileId() const;

    std::optional<Enrolment> enrolment() const;
    void putEnrolment(const Enrolment& enrolment);
    /// The hub said that the token no longer holds; everything else stays, so that unsent work goes
    /// on after a new enrolment.
    void forgetToken();

    /// The next number without gaps; is used up by the caller's transaction or not at all.
    std::int64_t nextDeviceSeq();
    std::int64_t lastDeviceSeq() const;

    /// The link of the newest photo of this device; empty before the first.
    domain::Sha256 lastPhotoLink() const;
    /// The largest difference of wall and boot clock at a photo so far. A reboot only makes it
    /// larger, so a smaller one means that the wall clock was set back.
    std::optional<std::int64_t> wallMinusBootMs() const;
    /// The wall clock at the newest photo.
    std::optional<std::int64_t> lastPhotoWallMs() const;
    /// `trusted`: the satellites confirm the wall clock, so what was known of it before is void.
    void putLastPhoto(const domain::PhotoEntry& entry, bool trusted);

    std::optional<std::string> pinHash() const;
    void putPinHash(const std::optional<std::string>& hash);

private:
    SQLite::Database& m_db;
};

}  // namespace store
