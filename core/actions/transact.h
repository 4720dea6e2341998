#pragma once

#include <utility>

#include "core/actions/context.h"
#include "core/base/result.h"
#include "core/domain/record.h"

// For the actions themselves.
namespace actions {

base::Error notSaved(const SQLite::Exception& failure);

/// Runs the work in one transaction: committed when it gives a value, rolled back when it gives an
/// error or the machine fails.
template <class Work>
auto transact(Context& context, Work work) -> decltype(work())
{
    try {
        SQLite::Transaction transaction(context.db, SQLite::TransactionBehavior::IMMEDIATE);
        auto result = work();
        if (result) transaction.commit();
        return result;
    } catch (const SQLite::Exception& failure) {
        return tl::unexpected(notSaved(failure));
    }
}

/// A read that an action or a screen needs, with the machine's failures as errors.
template <class Work>
auto reading(Work work) -> decltype(work())
{
    try {
        return work();
    } catch (const SQLite::Exception& failure) {
        return tl::unexpected(notSaved(failure));
    }
}

/// Writes a record of this device with its outbox entry: part of the caller's transaction.
/// Fails with "device.not_enrolled" or "record.too_large".
base::Result<domain::Record> appendRecord(Context& context, domain::RecordKind kind,
                                          std::string body);

inline tl::unexpected<base::Error> draftUnknown()
{
    return base::fail("draft.unknown", "这份检查已提交或已删除，请返回列表");
}

}  // namespace actions
