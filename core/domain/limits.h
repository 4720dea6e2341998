#pragma once

#include <cstddef>

// Limits on what comes from outside, the same on the tablet and on the hub.
namespace domain::limits {

inline constexpr std::size_t recordBytes = 256 * 1024;
inline constexpr std::size_t nameCharacters = 80;
inline constexpr std::size_t noteCharacters = 2000;
inline constexpr std::size_t itemsPerChecklist = 300;
inline constexpr std::size_t findingsPerAnswer = 200;
inline constexpr std::size_t photosPerInspection = 300;
inline constexpr std::size_t elementsPerList =
    5'000'000;  // three checks of each village of the country are two million
inline constexpr std::size_t photoBytes = 8 * 1024 * 1024;
inline constexpr std::size_t originalBytes = 60 * 1024 * 1024;
inline constexpr std::size_t thumbnailBytes = 128 * 1024;
inline constexpr std::size_t jsonDepth = 12;

}  // namespace domain::limits
