#include <expat.h>
#include <fmt/format.h>
#include <zip.h>

#include <cstring>
#include <functional>
#include <map>
#include <memory>
#include <optional>

#include "core/sheets/grid.h"

namespace sheets {

namespace {

constexpr std::size_t partBytesAtMost = 64 * 1024 * 1024;

using Attributes = std::map<std::string, std::string>;

/// Walks an XML text without namespaces: `open` and `close` get names without prefix, `text` what
/// is between.
struct Walker {
    std::function<void(const std::string&, const Attributes&)> open;
    std::function<void(const std::string&)> close;
    std::function<void(std::string_view)> text;
};

std::string withoutPrefix(const char* name)
{
    const char* colon = std::strrchr(name, ':');
    return colon ? colon + 1 : name;
}

/// False where the text is not well-formed XML or defines entities (which spreadsheets never do).
bool walk(const std::string& xml, Walker& walker)
{
    const std::unique_ptr<XML_ParserStruct, decltype(&XML_ParserFree)> parser(
        XML_ParserCreate(nullptr), &XML_ParserFree);
    XML_SetUserData(parser.get(), &walker);
    XML_SetElementHandler(
        parser.get(),
        [](void* data, const XML_Char* name, const XML_Char** pairs) {
            Attributes attributes;
            for (; *pairs; pairs += 2) attributes[withoutPrefix(pairs[0])] = pairs[1];
            static_cast<Walker*>(data)->open(withoutPrefix(name), attributes);
        },
        [](void* data, const XML_Char* name) {
            static_cast<Walker*>(data)->close(withoutPrefix(name));
        });
    XML_SetCharacterDataHandler(parser.get(), [](void* data, const XML_Char* text, int size) {
        static_cast<Walker*>(data)->text({text, static_cast<std::size_t>(size)});
    });
    bool entities = false;
    if (xml.find("<!DOCTYPE") != std::string::npos) entities = true;
    return !entities &&
           XML_Parse(parser.get(), xml.data(), static_cast<int>(xml.size()), 1) == XML_STATUS_OK;
}

class Archive {
public:
    explicit Archive(std::string_view bytes)
    {
        zip_error_t error;
        zip_error_init(&error);
        zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
        if (source) {
            m_zip = zip_open_from_source(source, ZIP_RDONLY, &error);
            if (!m_zip) zip_source_free(source);
        }
        zip_error_fini(&error);
    }
    ~Archive()
    {
        if (m_zip) zip_discard(m_zip);
    }
    Archive(const Archive&) = delete;
    Archive& operator=(const Archive&) = delete;

    bool isOpen() const { return m_zip != nullptr; }

    std::optional<std::string> read(const std::string& name) const
    {
        zip_stat_t stat;
        if (zip_stat(m_zip, name.c_str(), 0, &stat) != 0 || (stat.valid & ZIP_STAT_SIZE) == 0 ||
            stat.size > partBytesAtMost)
            return std::nullopt;
        zip_file_t* file = zip_fopen(m_zip, name.c_str(), 0);
        if (!file) return std::nullopt;
        std::string text(stat.size, '\0');
        const zip_int64_t got = zip_fread(file, text.data(), stat.size);
        zip_fclose(file);
        if (got < 0 || static_cast<zip_uint64_t>(got) != stat.size) return std::nullopt;
        return text;
    }

private:
    zip_t* m_zip = nullptr;
};

/// A number as a person typed it: files keep the nearest double with up to 17 digits.
std::string typedNumber(const std::string& text)
{
    char* end = nullptr;
    const double value = std::strtod(text.c_str(), &end);
    if (text.empty() || *end != '\0') return text;
    return fmt::format("{:.10g}", value);
}

/// Column number of "AB12", or nothing for a bad reference.
std::optional<std::size_t> columnOf(const std::string& reference)
{
    std::size_t column = 0;
    std::size_t letters = 0;
    for (; letters < reference.size() && reference[letters] >= 'A' && reference[letters] <= 'Z';
         ++letters)
        column = column * 26 + static_cast<std::size_t>(reference[letters] - 'A' + 1);
    if (letters == 0 || letters > 3) return std::nullopt;
    return column - 1;
}

bool readSharedTexts(const std::string& xml, std::vector<std::string>& texts)
{
    bool inText = false;
    int inPhonetic = 0;
    Walker walker{[&](const std::string& name, const Attributes&) {
                      if (name == "si") texts.emplace_back();
                      inPhonetic += name == "rPh" ? 1 : 0;
                      inText = name == "t" && inPhonetic == 0;
                  },
                  [&](const std::string& name) {
                      inPhonetic -= name == "rPh" ? 1 : 0;
                      if (name == "t") inText = false;
                  },
                  [&](std::string_view text) {
                      if (inText && !texts.empty()) texts.back() += text;
                  }};
    return walk(xml, walker);
}

class SheetReader {
public:
    SheetReader(const std::vector<std::string>& shared, Grid& grid) : m_shared(shared), m_grid(grid)
    {
    }

