#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>

// The words of tus 1.0.0 in headers; all of it comes from outside.
namespace hub::media {

/// Upload-Metadata as key and decoded value; none when it is malformed, has a key twice, or is over
/// 2,000 characters.
std::optional<std::map<std::string, std::string>> parseMetadata(const std::string& text);

/// A length or offset: digits only, small enough for a file.
std::optional<std::int64_t> parseBytes(const std::string& text);

/// True for 64 characters of lower-case hexadecimal.
bool isSha256(const std::string& text);

}  // namespace hub::media
