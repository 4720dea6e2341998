#pragma once

#include <chrono>
#include <cstdlib>
#include <fstream>
#include <functional>
#include <memory>
#include <stdexcept>
#include <string>

#include "core/crypto/hash.h"
#include "core/crypto/sign.h"
#include "sync/protocol/codec.h"
#include "sync/protocol/fields.h"
#include "tests/hub/media/hub_process.h"
#include "tests/hub/web/raw_client.h"
#include "tests/support/temporary_folder.h"

namespace bench {

inline double secondsOf(const std::function<void()>& work)
{
    const auto start = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

inline void must(bool worked)
{
    if (!worked) throw std::runtime_error("bench: a step failed");
}

/// A hub with the demo county as a process of its own, and a tablet's token.
struct DemoHub {
    support::TemporaryFolder folder;
    std::unique_ptr<hubtest::HubProcess> process;
    std::string token;

    DemoHub()
    {
        const std::string command = std::string(XUNCUN_HUB) + " demo --data " + (folder / "hub") +
                                    " --codes " + (folder / "codes") + " > /dev/null";
        must(std::system(command.c_str()) == 0);
        process = std::make_unique<hubtest::HubProcess>(folder / "hub");
        protocol::EnrolRequest enrol;
        std::ifstream(folder / "codes") >> enrol.deviceName >> enrol.code;
        enrol.incarnation = std::string(32, 'a');
        const crypto::KeyPair keys = crypto::newKeyPair();
        enrol.publicKey = keys.publicKey;
        hub::Request request;
        request.method = "POST";
        request.path = protocol::path::enrol;
        request.headers = {{protocol::header::protocol, "1"},
                           {protocol::header::nonce, std::string(32, 'c')},
                           {protocol::header::contentType, protocol::media::json}};
        request.body = protocol::toBytes(enrol);
        request.headers[protocol::header::signature] =
            crypto::sign(protocol::enrolMessage(request.body), keys.secretKey);
        testing::RawClient client(process->port());
        client.send(hubtest::textOf(request));
        const auto answer = protocol::enrolAnswerFromBytes(client.receive().body);
        must(answer.has_value());
        token = answer->token;
    }

    hub::Request creation(const std::string& photo) const
    {
        hub::Request request;
        request.method = "POST";
        request.path = protocol::path::uploads;
        request.headers = {{protocol::header::tusResumable, "1.0.0"},
                           {protocol::header::authorization, "Bearer " + token},
                           {protocol::header::uploadLength, std::to_string(photo.size())},
                           {protocol::header::uploadMetadata,
                            protocol::uploadMetadata({{"sha256", crypto::sha256(photo)}})}};
        return request;
    }
};

}  // namespace bench
