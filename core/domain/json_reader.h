#pragma once

#include <set>
#include <string>
#include <utility>

#include "core/base/result.h"
#include "core/domain/json_writer.h"
#include "core/domain/limits.h"

namespace domain::io {

/// Follows a description over untrusted JSON. The first thing wrong is kept, and everything after
/// it is skipped.
class Reader {
public:
    Reader(const Json& json, std::string path, base::Error& error);

    template <class T>
    void field(const char* name, T& value)
    {
        if (const Json* found = find(name, true)) decode(*found, value, at(name));
    }
    template <class T>
    void optional(const char* name, T& value)
    {
        if (const Json* found = find(name, false)) decode(*found, value, at(name));
    }
    void degrees(const char* name, double& value) { number(name, value, 1e7); }
    void metres(const char* name, double& value) { number(name, value, 1e3); }
    /// Refuses keys that the description did not name.
    void finish();

private:
    const Json* find(const char* name, bool required);
    std::string at(const char* name) const { return m_path.empty() ? name : m_path + "." + name; }
    void refuse(const char* code, const std::string& where, const std::string& what);
    void number(const char* name, double& value, double scale);
    void decodeText(const Json& json, std::string& value, const std::string& where);
    void decodeWhole(const Json& json, std::int64_t& value, const std::string& where);

    template <class T>
    void decode(const Json& json, T& value, const std::string& where)
    {
        if constexpr (Worded<T>) {
            std::string text;
            decodeText(json, text, where);
            for (const auto& word : wordsOf(value))
                if (text == word.text) {
                    value = word.value;
                    return;
                }
            refuse("json.word_unknown", where, "的取值“" + text + "”不认识");
        } else if constexpr (requires { value.hundredths; }) {
            decodeWhole(json, value.hundredths, where);
        } else if constexpr (requires { value.value.size(); }) {
            decodeText(json, value.value, where);
        } else if constexpr (std::is_same_v<T, bool>) {
            if (json.is_boolean())
                value = json.get<bool>();
            else
                refuse("json.type", where, "应为 true 或 false");
        } else if constexpr (std::is_integral_v<T>) {
            std::int64_t whole = 0;
            decodeWhole(json, whole, where);
            if (!std::in_range<T>(whole))
                refuse("json.range", where, "超出范围");
            else
                value = static_cast<T>(whole);
        } else if constexpr (std::is_same_v<T, std::string>) {
            decodeText(json, value, where);
        } else if constexpr (requires { value.has_value(); }) {
            value.emplace();
            decode(json, *value, where);
        } else if constexpr (requires { value.emplace_back(); }) {
            if (!json.is_array()) return refuse("json.type", where, "应为列表");
            if (json.size() > limits::elementsPerList)
                return refuse("json.too_many", where, "元素太多");
            value.clear();  // a list with a default is replaced, not added to
            for (std::size_t i = 0; i < json.size() && m_error.code.empty(); ++i)
                decode(json[i], value.emplace_back(), where + "[" + std::to_string(i) + "]");
        } else {
            Reader inner(json, where, m_error);
            describe(inner, value);
            inner.finish();
        }
    }

    const Json& m_json;
    std::string m_path;
    base::Error& m_error;
    std::set<std::string> m_known;
};

/// Parses untrusted text: broken JSON, bad UTF-8, a number that is no integer's place, or nesting
/// over limits::jsonDepth give an error with code "json.*".
base::Result<Json> parse(const std::string& text);

template <class T>
base::Result<T> readFrom(const Json& json)
{
    T value;
    base::Error error;
    Reader reader(json, {}, error);
    describe(reader, value);
    reader.finish();
    if (!error.code.empty()) return tl::unexpected(error);
    return value;
}

template <class T>
base::Result<T> read(const std::string& text)
{
    const base::Result<Json> json = parse(text);
    if (!json) return tl::unexpected(json.error());
    return readFrom<T>(*json);
}

}  // namespace domain::io
