#pragma once

#include <cstddef>

// The words of the contract: versions, header names, paths, codes, media types and limits.
namespace protocol {

inline constexpr int version = 1;
/// A hub serves oldestVersion..version; others get 426 "protocol.version".
inline constexpr int oldestVersion = 1;

/// Lower case, as both sides hold header names (HTTP does not tell case apart).
namespace header {
inline constexpr const char* protocol = "xuncun-protocol";
inline constexpr const char* nonce = "xuncun-nonce";
inline constexpr const char* epoch = "xuncun-epoch";
inline constexpr const char* durableSeq = "xuncun-durable-seq";
/// The sender's wall clock in ms since 1970: the tablet's on requests, the hub's on every answer.
inline constexpr const char* timeMs = "xuncun-time";
/// Of push bodies and of our answers' bodies.
inline constexpr const char* contentDigest = "content-digest";
/// Of the head it stands in, see headDigest in fields.h.
inline constexpr const char* headDigest = "xuncun-head";
/// In the answer of an upload that is whole: the SHA-256 of what is durable now.
inline constexpr const char* received = "xuncun-received";
inline constexpr const char* authorization = "authorization";  ///< "Bearer TOKEN"
inline constexpr const char* contentType = "content-type";
inline constexpr const char* retryAfter = "retry-after";
inline constexpr const char* etag = "etag";
inline constexpr const char* ifNoneMatch = "if-none-match";
/// "1.0.0" on everything under /v1/uploads.
inline constexpr const char* tusResumable = "tus-resumable";
inline constexpr const char* uploadLength = "upload-length";
inline constexpr const char* uploadOffset = "upload-offset";
/// Of a new upload: sha256 and kind (photo | thumb | original).
inline constexpr const char* uploadMetadata = "upload-metadata";
inline constexpr const char* uploadChecksum = "upload-checksum";  ///< of the chunk: "sha256 BASE64"
inline constexpr const char* location = "location";
/// When the draft was last changed or thrown away, by the tablet's clock in ms since 1970.
inline constexpr const char* draftChanged = "xuncun-changed";
/// Of a handover: whose records these are.
inline constexpr const char* device = "xuncun-device";
/// Of a handover and an enrolment: the device's signature of what it sends.
inline constexpr const char* signature = "xuncun-signature";
}  // namespace header

namespace path {
inline constexpr const char* enrol = "/v1/enrol";
inline constexpr const char* signIn = "/v1/sign-in";
inline constexpr const char* push = "/v1/push";
inline constexpr const char* handover = "/v1/handover";
inline constexpr const char* feed = "/v1/feed";
inline constexpr const char* reference = "/v1/reference/";  ///< + part
inline constexpr const char* drafts = "/v1/drafts/";        ///< + inspection id
inline constexpr const char* have = "/v1/blobs/have";
inline constexpr const char* blobs = "/v1/blobs/";     ///< + sha256
inline constexpr const char* uploads = "/v1/uploads";  ///< tus; an upload's own URL is in Location
}  // namespace path

/// What a refusal is called; the same words in the hub's answers, the client's decisions and the
/// manual.
namespace code {
inline constexpr const char* version = "protocol.version";  ///< 426
inline constexpr const char* token = "auth.token";          ///< 401: no or unknown token
inline constexpr const char* revoked = "auth.revoked";      ///< 403: this device may no longer read
inline constexpr const char* forbidden = "auth.scope";      ///< 403: not for this role or town
inline constexpr const char* enrolCode = "enrol.code";      ///< 403: unknown, used or expired
inline constexpr const char* signIn = "sign_in.wrong";      ///< 403: user or password
/// 403: not signed by the key that it names.
inline constexpr const char* enrolSignature = "enrol.signature";
/// 409: another person's unsent work is on the tablet; nothing was used up.
inline constexpr const char* otherUser = "enrol.other_user";
/// 409: the same tablet has just brought a newer snapshot.
inline constexpr const char* draftOlder = "draft.older";
inline constexpr const char* malformed = "request.malformed";  ///< 400
/// 400: body or head are not what their digests say.
inline constexpr const char* digest = "request.digest";
inline constexpr const char* tooLarge = "request.too_large";   ///< 413
inline constexpr const char* notFound = "request.not_found";   ///< 404
inline constexpr const char* busy = "hub.busy";                ///< 503 with Retry-After
inline constexpr const char* full = "hub.full";                ///< 507
inline constexpr const char* handover = "handover.signature";  ///< 403: not what its device signed
inline constexpr const char* pushGap = "push.gap";             ///< 409 with expectedSeq
inline constexpr const char* pushCloned = "push.cloned";       ///< 409: this number is taken
inline constexpr const char* pushDevice = "push.device";       ///< 403: not this tablet's record
inline constexpr const char* feedEpoch = "feed.epoch";         ///< 409 with epoch and lastSeq
inline constexpr const char* feedScope = "feed.scope";         ///< 409: read again from 0
/// 409: ask by HEAD and go on from there.
inline constexpr const char* uploadOffset = "upload.offset";
/// 460: the chunk was damaged and is dropped.
inline constexpr const char* uploadChecksum = "upload.checksum";
/// 460: the whole is not its hash; the upload is gone, begin anew.
inline constexpr const char* uploadHash = "upload.hash";
}  // namespace code

namespace media {
inline constexpr const char* json = "application/vnd.xuncun+json";  ///< one JSON value, errors too
/// zstd of lines of JSON
inline constexpr const char* lines = "application/vnd.xuncun.lines+zstd";
inline constexpr const char* offset = "application/offset+octet-stream";  ///< tus PATCH
inline constexpr const char* jpeg = "image/jpeg";
}  // namespace media

namespace limits {
inline constexpr std::size_t pushRecords = 50;
inline constexpr std::size_t pushCompressedBytes = 64 * 1024;
inline constexpr std::size_t pushPlainBytes = 1024 * 1024;
inline constexpr std::size_t draftsPage = 100;
inline constexpr std::size_t draftsPlainBytes = 1024 * 1024;
inline constexpr std::size_t feedRecords = 500;
inline constexpr std::size_t feedPlainBytes = 1024 * 1024;
inline constexpr std::size_t referencePlainBytes = 64 * 1024 * 1024;
inline constexpr std::size_t haveHashes = 500;
inline constexpr std::size_t passwordBytes = 200;
inline constexpr std::size_t jsonBytes = 256 * 1024;
inline constexpr std::size_t chunkBytes = 64 * 1024;
}  // namespace limits

}  // namespace protocol
