#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <span>

#include "sync/hub/media/media_store.h"
#include "sync/hub/request.h"

namespace hub::media {

/// The body of a request that appends to an upload.
class AppendSink final : public BodySink {
public:
    using Success = std::function<Response(const UploadState&)>;

    /// `lease` from Upload::begin.
    AppendSink(std::shared_ptr<Upload> upload, std::uint64_t lease, Counters& counters,
               Success success);
    /// As `cut` when the request did not end otherwise.
    ~AppendSink() override;

    std::optional<Response> chunk(std::span<const std::byte> piece) override;
    Response finish() override;
    void cut() override;

private:
    Response refused(Step step);

    std::shared_ptr<Upload> m_upload;
    std::uint64_t m_lease;
    Counters& m_counters;
    Success m_success;
    bool m_ended = false;
};

/// Answers at the first piece, so that a body nobody wants is not sent to its end.
class AnsweredSink final : public BodySink {
public:
    explicit AnsweredSink(Response response) : m_response(std::move(response)) {}
    std::optional<Response> chunk(std::span<const std::byte>) override { return m_response; }
    Response finish() override { return m_response; }
    void cut() override {}

private:
    Response m_response;
};

}  // namespace hub::media
