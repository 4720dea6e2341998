#include "core/actions/device.h"

#include <fmt/format.h>
#include <sys/stat.h>

#include "core/actions/transact.h"
#include "core/crypto/random.h"
#include "core/crypto/sign.h"
#include "core/store/drafts.h"
#include "core/store/outbox.h"

namespace actions {

namespace {
std::string fileIdOf(const std::string& path)
{
    struct stat info {};
    if (stat(path.c_str(), &info) != 0) return {};
    return fmt::format("{}:{}", info.st_dev, info.st_ino);
}
}  // namespace

base::Result<store::DeviceKeys> prepareDevice(Context& context)
{
    return transact(context, [&]() -> base::Result<store::DeviceKeys> {
        store::Identity identity(context.db);
        const std::string fileId = fileIdOf(context.db.getFilename());
        const auto keys = identity.keys();
        if (keys && identity.fileId() == fileId) return *keys;
        const crypto::KeyPair pair = crypto::newKeyPair();
        const store::DeviceKeys fresh{crypto::randomHex(16), pair.publicKey, pair.secretKey};
        identity.putKeys(fresh, fileId);
        store::Outbox outbox(context.db);
        for (const domain::RecordId& record : outbox.unsettledRecords())
            outbox.renumber(record, fresh.incarnation, identity.nextDeviceSeq());
        return fresh;
    });
}

domain::UserId ownerOfUnsent(Context& context)
{
    const auto enrolment = store::Identity(context.db).enrolment();
    const bool unsent =
        store::Outbox(context.db).unsettledCount() > 0 || !store::Drafts(context.db).list().empty();
    return enrolment && unsent ? enrolment->user.id : domain::UserId{};
}

base::Result<void> storeEnrolment(Context& context, const store::Enrolment& enrolment)
{
    return transact(context, [&]() -> base::Result<void> {
        store::Identity identity(context.db);
        if (!identity.keys())
            return base::fail("device.not_prepared", "本机尚未初始化，请重新打开应用");
        const domain::UserId owner = ownerOfUnsent(context);
        if (!owner.empty() && owner != enrolment.user.id)
            return base::fail("enrol.other_user",
                              fmt::format("本机还有{}未发送的工作，请先由本人同步后再换人登记",
                                          identity.enrolment()->user.name));
        identity.putEnrolment(enrolment);
        return {};
    });
}

}  // namespace actions
