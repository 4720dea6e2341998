#include "sync/protocol/fields.h"

#include <catch2/catch.hpp>

#include "core/crypto/hash.h"

using namespace protocol;

TEST_CASE("Base64 is as RFC 4648 has it, and refuses what is not")
{
    const std::pair<const char*, const char*> known[] = {{"", ""},
                                                         {"f", "Zg=="},
                                                         {"fo", "Zm8="},
                                                         {"foo", "Zm9v"},
                                                         {"foob", "Zm9vYg=="},
                                                         {"fooba", "Zm9vYmE="},
                                                         {"foobar", "Zm9vYmFy"}};
    for (const auto& [plain, coded] : known) {
        CHECK(base64(plain) == coded);
        CHECK(fromBase64(coded).value() == plain);
    }
    CHECK_FALSE(fromBase64("Zg="));
    CHECK_FALSE(fromBase64("Z=g="));
    CHECK_FALSE(fromBase64("Zm 9"));
    CHECK_FALSE(fromBase64("===="));
}

TEST_CASE("A content digest names the hash as RFC 9530 does")
{
    const domain::Sha256 empty{"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"};
    const std::string text = contentDigest(empty);
    CHECK(text == "sha-256=:47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=:");
    CHECK(contentDigestFrom(text).value() == empty);
    CHECK(contentDigestFrom("md5=:AAAA:, " + text).value() == empty);
    CHECK_FALSE(contentDigestFrom("sha-256=:AAAA:"));
    CHECK_FALSE(contentDigestFrom(""));
    CHECK(uploadChecksum(empty) == "sha256 47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=");
}

TEST_CASE("Upload metadata comes back as it was, and what is malformed is refused")
{
    const std::map<std::string, std::string> values{{"kind", "photo"}, {"sha256", "ab"}, {"x", ""}};
    CHECK(uploadMetadataFrom(uploadMetadata(values)).value() == values);
    CHECK_FALSE(uploadMetadataFrom("sha256 !!"));
    CHECK_FALSE(uploadMetadataFrom("a YQ==,a YQ=="));
    CHECK_FALSE(uploadMetadataFrom(",,"));
}

TEST_CASE("Whole numbers of headers are digits that fit")
{
    CHECK(wholeFrom("0").value() == 0);
    CHECK(wholeFrom("999999999999999999").value() == 999'999'999'999'999'999);
    for (const char* bad : {"", "-1", "+1", " 1", "1.0", "1e3", "9999999999999999999"})
        CHECK_FALSE(wholeFrom(bad));
    CHECK(isNonce(std::string(32, 'f')));
    CHECK_FALSE(isNonce(std::string(32, 'F')));
    CHECK_FALSE(isSha256(std::string(63, 'f')));
}

TEST_CASE("The digest of a head covers what something hangs on, and nothing that proxies add")
{
    const std::map<std::string, std::string> head{{"xuncun-nonce", "n"}, {"upload-length", "12"}};
    const std::string digest = headDigest("POST /v1/uploads", head);
    CHECK(digest == contentDigest({crypto::sha256(
                        "POST /v1/uploads\nupload-length: 12\nxuncun-nonce: n\n")}));
    auto more = head;
    more.insert({{"via", "1.1 proxy"}, {"if-none-match", ""}, {"xuncun-head", digest}});
    CHECK(headDigest("POST /v1/uploads", more) == digest);
    CHECK(headDigest("POST /v1/upload", head) != digest);
    more["upload-length"] = "13";
    CHECK(headDigest("POST /v1/uploads", more) != digest);
}
