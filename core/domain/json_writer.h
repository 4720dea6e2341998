#pragma once

#include <cmath>
#include <nlohmann/json.hpp>
#include <span>
#include <string>
#include <type_traits>
#include <utility>

// How domain values are described once and both written and read: `describe(io, value)` names each
// field, and Writer and Reader (json_reader.h) are the two ways of following the description. For
// codec files only.
namespace domain::io {

using Json = nlohmann::json;

template <class Enum>
struct Word {
    Enum value;
    const char* text;
};

/// The words of an enum, as `inline std::span<const Word<E>> wordsOf(E)` beside its description.
template <class T>
concept Worded = requires(T value)
{
    wordsOf(value);
};

class Writer {
public:
    template <class T>
    void field(const char* name, const T& value)
    {
        m_json[name] = encode(value);
    }
    /// A field that is left out while it is empty or zero.
    template <class T>
    void optional(const char* name, const T& value)
    {
        if (value != T{}) m_json[name] = encode(value);
    }
    void degrees(const char* name, double value) { m_json[name] = std::llround(value * 1e7); }
    void metres(const char* name, double value) { m_json[name] = std::llround(value * 1e3); }
    Json take() { return std::move(m_json); }

    template <class T>
    static Json encode(const T& value)
    {
        if constexpr (Worded<T>) {
            for (const auto& word : wordsOf(value))
                if (word.value == value) return word.text;
            return nullptr;
        } else if constexpr (requires { value.hundredths; }) {
            return value.hundredths;
        } else if constexpr (requires { value.value.size(); }) {
            return value.value;
        } else if constexpr (std::is_arithmetic_v<T> || std::is_same_v<T, std::string>) {
            return value;
        } else if constexpr (requires { value.has_value(); }) {
            return encode(*value);
        } else if constexpr (requires { typename T::mapped_type; }) {
            Json object = Json::object();
            for (const auto& [key, element] : value) object[key.value] = encode(element);
            return object;
        } else if constexpr (requires { value.begin(); }) {
            Json list = Json::array();
            for (const auto& element : value) list.push_back(encode(element));
            return list;
        } else {
            Writer inner;
            describe(inner, const_cast<T&>(value));  // a Writer only reads
            return inner.take();
        }
    }

private:
    Json m_json = Json::object();
};

template <class T>
std::string write(const T& value)
{
    return Writer::encode(value).dump();
}

}  // namespace domain::io
