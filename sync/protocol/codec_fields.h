#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "core/domain/json_io.h"
#include "sync/protocol/fields.h"
#include "sync/protocol/messages.h"

// How the codec's files take apart JSON from outside. Included by the codec files only.
namespace protocol {

enum class Extra { refused, ignored };

/// The keys of one JSON object, asked for one by one; the first thing wrong is kept and answers
/// everything after.
class Fields {
public:
    using Value = domain::io::Value;

    Fields(const Value& json, std::string path, Extra extra)
        : m_path(std::move(path)), m_extra(extra)
    {
        m_isObject = !json.get(m_json);
        if (!m_isObject) refuse("json.type", {}, "应为对象");
    }

    std::string text(const char* name, std::size_t limit = 200, bool required = true)
    {
        const std::optional<Value> json = find(name, required);
        std::string_view text;
        if (!json) return {};
        if (json->get(text)) return refuse("json.type", name, "应为文字"), "";
        if (text.size() > limit) return refuse("json.too_long", name, "太长"), "";
        return std::string(text);
    }
    std::int64_t whole(const char* name, bool required = true)
    {
        const std::optional<Value> json = find(name, required);
        std::int64_t whole = 0;
        if (!json) return 0;
        // What is sent is a count, a byte length, a time or a sequence number: never below zero.
        if (json->get(whole) || whole < 0 || whole > std::int64_t{1} << 53)
            return refuse("json.type", name, "应为非负整数"), 0;
        return whole;
    }
    bool flag(const char* name)
    {
        const std::optional<Value> json = find(name, true);
        bool flag = false;
        if (json && json->get(flag)) refuse("json.type", name, "应为 true 或 false");
        return flag;
    }
    bool has(const char* name) const { return m_isObject && !m_json.at_key(name).error(); }
    /// The list or object under the name; nothing once anything was wrong.
    std::optional<simdjson::dom::array> list(const char* name, std::size_t limit)
    {
        const std::optional<Value> json = find(name, true);
        simdjson::dom::array list;
        if (!json) return {};
        if (json->get(list)) return refuse("json.type", name, "应为列表"), std::nullopt;
        if (list.size() > limit) return refuse("json.too_many", name, "元素太多"), std::nullopt;
        return list;
    }
    std::optional<Value> object(const char* name, std::size_t limit)
    {
        const std::optional<Value> json = find(name, true);
        simdjson::dom::object object;
        if (!json) return {};
        if (json->get(object)) return refuse("json.type", name, "应为对象"), std::nullopt;
        if (object.size() > limit) return refuse("json.too_many", name, "元素太多"), std::nullopt;
        return json;
    }
    std::vector<std::string> keys() const
    {
        std::vector<std::string> keys;
        if (m_isObject)
            for (const auto& [key, ignored] : m_json) keys.emplace_back(key);
        return keys;
    }
    void refuse(const char* code, const std::string& name, const std::string& what)
    {
        const std::string where = m_path + (m_path.empty() || name.empty() ? "" : ".") + name;
        if (m_error.code.empty())
            m_error = {code, "数据格式有误：" + (where.empty() ? "整条" : where) + " " + what,
                       where};
    }
    void absorb(const base::Error& error)
    {
        if (m_error.code.empty()) m_error = error;
    }

    template <class T>
    base::Result<T> done(T value)
    {
        if (m_extra == Extra::refused)
            for (const std::string& key : keys())
                if (!m_known.contains(key)) refuse("json.key_unknown", key, "不认识");
        if (!m_error.code.empty()) return tl::unexpected(m_error);
        return value;
    }

private:
    std::optional<Value> find(const char* name, bool required)
    {
        m_known.insert(name);
        Value found;
        if (!m_error.code.empty()) return {};
        if (!m_json.at_key(name).get(found)) return found;
        if (required) refuse("json.missing", name, "缺失");
        return {};
    }

    simdjson::dom::object m_json;
    bool m_isObject = false;
    std::string m_path;
    Extra m_extra;
    std::set<std::string> m_known;
    base::Error m_error;
};

/// Refuses what is larger than any message of ours before parsing it.
inline base::Result<domain::io::Document> parseLimited(const std::string& bytes)
{
    if (bytes.size() > limits::jsonBytes) return base::fail("wire.too_large", "内容超过大小上限");
    return domain::io::parse(bytes);
}

/// Our own texts may quote what came from outside, so bad UTF-8 is replaced instead of thrown
/// about.
inline std::string dump(const domain::io::Json& json)
{
    return json.dump(-1, ' ', false, domain::io::Json::error_handler_t::replace);
}

}  // namespace protocol
