#include "core/documents/zip_file.h"

#include <zip.h>

#include <cstring>

namespace documents {

namespace {
constexpr zip_uint64_t bytesAtMost = 32 * 1024 * 1024;

/// An archive over a source, thrown away when it goes.
struct Archive {
    zip_t* zip = nullptr;
    ~Archive()
    {
        if (zip) zip_discard(zip);
    }
};

zip_t* openZip(zip_source_t* source, int flags)
{
    zip_error_t error;
    zip_error_init(&error);
    zip_t* zip = source ? zip_open_from_source(source, flags, &error) : nullptr;
    zip_error_fini(&error);
    return zip;
}
}  // namespace

base::Result<ZipParts> readZip(const std::string& bytes)
{
    zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, nullptr);
    Archive archive{openZip(source, ZIP_RDONLY)};
    if (!archive.zip) {
        if (source) zip_source_free(source);
        return base::fail("docx.not_docx", "模板不是 .docx 文件，请用 WPS 或 Word 另存为 .docx");
    }
    ZipParts parts;
    zip_uint64_t total = 0;
    for (zip_int64_t i = 0; i < zip_get_num_entries(archive.zip, 0); ++i) {
        zip_stat_t stat;
        const auto index = static_cast<zip_uint64_t>(i);
        if (zip_stat_index(archive.zip, index, 0, &stat) != 0 || (total += stat.size) > bytesAtMost)
            return base::fail("docx.too_big", "模板解开后太大");
        std::string content(stat.size, '\0');
        zip_file_t* file = zip_fopen_index(archive.zip, index, 0);
        const zip_int64_t got = file ? zip_fread(file, content.data(), stat.size) : -1;
        if (file) zip_fclose(file);
        if (got < 0 || static_cast<zip_uint64_t>(got) != stat.size)
            return base::fail("docx.damaged", "模板文件已损坏", stat.name);
        parts.emplace_back(stat.name, std::move(content));
    }
    return parts;
}

base::Result<std::string> writeZip(const ZipParts& parts)
{
    const auto failed = [] { return base::fail("docx.not_written", "生成 .docx 失败"); };
    zip_source_t* target = zip_source_buffer_create(nullptr, 0, 0, nullptr);
    if (!target) return failed();
    zip_source_keep(target);
    Archive archive{openZip(target, ZIP_TRUNCATE)};
    bool good = archive.zip != nullptr;
    for (std::size_t i = 0; good && i < parts.size(); ++i) {
        const auto& [name, content] = parts[i];
        zip_source_t* part = zip_source_buffer(archive.zip, content.data(), content.size(), 0);
        const zip_int64_t index =
            part ? zip_file_add(archive.zip, name.c_str(), part, ZIP_FL_ENC_UTF_8) : -1;
        good = index >= 0;
        if (good)  // the same content gives the same bytes
            zip_file_set_dostime(archive.zip, static_cast<zip_uint64_t>(index), 0, 0x21, 0);
    }
    good = good && zip_close(archive.zip) == 0;
    if (good) archive.zip = nullptr;
    std::string bytes;
    zip_stat_t stat;
    if (good && zip_source_stat(target, &stat) == 0 && zip_source_open(target) == 0) {
        bytes.resize(stat.size);
        good =
            zip_source_read(target, bytes.data(), stat.size) == static_cast<zip_int64_t>(stat.size);
        zip_source_close(target);
    }
    zip_source_free(target);
    if (!good || bytes.empty()) return failed();
    return bytes;
}

}  // namespace documents
