#include <catch2/catch.hpp>
#include <fstream>

#include "core/crypto/hash.h"
#include "core/crypto/password.h"
#include "core/crypto/random.h"
#include "core/crypto/sign.h"

TEST_CASE("SHA-256 gives the published values, in one piece, in pieces and of a file")
{
    CHECK(crypto::sha256("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    const std::string abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
    CHECK(crypto::sha256("abc") == abc);
    crypto::Sha256 hash;
    hash.update("a");
    CHECK(hash.hex() == crypto::sha256("a"));
    hash.update("bc");
    CHECK(hash.hex() == abc);
    const std::string path = "sha256_of_file.tmp";
    std::ofstream(path, std::ios::binary) << "abc";
    const auto ofFile = crypto::sha256OfFile(path);
    REQUIRE(ofFile);
    CHECK(ofFile->sha256 == abc);
    CHECK(ofFile->bytes == 3);
    std::remove(path.c_str());
    CHECK(crypto::sha256OfFile(path).error().code == "file.unreadable");
}

TEST_CASE("Hexadecimal reads back and refuses what is none")
{
    const std::uint8_t bytes[] = {0, 127, 255};
    CHECK(crypto::toHex(bytes) == "007fff");
    CHECK(crypto::fromHex("007fff") == std::string("\0\x7f\xff", 3));
    for (const char* text : {"0", "0g", "FF", "00f"})
        CHECK(crypto::fromHex(text).error().code == "hex.malformed");
}

TEST_CASE("A signature holds for its message and key only")
{
    const crypto::KeyPair pair = crypto::newKeyPair();
    const std::string signature = crypto::sign("村口", pair.secretKey);
    CHECK(crypto::verify("村口", signature, pair.publicKey));
    CHECK_FALSE(crypto::verify("村尾", signature, pair.publicKey));
    CHECK_FALSE(crypto::verify("村口", signature, crypto::newKeyPair().publicKey));
    CHECK_FALSE(crypto::verify("村口", "", pair.publicKey));
    CHECK_FALSE(crypto::verify("村口", signature, "zz"));
    CHECK_THROWS(crypto::sign("村口", "00"));
}

TEST_CASE("A password is verified by its hash, and no other password is")
{
    const std::string hash = crypto::passwordHash("1357", crypto::PasswordCost::lowest);
    CHECK(hash.starts_with("$argon2id$"));
    CHECK(hash != crypto::passwordHash("1357", crypto::PasswordCost::lowest));
    CHECK(crypto::passwordVerify("1357", hash));
    CHECK_FALSE(crypto::passwordVerify("1358", hash));
    CHECK_FALSE(crypto::passwordVerify("1357", "garbage"));
    CHECK_FALSE(crypto::passwordVerify("1357", std::string(5000, 'x')));
}

TEST_CASE("Random bytes differ and have the asked length")
{
    CHECK(crypto::randomHex(16).size() == 32);
    CHECK(crypto::randomHex(16) != crypto::randomHex(16));
    CHECK(crypto::equalInConstantTime("abc", "abc"));
    CHECK_FALSE(crypto::equalInConstantTime("abc", "abd"));
    CHECK_FALSE(crypto::equalInConstantTime("abc", "ab"));
}