    bool read(const std::string& xml)
    {
        Walker walker{[this](const std::string& name, const Attributes& a) { open(name, a); },
                      [this](const std::string& name) { close(name); },
                      [this](std::string_view text) {
                          if (m_inValue) m_value += text;
                      }};
        return walk(xml, walker) && !m_tooBig;
    }

private:
    void open(const std::string& name, const Attributes& attributes)
    {
        if (name == "row") {
            const auto number = attributes.find("r");
            const std::size_t row = number == attributes.end()
                                        ? m_grid.rows.size()
                                        : std::strtoul(number->second.c_str(), nullptr, 10) - 1;
            m_tooBig = m_tooBig || row >= rowsAtMost;
            if (!m_tooBig && row >= m_grid.rows.size()) m_grid.rows.resize(row + 1);
            m_row = row;
            m_column = 0;
        } else if (name == "c") {
            const auto reference = attributes.find("r");
            if (reference != attributes.end())
                m_column = columnOf(reference->second).value_or(columnsAtMost);
            const auto type = attributes.find("t");
            m_type = type == attributes.end() ? "n" : type->second;
            m_value.clear();
        } else if (name == "v" || name == "t") {
            m_inValue = true;
        }
    }

    void close(const std::string& name)
    {
        if (name == "v" || name == "t") m_inValue = false;
        if (name != "c" || m_tooBig) return;
        if (m_type == "s") {
            const std::size_t number = std::strtoul(m_value.c_str(), nullptr, 10);
            m_value = number < m_shared.size() ? m_shared[number] : std::string();
        } else if (m_type == "n") {
            m_value = typedNumber(m_value);
        } else if (m_type == "b") {
            m_value = m_value == "1" ? "是" : "否";
        }
        if (!m_value.empty()) {
            m_tooBig = m_column >= columnsAtMost || m_row >= m_grid.rows.size();
            if (m_tooBig) return;
            std::vector<std::string>& row = m_grid.rows[m_row];
            if (row.size() <= m_column) row.resize(m_column + 1);
            row[m_column] = m_value;
        }
        ++m_column;
    }

    const std::vector<std::string>& m_shared;
    Grid& m_grid;
    std::size_t m_row = 0;
    std::size_t m_column = 0;
    std::string m_type;
    std::string m_value;
    bool m_inValue = false;
    bool m_tooBig = false;
};

/// The name of the first worksheet and the part that holds it.
std::pair<std::string, std::string> firstSheet(const Archive& archive)
{
    std::string sheetName;
    std::string id;
    std::string target = "xl/worksheets/sheet1.xml";
    Walker workbook{[&](const std::string& name, const Attributes& a) {
                        if (name == "sheet" && sheetName.empty()) {
                            sheetName = a.contains("name") ? a.at("name") : "1";
                            id = a.contains("id") ? a.at("id") : "";
                        }
                    },
                    [](const std::string&) {}, [](std::string_view) {}};
    if (const auto xml = archive.read("xl/workbook.xml")) walk(*xml, workbook);
    Walker relations{[&](const std::string& name, const Attributes& a) {
                         if (name == "Relationship" && a.contains("Id") && a.at("Id") == id &&
                             a.contains("Target"))
                             target = a.at("Target").starts_with('/') ? a.at("Target").substr(1)
                                                                      : "xl/" + a.at("Target");
                     },
                     [](const std::string&) {}, [](std::string_view) {}};
    if (const auto xml = archive.read("xl/_rels/workbook.xml.rels")) walk(*xml, relations);
    return {sheetName, target};
}

}  // namespace

base::Result<Grid> gridFromXlsx(std::string_view bytes)
{
    const Archive archive(bytes);
    if (!archive.isOpen())
        return base::fail("sheet.not_xlsx", "不是有效的 .xlsx 文件，请用 WPS 或 Excel 另存一次");
    const auto [name, part] = firstSheet(archive);
    const std::optional<std::string> sheet = archive.read(part);
    if (!sheet) return base::fail("sheet.not_xlsx", "文件里没有工作表，或工作表太大");
    std::vector<std::string> shared;
    if (const auto texts = archive.read("xl/sharedStrings.xml");
        texts && !readSharedTexts(*texts, shared))
        return base::fail("sheet.damaged", "文件已损坏：文字部分读不出来");
    Grid grid;
    grid.name = name;
    if (!SheetReader(shared, grid).read(*sheet))
        return base::fail("sheet.damaged",
                          fmt::format("工作表“{}”已损坏或太大（最多 {} 行 {} 列）", name,
                                      rowsAtMost, columnsAtMost),
                          name);
    return grid;
}

}  // namespace sheets
