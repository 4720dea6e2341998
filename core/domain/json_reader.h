#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/base/result.h"
#include "core/domain/json_document.h"
#include "core/domain/json_writer.h"
#include "core/domain/limits.h"

namespace domain::io {

/// Follows a description over untrusted JSON. The first thing wrong is kept, and everything after
/// it is skipped.
class Reader {
public:
    Reader(const Value& json, Place place, base::Error& error);

    template <class T>
    void field(const char* name, T& value)
    {
        Value found;
        if (find(name, true, found)) decode(found, value, {&m_place, name});
    }
    template <class T>
    void optional(const char* name, T& value)
    {
        Value found;
        if (find(name, false, found)) decode(found, value, {&m_place, name});
    }
    void degrees(const char* name, double& value) { number(name, value, 1e7); }
    void metres(const char* name, double& value) { number(name, value, 1e3); }
    /// A key that somebody else reads.
    void skip(const char* name);
    /// Refuses keys that the description did not name.
    void finish();

private:
    bool find(const char* name, bool required, Value& found);
    void refuse(const char* code, const Place& where, const std::string& what);
    void number(const char* name, double& value, double scale);
    void decodeText(const Value& json, std::string& value, const Place& where);
    void decodeWhole(const Value& json, std::int64_t& value, const Place& where);

    template <class T>
    void decode(const Value& json, T& value, const Place& where)
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
            if (json.get(value)) refuse("json.type", where, "应为 true 或 false");
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
            decodeList(json, value, where);
        } else if constexpr (requires { typename T::mapped_type; }) {
            decodeMap(json, value, where);
        } else {
            Reader inner(json, where, m_error);
            describe(inner, value);
            inner.finish();
        }
    }

    template <class T>
    void decodeList(const Value& json, T& value, const Place& where)
    {
        simdjson::dom::array list;
        if (json.get(list)) return refuse("json.type", where, "应为列表");
        if (list.size() > limits::elementsPerList)
            return refuse("json.too_many", where, "元素太多");
        value.clear();  // a list with a default is replaced, not added to
        // Of a hostile list no more is set aside than it has paid for in bytes.
        value.reserve(std::min<std::size_t>(list.size(), 1024));
        for (const Value& element : list) {
            if (!m_error.code.empty()) return;
            const std::size_t index = value.size();
            decode(element, value.emplace_back(), {&where, nullptr, index});
        }
    }

    template <class T>
    void decodeMap(const Value& json, T& value, const Place& where)
    {
        simdjson::dom::object object;
        if (json.get(object)) return refuse("json.type", where, "应为对象");
        value.clear();
        for (const auto& [key, element] : object) {
            const std::string name(key);
            decode(element, value[typename T::key_type{name}], {&where, name.c_str()});
        }
    }

    Place m_place;
    base::Error& m_error;
    simdjson::dom::object m_object;
    std::vector<const char*> m_asked;
    std::size_t m_found = 0;
};

template <class T>
base::Result<T> readFrom(const Value& json)
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
    const base::Result<Document> json = parse(text);
    if (!json) return tl::unexpected(json.error());
    return readFrom<T>(json->root());
}

}  // namespace domain::io
