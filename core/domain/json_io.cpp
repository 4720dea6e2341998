#include "core/domain/json_io.h"

#include <algorithm>
#include <optional>
#include <vector>

namespace domain::io {

std::string Place::text() const
{
    if (in == nullptr) return key == nullptr ? std::string() : key;
    const std::string outer = in->text();
    if (key == nullptr) return outer + "[" + std::to_string(index) + "]";
    return outer.empty() ? key : outer + "." + key;
}

namespace {
base::Error refusal(const char* code, const Place& where, const std::string& what)
{
    const std::string path = where.text();
    return {code, "数据格式有误：" + (path.empty() ? "整条" : path) + " " + what, path};
}

/// A key that stands twice in the object: readers differ in which of the two holds.
std::optional<std::string> doubledKeyOf(const simdjson::dom::object& object)
{
    std::vector<std::string_view> keys;
    for (const auto& [key, value] : object) keys.push_back(key);
    std::sort(keys.begin(), keys.end());
    const auto doubled = std::adjacent_find(keys.begin(), keys.end());
    if (doubled == keys.end()) return {};
    return std::string(*doubled);
}

/// The first one in the value or deeper. Most of what we read has its keys in order.
std::optional<base::Error> doubledKey(const Value& value, const Place& place)
{
    std::optional<base::Error> found;
    simdjson::dom::array list;
    if (!value.get(list)) {
        std::size_t index = 0;
        for (auto element = list.begin(); element != list.end() && !found; ++element, ++index)
            found = doubledKey(*element, {&place, nullptr, index});
        return found;
    }
    simdjson::dom::object object;
    if (value.get(object)) return {};
    bool rises = true;
    std::string_view before;
    for (auto field = object.begin(); field != object.end() && !found; ++field) {
        rises = rises && (field == object.begin() || before < field.key());
        before = field.key();
        found = doubledKey(field.value(), {&place, field.key_c_str()});
    }
    if (found || rises) return found;
    if (const auto key = doubledKeyOf(object))
        found = refusal("json.key_doubled", {&place, key->c_str()}, "重复");
    return found;
}
}  // namespace

Reader::Reader(const Value& json, Place place, base::Error& error) : m_place(place), m_error(error)
{
    constexpr std::size_t fieldsOfMost = 24;
    m_asked.reserve(fieldsOfMost);
    if (json.get(m_object)) refuse("json.type", m_place, "应为对象");
}

void Reader::refuse(const char* code, const Place& where, const std::string& what)
{
    if (m_error.code.empty()) m_error = refusal(code, where, what);
}

bool Reader::find(const char* name, bool required, Value& found)
{
    m_asked.push_back(name);
    if (!m_error.code.empty()) return false;
    if (!m_object.at_key(name).get(found)) {
        m_found += 1;
        return true;
    }
    if (required) refuse("json.missing", {&m_place, name}, "缺失");
    return false;
}

void Reader::skip(const char* name)
{
    Value unread;
    find(name, false, unread);
}

void Reader::finish()
{
    if (!m_error.code.empty() || m_object.size() == m_found) return;
    for (auto field = m_object.begin(); field != m_object.end(); ++field)
        if (std::find(m_asked.begin(), m_asked.end(), field.key()) == m_asked.end())
            return refuse("json.key_unknown", {&m_place, field.key_c_str()}, "不认识");
}

void Reader::decodeText(const Value& json, std::string& value, const Place& where)
{
    std::string_view text;
    if (json.get(text)) return refuse("json.type", where, "应为文字");
    if (text.size() > limits::recordBytes) return refuse("json.too_long", where, "太长");
    value = text;
}

void Reader::decodeWhole(const Value& json, std::int64_t& value, const Place& where)
{
    if (json.get(value)) return refuse("json.type", where, "应为整数");
    // Nothing we measure comes near; keeps sums of many of them inside 64 bits.
    if (value > (std::int64_t{1} << 53) || value < -(std::int64_t{1} << 53))
        refuse("json.range", where, "超出范围");
}

void Reader::number(const char* name, double& value, double scale)
{
    Value found;
    if (!find(name, true, found)) return;
    std::int64_t whole = 0;
    decodeWhole(found, whole, {&m_place, name});
    value = static_cast<double>(whole) / scale;
}

base::Result<Document> parse(std::string_view text)
{
    Document document;
    // The library counts the value itself as a level; an empty list or object it does not count, so
    // one of those may stand a level deeper.
    if (document.m_parser->allocate(std::max<std::size_t>(text.size(), 1), limits::jsonDepth + 1))
        return base::fail("json.malformed", "数据格式有误：内容太大");
    const auto failed = document.m_parser->parse(text.data(), text.size()).get(document.m_root);
    if (failed == simdjson::DEPTH_ERROR)
        return base::fail("json.too_deep", "数据格式有误：嵌套太深");
    if (failed) return base::fail("json.malformed", "数据格式有误：不是有效的 JSON");
    if (auto doubled = doubledKey(document.m_root, {})) return tl::unexpected(std::move(*doubled));
    return document;
}

namespace {
bool isSorted(const Value& value)
{
    simdjson::dom::array list;
    if (!value.get(list)) return std::all_of(list.begin(), list.end(), isSorted);
    simdjson::dom::object object;
    if (value.get(object)) return true;
    std::string_view before;
    bool first = true;
    for (const auto& [key, inner] : object) {
        if ((!first && key <= before) || !isSorted(inner)) return false;
        before = key;
        first = false;
    }
    return true;
}
}  // namespace

std::string canonicalText(const Value& value)
{
    std::string text = simdjson::minify(value);
    if (isSorted(value)) return text;
    // Once more through the same writer: two libraries may write a fraction in two ways.
    return simdjson::minify(parse(Json::parse(text).dump()).value().root());
}

std::string without(const simdjson::dom::object& object,
                    std::initializer_list<std::string_view> keys)
{
    std::string text = "{";
    for (const auto& [key, value] : object) {
        if (std::find(keys.begin(), keys.end(), key) != keys.end()) continue;
        if (text.size() > 1) text += ',';
        text += Json(std::string(key)).dump() + ":" + std::string(simdjson::minify(value));
    }
    return text + "}";
}

}  // namespace domain::io
