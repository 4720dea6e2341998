#include <stdexcept>

#include "core/crypto/hash.h"
#include "core/domain/codec.h"
#include "sync/hub/store/projections.h"
#include "sync/hub/store/rectifications.h"

namespace hub {

namespace {
[[noreturn]] void unreadable(const Logged& logged, const base::Error& error)
{
    throw std::runtime_error("record " + logged.record +
                             " in the log cannot be read: " + error.code + " " + error.where);
}

template <class T>
T need(base::Result<T> result, const Logged& logged)
{
    if (!result) unreadable(logged, result.error());
    return std::move(*result);
}

void fold(Connection& connection, const Logged& logged)
{
    const domain::Record record = need(domain::recordFromJson(logged.bytes), logged);
    switch (domain::kindOf(record.kind)) {
        case domain::RecordKind::inspection:
            foldInspection(connection, record.id, logged.concerns,
                           need(domain::inspectionFromJson(record.body), logged));
            return;
        case domain::RecordKind::review:
            foldReview(connection, record.id, logged.seq,
                       need(domain::reviewFromJson(record.body), logged));
            return;
        case domain::RecordKind::photoReceived:
            foldPhotoReceived(connection, logged.seq, logged.concerns,
                              need(domain::photoReceivedFromJson(record.body), logged).sha256);
            return;
        case domain::RecordKind::photoRejected:
            foldPhotoRejected(connection, logged.concerns,
                              need(domain::photoReceivedFromJson(record.body), logged).sha256);
            return;
        case domain::RecordKind::rectification:
            foldRectification(connection, record, logged.concerns,
                              need(domain::rectificationStepFromJson(record.body), logged));
            return;
        case domain::RecordKind::appeal:
            foldAppeal(connection, record.id, need(domain::appealFromJson(record.body), logged));
            return;
        case domain::RecordKind::publication:
        case domain::RecordKind::redaction:
        case domain::RecordKind::scope:
        case domain::RecordKind::unknown:
            return;
    }
}
}  // namespace

std::int64_t rebuild(Connection& connection)
{
    for (const char* statement : {"DELETE FROM photo", "DELETE FROM review", "DELETE FROM revision",
                                  "DELETE FROM inspection", "DELETE FROM rectification_photo",
                                  "DELETE FROM rectification", "DELETE FROM appeal"})
        connection.db().exec(statement);
    std::int64_t count = 0;
    readLog(connection, 0, [&](const Logged& logged) {
        fold(connection, logged);
        ++count;
        return true;
    });
    return count;
}

std::string projectionsHash(Connection& connection)
{
    crypto::Sha256 hash;
    for (const char* query :
         {"SELECT * FROM inspection ORDER BY id",
          "SELECT * FROM revision ORDER BY inspection, revision",
          "SELECT * FROM review ORDER BY record", "SELECT * FROM photo ORDER BY inspection, sha256",
          "SELECT * FROM rectification ORDER BY finding",
          "SELECT * FROM rectification_photo ORDER BY finding, sha256",
          "SELECT * FROM appeal ORDER BY record"}) {
        const Prepared rows = connection.prepare(query);
        while (rows->executeStep()) {
            for (int column = 0; column < rows->getColumnCount(); ++column)
                hash.update(rows->getColumn(column).getString() + '\x1f');
            hash.update("\n");
        }
    }
    return hash.hex();
}

}  // namespace hub
