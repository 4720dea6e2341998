#include "core/actions/transact.h"

#include <sqlite3.h>

#include "core/domain/limits.h"
#include "core/store/identity.h"
#include "core/store/outbox.h"
#include "core/store/records.h"

namespace actions {

base::Error notSaved(const SQLite::Exception& failure)
{
    switch (failure.getErrorCode()) {
        case SQLITE_FULL:
            return {"store.full", "未保存：存储空间已满，请先清理空间再试", {}};
        case SQLITE_BUSY:
        case SQLITE_LOCKED:
            return {"store.busy", "未保存：数据正忙，请再试一次", {}};
        default:
            return {"store.io",
                    std::string("未保存：存储出错，请重新打开应用（") + failure.what() + "）",
                    {}};
    }
}

base::Result<domain::Record> appendRecord(Context& context, domain::RecordKind kind,
                                          std::string body)
{
    store::Identity identity(context.db);
    const auto enrolment = identity.enrolment();
    const auto keys = identity.keys();
    if (!enrolment || !keys) return base::fail("device.not_enrolled", "本机尚未登记，请先登记");
    domain::Record record;
    record.id = {context.ids.next()};
    record.kind = domain::toText(kind);
    record.author = enrolment->user.id;
    record.device = enrolment->device;
    record.incarnation = keys->incarnation;
    record.createdAtMs = context.clock.wallMs();
    record.body = std::move(body);
    record.deviceSeq = identity.nextDeviceSeq();
    if (domain::canonical(record).size() > domain::limits::recordBytes)
        return base::fail("record.too_large", "内容超过 256 KB，请减少备注或照片后再提交");
    store::Records(context.db).addOwn(record);
    store::Outbox(context.db).append(record);
    return record;
}

}  // namespace actions
