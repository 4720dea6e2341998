#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <utility>

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
    using Json = domain::io::Json;

    Fields(const Json& json, std::string path, Extra extra)
        : m_json(json), m_path(std::move(path)), m_extra(extra)
    {
        if (!json.is_object()) refuse("json.type", {}, "应为对象");
    }

    std::string text(const char* name, std::size_t limit = 200, bool required = true)
    {
        const Json* json = find(name, required);
        if (json == nullptr) return {};
        if (!json->is_string()) return refuse("json.type", name, "应为文字"), "";
        if (json->get_ref<const std::string&>().size() > limit)
            return refuse("json.too_long", name, "太长"), "";
        return json->get<std::string>();
    }
    std::int64_t whole(const char* name, bool required = true)
    {
        const Json* json = find(name, required);
        if (json == nullptr) return 0;
        // What is sent is a count, a byte length, a time or a sequence number: never below zero.
        if (!json->is_number_unsigned() || json->get<std::uint64_t>() > std::uint64_t{1} << 53U)
            return refuse("json.type", name, "应为非负整数"), 0;
        return json->get<std::int64_t>();
    }
    bool flag(const char* name)
    {
        const Json* json = find(name, true);
        if (json == nullptr || json->is_boolean()) return json != nullptr && json->get<bool>();
        refuse("json.type", name, "应为 true 或 false");
        return false;
    }
    bool has(const char* name) const { return m_json.is_object() && m_json.contains(name); }
    /// The list or object under the name, or null once anything was wrong.
    const Json* list(const char* name, std::size_t limit)
    {
        return container(name, limit, Json::value_t::array, "应为列表");
    }
    const Json* object(const char* name, std::size_t limit)
    {
        return container(name, limit, Json::value_t::object, "应为对象");
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
        if (m_extra == Extra::refused && m_json.is_object())
            for (const auto& [key, ignored] : m_json.items())
                if (!m_known.contains(key)) refuse("json.key_unknown", key, "不认识");
        if (!m_error.code.empty()) return tl::unexpected(m_error);
        return value;
    }

private:
    const Json* find(const char* name, bool required)
    {
        m_known.insert(name);
        if (!m_error.code.empty()) return nullptr;
        const auto found = m_json.find(name);
        if (found != m_json.end()) return &*found;
        if (required) refuse("json.missing", name, "缺失");
        return nullptr;
    }
    const Json* container(const char* name, std::size_t limit, Json::value_t type, const char* what)
    {
        const Json* json = find(name, true);
        if (json == nullptr) return nullptr;
        if (json->type() != type) return refuse("json.type", name, what), nullptr;
        if (json->size() > limit) return refuse("json.too_many", name, "元素太多"), nullptr;
        return json;
    }

    const Json& m_json;
    std::string m_path;
    Extra m_extra;
    std::set<std::string> m_known;
    base::Error m_error;
};

/// Refuses what is larger than any message of ours before parsing it.
inline base::Result<domain::io::Json> parseLimited(const std::string& bytes)
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
