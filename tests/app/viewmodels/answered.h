#pragma once

#include <QFuture>
#include <QPromise>
#include <utility>

#include "core/base/result.h"

namespace support {

/// What a page asked of the store or the hub, answered already.
template <class T>
QFuture<T> answered(T answer)
{
    QPromise<T> promise;
    promise.start();
    promise.addResult(std::move(answer));
    promise.finish();
    return promise.future();
}

/// The same for a decision or a step, where `{}` says that it was written.
inline QFuture<base::Result<void>> answered(base::Result<void> answer)
{
    return answered<base::Result<void>>(std::move(answer));
}

}  // namespace support
