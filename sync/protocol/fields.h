#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>

#include "core/base/result.h"
#include "core/domain/ids.h"

// The values of our HTTP headers. Readers never throw; what is not well formed is a failure with
// code "header.*".
namespace protocol {

/// "sha-256=:BASE64:" (RFC 9530).
std::string contentDigest(const domain::Sha256& sha256);
/// The sha-256 among the digests of a Content-Digest.
base::Result<domain::Sha256> contentDigestFrom(std::string_view text);

/// The digest of a head, in the form of a Content-Digest: SHA-256 over `first` ("METHOD TARGET" of
/// a request, the status of an answer) and, by name, the headers that something hangs on: all named
/// xuncun-* and upload-*, and authorization, content-digest, content-type, if-none-match, range,
/// retry-after and tus-resumable; each part ends with a line feed, a header is "name: value". Names
/// in `headers` are in lower case; an empty value is as no header, and a head's digest does not
/// count.
std::string headDigest(std::string_view first, const std::map<std::string, std::string>& headers);

/// "sha256 BASE64", tus's Upload-Checksum.
std::string uploadChecksum(const domain::Sha256& sha256);

/// "key BASE64,key2 BASE64", tus's Upload-Metadata; a key without a value has an empty one.
std::string uploadMetadata(const std::map<std::string, std::string>& values);
base::Result<std::map<std::string, std::string>> uploadMetadataFrom(std::string_view text);

/// True for 64 lower-case hexadecimal characters.
bool isSha256(std::string_view text);
/// True for 32 lower-case hexadecimal characters: what a nonce looks like.
bool isNonce(std::string_view text);

/// What the key of an enrolling tablet signs of the body of its request, so that nobody else can
/// pass for it. The body holds the code or password, so a signature is good for those only.
std::string enrolMessage(std::string_view body);

std::string base64(std::string_view bytes);
base::Result<std::string> fromBase64(std::string_view text);

/// Digits only, at most 18 of them: lengths, offsets and sequence numbers in headers and queries.
base::Result<std::int64_t> wholeFrom(std::string_view text);

}  // namespace protocol
