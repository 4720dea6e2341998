#pragma once

#include <simdjson.h>

#include <initializer_list>
#include <memory>
#include <string>
#include <string_view>

#include "core/base/result.h"

// Parsed JSON. For codec files only.
namespace domain::io {

/// A value in parsed JSON; good as long as its Document.
using Value = simdjson::dom::element;

/// Parsed text.
class Document {
public:
    const Value& root() const { return m_root; }

private:
    friend base::Result<Document> parse(std::string_view text);
    std::unique_ptr<simdjson::dom::parser> m_parser = std::make_unique<simdjson::dom::parser>();
    Value m_root;
};

/// Parses untrusted text: broken JSON, bad UTF-8, a number that nothing can hold, nesting over
/// limits::jsonDepth, or a key that stands twice in an object give an error with code "json.*".
base::Result<Document> parse(std::string_view text);

/// The value with its keys sorted and no spaces.
std::string canonicalText(const Value& value);

/// The object without these keys, as JSON.
std::string without(const simdjson::dom::object& object,
                    std::initializer_list<std::string_view> keys);

/// Where a value stands in its document. The words for it are made only when they are needed.
struct Place {
    const Place* in = nullptr;
    const char* key = nullptr;  ///< null for an element of a list, and for the document itself
    std::size_t index = 0;

    std::string text() const;  ///< "answers[3].findings[0].rule"
};

}  // namespace domain::io
