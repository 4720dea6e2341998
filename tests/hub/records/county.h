#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "core/crypto/sign.h"
#include "core/domain/campaign.h"
#include "core/domain/inspection.h"
#include "core/domain/record.h"
#include "core/domain/review.h"
#include "sync/hub/hub.h"
#include "sync/protocol/messages.h"

// A hub with a small made-up county, asked without sockets.
namespace hubtest {

class FakeClock final : public base::Clock {
public:
    std::int64_t wallMs() const override { return nowMs; }
    std::int64_t bootMs() const override { return nowMs; }
    std::int64_t nowMs = 1'795'000'000'000;
};

/// Random bytes from a seed.
base::RandomBytes seeded(std::uint64_t seed);

/// A folder that goes away with the test.
class TempFolder {
public:
    TempFolder();
    ~TempFolder();
    std::filesystem::path path;
};

/// A tablet as the hub sees one.
struct Tablet {
    domain::User user;
    domain::DeviceId device;
    std::string token;
    std::string incarnation;
    std::int64_t nextSeq = 1;
};

/// Two towns of two villages, sheets MV and LJ, one published campaign of both, an inspector 张三
/// of the first town, an inspector 李四 of the second, a supervisor of the first who may adjust
/// points, a chief.
class County {
public:
    County();

    hub::Hub& hub() { return *m_hub; }
    void close() { m_hub.reset(); }
    void reopen();
    hub::Response ask(hub::Request request);
    hub::Response get(const Tablet& tablet, const std::string& path,
                      std::map<std::string, std::string> query = {});
    hub::Response send(const Tablet& tablet, const std::string& method, const std::string& path,
                       const std::string& type, std::string body);

    std::string enrolCode(const std::string& user);
    hub::Response enrol(const std::string& code, const std::string& incarnation,
                        const domain::UserId& onlyUser = {});
    /// As a tablet asks that is not enrolled yet: signed by its key.
    hub::Response askSigned(const char* path, const std::string& body,
                            const std::string& remote = {});
    Tablet tabletOf(const std::string& user);

    domain::Record record(Tablet& tablet, const std::string& kind, const std::string& body);
    /// One visit of a village with every item in order.
    domain::Inspection inspection(const Tablet& tablet, const std::string& village,
                                  const std::string& kind = "MV");
    domain::PhotoEntry photo(const std::string& content);
    domain::Record submitted(Tablet& tablet, const domain::Inspection& inspection);
    domain::Record reviewed(Tablet& tablet, const domain::Inspection& inspection,
                            domain::Decision decision, const std::string& comment = "看过");

    hub::Response push(const Tablet& tablet, const std::vector<domain::Record>& records);
    hub::Response pushLines(const Tablet& tablet, const std::vector<std::string>& lines);
    /// The outcome of pushing a single record. Requires that the hub answers 200.
    protocol::PushResult pushOne(const Tablet& tablet, const domain::Record& record);
    protocol::FeedPage feed(const Tablet& tablet, std::int64_t after = 0);
    std::vector<std::string> reference(const Tablet& tablet, const std::string& part);
    void storeBlob(const domain::PhotoEntry& photo);

    FakeClock clock;
    base::RandomBytes random;
    base::UuidSource ids;
    TempFolder folder;
    crypto::KeyPair keys = crypto::newKeyPair();  ///< all tablets enrol with these
    domain::Campaign campaign;

private:
    void fill();
    std::unique_ptr<hub::Hub> m_hub;
};

protocol::Problem problemOf(const hub::Response& response);
protocol::PushAnswer answerOf(const hub::Response& response);
std::string textOf(protocol::Outcome outcome);

inline const std::string town1 = "330799001000";
inline const std::string village11 = "330799001201";
inline const std::string village12 = "330799001202";
inline const std::string town2 = "330799002000";
inline const std::string village21 = "330799002201";

}  // namespace hubtest
