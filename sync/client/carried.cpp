#include "sync/client/carried.h"

#include <fstream>
#include <sstream>

#include "core/crypto/hash.h"
#include "sync/client/durable_file.h"

namespace client {

namespace fs = std::filesystem;

namespace {
constexpr const char* unfinished = "unfinished";
constexpr const char* refused = ".refused";

void tryAgain(const fs::path& load)
{
    std::error_code failed;
    for (const auto& entry : fs::directory_iterator(load, failed))
        if (isRefused(entry.path()))
            fs::rename(entry.path(), fs::path(entry.path()).replace_extension(), failed);
}
}  // namespace

fs::path carriedFolder(const std::string& mediaFolder)
{
    return fs::path(mediaFolder).parent_path() / "carried";
}

Load::Load(const std::string& mediaFolder) : m_folder(carriedFolder(mediaFolder) / unfinished)
{
    std::error_code failed;
    makeFolder(m_folder.parent_path().string());
    fs::remove_all(m_folder, failed);
    makeFolder(m_folder.string());
}

Load::~Load()
{
    std::error_code failed;
    fs::remove_all(m_folder, failed);
}

base::Result<void> Load::put(const protocol::RescueEntry& entry)
{
    if (entry.batch) {
        std::string text = entry.batch->device.value + "\n" + entry.batch->signature + "\n";
        for (const std::string& line : entry.batch->lines) text += line + "\n";
        return putFile("records-" + std::to_string(++m_batches), text);
    }
    return putFile(entry.photo->sha256.value + "." + entry.photo->kind, entry.photo->bytes);
}

base::Result<void> Load::putFile(const std::string& name, const std::string& bytes)
{
    const fs::path path = m_folder / name;
    fs::path part = path;
    part += ".part";
    std::ofstream out(part, std::ios::binary | std::ios::trunc);
    out << bytes;
    out.close();
    if (!out) return base::fail("store.full", "没有收下：平板的存储空间不够", name);
    m_everything += crypto::sha256(bytes);
    return keepFile(part.string(), path.string());
}

base::Result<void> Load::keep()
{
    const fs::path target = m_folder.parent_path() / crypto::sha256(m_everything).substr(0, 32);
    if (fs::exists(target)) {
        tryAgain(target);
        return {};
    }
    return keepFile(m_folder.string(), target.string());
}

bool isRefused(const fs::path& file)
{
    return file.extension() == refused;
}

void putRefused(const fs::path& file)
{
    std::error_code failed;
    fs::rename(file, file.string() + refused, failed);
}

std::optional<protocol::RescueBatch> readBatch(const fs::path& file)
{
    std::ifstream in(file, std::ios::binary);
    protocol::RescueBatch batch;
    if (!std::getline(in, batch.device.value) || !std::getline(in, batch.signature)) return {};
    for (std::string line; std::getline(in, line);) batch.lines.push_back(line);
    return batch;
}

}  // namespace client
