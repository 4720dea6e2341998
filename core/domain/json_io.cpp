#include "core/domain/json_io.h"

namespace domain::io {

Reader::Reader(const Json& json, std::string path, base::Error& error)
    : m_json(json), m_path(std::move(path)), m_error(error)
{
    if (!json.is_object()) refuse("json.type", m_path, "应为对象");
}

void Reader::refuse(const char* code, const std::string& where, const std::string& what)
{
    if (m_error.code.empty())
        m_error = {code,
                   "数据格式有误：" + (where.empty() ? std::string("整条") : where) + " " + what,
                   where};
}

const Json* Reader::find(const char* name, bool required)
{
    m_known.insert(name);
    if (!m_error.code.empty()) return nullptr;
    const auto found = m_json.find(name);
    if (found != m_json.end()) return &*found;
    if (required) refuse("json.missing", at(name), "缺失");
    return nullptr;
}

void Reader::finish()
{
    if (!m_error.code.empty()) return;
    for (const auto& [key, value] : m_json.items())
        if (!m_known.contains(key)) return refuse("json.key_unknown", at(key.c_str()), "不认识");
}

void Reader::decodeText(const Json& json, std::string& value, const std::string& where)
{
    if (!json.is_string()) return refuse("json.type", where, "应为文字");
    value = json.get<std::string>();
    if (value.size() > limits::recordBytes) refuse("json.too_long", where, "太长");
}

void Reader::decodeWhole(const Json& json, std::int64_t& value, const std::string& where)
{
    if (!json.is_number_integer() ||
        (json.is_number_unsigned() && json.get<std::uint64_t>() > std::uint64_t{INT64_MAX}))
        return refuse("json.type", where, "应为整数");
    value = json.get<std::int64_t>();
    // Nothing we measure comes near; keeps sums of many of them inside 64 bits.
    if (value > (std::int64_t{1} << 53) || value < -(std::int64_t{1} << 53))
        refuse("json.range", where, "超出范围");
}

void Reader::number(const char* name, double& value, double scale)
{
    if (const Json* found = find(name, true)) {
        std::int64_t whole = 0;
        decodeWhole(*found, whole, at(name));
        value = static_cast<double>(whole) / scale;
    }
}

namespace {
bool tooDeep(const std::string& text)
{
    std::size_t depth = 0;
    bool inText = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (inText) {
            if (c == '\\')
                ++i;
            else if (c == '"')
                inText = false;
        } else if (c == '"') {
            inText = true;
        } else if (c == '{' || c == '[') {
            if (++depth > limits::jsonDepth) return true;
        } else if ((c == '}' || c == ']') && depth > 0) {
            --depth;
        }
    }
    return false;
}
}  // namespace

base::Result<Json> parse(const std::string& text)
{
    if (tooDeep(text)) return base::fail("json.too_deep", "数据格式有误：嵌套太深");
    Json json = Json::parse(text, nullptr, false);
    if (json.is_discarded()) return base::fail("json.malformed", "数据格式有误：不是有效的 JSON");
    return json;
}

}  // namespace domain::io
