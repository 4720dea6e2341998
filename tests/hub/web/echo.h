#pragma once

#include <chrono>
#include <condition_variable>
#include <memory>
#include <mutex>
#include <optional>
#include <stdexcept>
#include <string>
#include <thread>

#include "sync/hub/http_server.h"
#include "tests/hub/web/raw_client.h"

namespace hubtest {

/// Answers GET with the path, takes POST whole up to 1,000 bytes, and streams PUT.
class Echo final : public hub::Handler {
public:
    class Sink final : public hub::BodySink {
    public:
        explicit Sink(Echo& echo) : m_echo(echo) {}
        std::optional<hub::Response> chunk(std::span<const std::byte> piece) override
        {
            m_echo.took({reinterpret_cast<const char*>(piece.data()), piece.size()});
            m_echo.waitUntilLetGo();
            if (m_echo.refuseChunk) return hub::Response{409, {}, "early", {}};
            return std::nullopt;
        }
        hub::Response finish() override { return {204, {}, {}, {}}; }
        void cut() override { m_echo.took("<cut>"); }

    private:
        Echo& m_echo;
    };

    hub::Intake intake(const hub::Request& request) override
    {
        if (request.path == "/refused") return hub::Response{403, {}, "no", {}};
        if (request.method == "PUT")
            return hub::StreamedBody{std::make_unique<Sink>(*this), 500'000};
        return hub::WholeBody{1000};
    }

    hub::Response handle(const hub::Request& request) override
    {
        if (request.path == "/throws") throw std::runtime_error("secret detail");
        if (request.path == "/slow") std::this_thread::sleep_for(std::chrono::milliseconds(300));
        hub::Response response;
        response.body = request.method + " " + request.path + " " + request.body;
        return response;
    }

    void stamp(const hub::Request& request, hub::Response& response) const override
    {
        response.headers["x-nonce"] = request.header("x-nonce");
    }

    void took(const std::string& bytes)
    {
        const std::lock_guard lock(m_mutex);
        received += bytes;
        m_changed.notify_all();
    }
    bool waitFor(const std::string& expected)
    {
        std::unique_lock lock(m_mutex);
        return m_changed.wait_for(lock, std::chrono::seconds(20),
                                  [&] { return received == expected; });
    }

    /// While held, no piece is done with.
    void hold(bool held)
    {
        const std::lock_guard lock(m_mutex);
        m_held = held;
        m_changed.notify_all();
    }
    void waitUntilLetGo()
    {
        std::unique_lock lock(m_mutex);
        m_changed.wait(lock, [&] { return !m_held; });
    }

    std::string received;
    bool refuseChunk = false;

private:
    bool m_held = false;
    std::mutex m_mutex;
    std::condition_variable m_changed;
};

inline hub::HttpOptions small()
{
    hub::HttpOptions options;
    options.workers = 4;
    return options;
}

inline testing::RawClient::Answer ask(testing::RawClient& client, const std::string& text)
{
    client.send(text);
    return client.receive();
}

}  // namespace hubtest
