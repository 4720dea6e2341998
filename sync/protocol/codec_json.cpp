#include "core/domain/codec.h"
#include "sync/protocol/codec.h"
#include "sync/protocol/codec_fields.h"

namespace protocol {

using domain::io::Json;
using domain::io::Value;

namespace {
constexpr std::pair<Outcome, const char*> outcomeWords[] = {{Outcome::applied, "applied"},
                                                            {Outcome::duplicate, "duplicate"},
                                                            {Outcome::conflict, "conflict"},
                                                            {Outcome::quarantined, "quarantined"}};
constexpr std::size_t messageLimit = 2000;

Json encode(const PushResult& result)
{
    Json json{{"id", result.id.value}, {"seq", result.seq}};
    for (const auto& [outcome, word] : outcomeWords)
        if (outcome == result.outcome) json["outcome"] = word;
    if (!result.code.empty()) json["code"] = result.code;
    if (!result.message.empty()) json["message"] = result.message;
    if (!result.other.empty()) json["other"] = result.other.value;
    return json;
}

template <class Hashes>
Json listOf(const Hashes& hashes)
{
    Json list = Json::array();
    for (const domain::Sha256& hash : hashes) list.push_back(hash.value);
    return list;
}

std::vector<domain::Sha256> hashesIn(Fields& fields, const std::string& name)
{
    std::vector<domain::Sha256> hashes;
    if (const auto list = fields.list(name.c_str(), limits::haveHashes))
        for (const Value& hash : *list) {
            std::string_view text;
            if (hash.get(text) || !isSha256(text))
                fields.refuse("json.type", name + "[" + std::to_string(hashes.size()) + "]",
                              "应为 SHA-256");
            else
                hashes.push_back({std::string(text)});
        }
    return hashes;
}

base::Result<PushResult> decodePushResult(const Value& json, const std::string& path)
{
    Fields fields(json, path, Extra::ignored);
    PushResult result;
    result.id = {fields.text("id", 64)};
    result.seq = fields.whole("seq");
    const std::string outcome = fields.text("outcome", 20);
    bool known = false;
    for (const auto& [value, word] : outcomeWords)
        if (outcome == word) {
            result.outcome = value;
            known = true;
        }
    if (!known) fields.refuse("json.word_unknown", "outcome", "的取值不认识");
    result.code = fields.text("code", 100, false);
    result.message = fields.text("message", messageLimit, false);
    result.other = {fields.text("other", 64, false)};
    return fields.done(std::move(result));
}

Json encodeTablet(const EnrolRequest& tablet)
{
    Json json{{"deviceName", tablet.deviceName},
              {"incarnation", tablet.incarnation},
              {"publicKey", tablet.publicKey}};
    if (!tablet.onlyUser.empty()) json["onlyUser"] = tablet.onlyUser.value;
    return json;
}

EnrolRequest decodeTablet(Fields& fields)
{
    EnrolRequest tablet;
    tablet.deviceName = fields.text("deviceName", 240);
    tablet.incarnation = fields.text("incarnation", 64);
    tablet.publicKey = fields.text("publicKey", 64);
    tablet.onlyUser = {fields.text("onlyUser", 64, false)};
    if (!isSha256(tablet.publicKey))  // 32 bytes in hexadecimal, as a hash is
        fields.refuse("json.type", "publicKey", "应为 64 位十六进制");
    return tablet;
}
}  // namespace

std::string toBytes(const EnrolRequest& request)
{
    Json json = encodeTablet(request);
    json["code"] = request.code;
    return dump(json);
}

base::Result<EnrolRequest> enrolRequestFromBytes(const std::string& bytes)
{
    const auto json = parseLimited(bytes);
    if (!json) return tl::unexpected(json.error());
    Fields fields(json->root(), {}, Extra::refused);
    EnrolRequest request = decodeTablet(fields);
    request.code = fields.text("code", 64);
    return fields.done(std::move(request));
}

std::string toBytes(const SignInRequest& request)
{
    Json json = encodeTablet(request.tablet);
    json["user"] = request.user;
    json["password"] = request.password;
    return dump(json);
}

base::Result<SignInRequest> signInRequestFromBytes(const std::string& bytes)
{
    const auto json = parseLimited(bytes);
    if (!json) return tl::unexpected(json.error());
    Fields fields(json->root(), {}, Extra::refused);
    SignInRequest request;
    request.tablet = decodeTablet(fields);
    request.user = fields.text("user", 240);
    request.password = fields.text("password", limits::passwordBytes);
    return fields.done(std::move(request));
}

std::string toBytes(const EnrolAnswer& answer)
{
    return dump({{"token", answer.token},
                 {"device", answer.device.value},
                 {"user", Json::parse(canonicalJson(answer.user))},
                 {"countyName", answer.countyName},
                 {"epoch", answer.epoch}});
}

base::Result<EnrolAnswer> enrolAnswerFromBytes(const std::string& bytes)
{
    const auto json = parseLimited(bytes);
    if (!json) return tl::unexpected(json.error());
    Fields fields(json->root(), {}, Extra::ignored);
    EnrolAnswer answer;
    answer.token = fields.text("token");
    answer.device = {fields.text("device", 64)};
    answer.countyName = fields.text("countyName");
    answer.epoch = fields.text("epoch", 64);
    if (const auto user = fields.object("user", 20)) {
        if (auto read = domain::userFromJson(simdjson::minify(*user)))
            answer.user = std::move(*read);
        else
            fields.absorb(read.error());
    }
    return fields.done(std::move(answer));
}

std::string toBytes(const PushAnswer& answer)
{
    Json results = Json::array();
    for (const PushResult& result : answer.results) results.push_back(encode(result));
    return dump({{"results", std::move(results)}});
}

base::Result<PushAnswer> pushAnswerFromBytes(const std::string& bytes)
{
    const auto json = parseLimited(bytes);
    if (!json) return tl::unexpected(json.error());
    Fields fields(json->root(), {}, Extra::ignored);
    PushAnswer answer;
    if (const auto results = fields.list("results", limits::pushRecords))
        for (const Value& one : *results) {
            auto result =
                decodePushResult(one, "results[" + std::to_string(answer.results.size()) + "]");
            if (!result) return tl::unexpected(result.error());
            answer.results.push_back(std::move(*result));
        }
    return fields.done(std::move(answer));
}

std::string toBytes(const HaveRequest& request)
{
    return dump({{"hashes", listOf(request.hashes)}});
}

base::Result<HaveRequest> haveRequestFromBytes(const std::string& bytes)
{
    const auto json = parseLimited(bytes);
    if (!json) return tl::unexpected(json.error());
    Fields fields(json->root(), {}, Extra::refused);
    HaveRequest request{hashesIn(fields, "hashes")};
    return fields.done(std::move(request));
}

std::string toBytes(const HaveAnswer& answer)
{
    Json missing = Json::object();
    for (const auto& [hash, offset] : answer.missing) missing[hash.value] = offset;
    return dump({{"missing", std::move(missing)}, {"whole", listOf(answer.whole)}});
}

base::Result<HaveAnswer> haveAnswerFromBytes(const std::string& bytes)
{
    const auto json = parseLimited(bytes);
    if (!json) return tl::unexpected(json.error());
    Fields fields(json->root(), {}, Extra::ignored);
    HaveAnswer answer;
    if (const auto missing = fields.object("missing", limits::haveHashes)) {
        Fields offsets(*missing, "missing", Extra::ignored);
        for (const std::string& hash : offsets.keys())
            answer.missing[{hash}] = offsets.whole(hash.c_str());
        if (const auto read = offsets.done(true); !read) fields.absorb(read.error());
    }
    const auto whole = hashesIn(fields, "whole");
    answer.whole = {whole.begin(), whole.end()};
    return fields.done(std::move(answer));
}

std::string toBytes(const Problem& problem)
{
    Json json{{"code", problem.error.code}, {"message", problem.error.message}};
    if (!problem.error.where.empty()) json["where"] = problem.error.where;
    if (problem.retryAfterS) json["retryAfterS"] = *problem.retryAfterS;
    if (problem.expectedSeq) json["expectedSeq"] = *problem.expectedSeq;
    if (!problem.epoch.empty())
        json.update({{"epoch", problem.epoch}, {"lastSeq", problem.lastSeq}});
    return dump(json);
}

base::Result<Problem> problemFromBytes(int status, const std::string& bytes)
{
    const auto json = parseLimited(bytes);
    if (!json) return tl::unexpected(json.error());
    Fields fields(json->root(), {}, Extra::ignored);
    Problem problem;
    problem.status = status;
    problem.error = {fields.text("code", 100), fields.text("message", messageLimit),
                     fields.text("where", messageLimit, false)};
    if (fields.has("retryAfterS"))
        problem.retryAfterS =
            static_cast<int>(std::min<std::int64_t>(fields.whole("retryAfterS"), 86'400));
    if (fields.has("expectedSeq")) problem.expectedSeq = fields.whole("expectedSeq");
    problem.epoch = fields.text("epoch", 64, false);
    problem.lastSeq = fields.whole("lastSeq", false);
    return fields.done(std::move(problem));
}

}  // namespace protocol
