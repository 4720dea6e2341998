#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "sync/protocol/messages.h"

// Messages as bytes and back.
//
// Readers take bytes from outside: they never throw, hold to messages.h's limits, and fail with
// code "json.*" or "wire.*" and `where` naming the path. Readers of requests refuse keys they do
// not know; readers of answers pass over them, so that a hub may say more to newer tablets within
// one protocol version.
namespace protocol {

std::string toBytes(const EnrolRequest& request);
std::string toBytes(const SignInRequest& request);
std::string toBytes(const EnrolAnswer& answer);
std::string toBytes(const PushAnswer& answer);
std::string toBytes(const HaveRequest& request);
std::string toBytes(const HaveAnswer& answer);
std::string toBytes(const Problem& problem);

base::Result<EnrolRequest> enrolRequestFromBytes(const std::string& bytes);
base::Result<SignInRequest> signInRequestFromBytes(const std::string& bytes);
base::Result<EnrolAnswer> enrolAnswerFromBytes(const std::string& bytes);
base::Result<PushAnswer> pushAnswerFromBytes(const std::string& bytes);
base::Result<HaveRequest> haveRequestFromBytes(const std::string& bytes);
base::Result<HaveAnswer> haveAnswerFromBytes(const std::string& bytes);
/// The problem that an answer with this status carries.
base::Result<Problem> problemFromBytes(int status, const std::string& bytes);

/// The first line of a feed page, without its line end.
std::string feedHeadLine(const FeedHead& head);
/// A record's line in a feed page, from the canonical text that the hub keeps (see
/// domain::canonical).
std::string feedRecordLine(std::int64_t seq, std::int64_t receivedAtMs,
                           std::string_view canonicalRecord);
/// A page from its plain lines (see unpackLines).
base::Result<FeedPage> feedPageFromLines(std::span<const std::string> lines);

/// Lines joined and compressed: a body of media::lines. No line may hold a line end.
std::string packLines(std::span<const std::string> lines);
/// The lines of a whole body of media::lines, refused ("wire.*") beyond the limits; empty lines are
/// refused too.
base::Result<std::vector<std::string>> unpackLines(std::string_view body, std::size_t plainLimit,
                                                   std::size_t linesLimit);
/// Plain text from Unpacker split into lines, as unpackLines does.
base::Result<std::vector<std::string>> splitLines(std::string_view plain, std::size_t linesLimit);

}  // namespace protocol
