#include "sync/hub/admin/admin.h"

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <ostream>

#include "sync/hub/hub.h"
#include "sync/hub/store/meta.h"

namespace hub {

namespace {
std::filesystem::path defaultData()
{
    const char* folder = std::getenv("XUNCUN_HUB_DATA");
    return folder != nullptr && *folder != '\0' ? folder : "/var/lib/xuncun-hub";
}
}  // namespace

Admin::Admin(std::ostream& outStream, std::ostream& errStream, const base::Clock& wallClock,
             base::RandomBytes randomBytes)
    : data(defaultData()),
      out(outStream),
      err(errStream),
      clock(wallClock),
      random(std::move(randomBytes)),
      m_ids(clock, random)
{
}

base::Result<std::unique_ptr<Connection>> Admin::open() const
{
    const auto missing = base::fail("hub.not_initialised",
                                    "这里还没有县级库，请先运行 xuncun-hub init", data.string());
    if (!std::filesystem::exists(databaseFile(data))) return missing;
    auto connection = std::make_unique<Connection>(databaseFile(data), sqlite::Mode::readWrite);
    if (const auto migrated = migrateHub(*connection); !migrated)
        return tl::unexpected(migrated.error());
    if (!isInitialised(*connection)) return missing;
    return connection;
}

base::Result<void> Admin::write(const std::function<base::Result<void>(Connection&)>& work) const
{
    auto connection = open();
    if (!connection) return tl::unexpected(connection.error());
    SQLite::Transaction transaction((*connection)->db(), SQLite::TransactionBehavior::IMMEDIATE);
    base::Result<void> done = work(**connection);
    if (done) transaction.commit();
    return done;
}

base::Result<void> Admin::read(const std::function<base::Result<void>(Connection&)>& work) const
{
    auto connection = open();
    if (!connection) return tl::unexpected(connection.error());
    const SQLite::Transaction snapshot((*connection)->db());
    return work(**connection);
}

void printErrors(Admin& admin, const base::Errors& errors)
{
    for (const base::Error& error : errors) {
        admin.err << "错误 [" << error.code << "] ";
        if (!error.where.empty()) admin.err << error.where << "：";
        admin.err << error.message << "\n";
    }
}

base::Result<std::string> readFile(const std::filesystem::path& file, std::size_t limitBytes)
{
    std::error_code error;
    const auto bytes = std::filesystem::file_size(file, error);
    std::ifstream in(file, std::ios::binary);
    if (error || !in) return base::fail("file.unreadable", "打不开文件", file.string());
    if (bytes > limitBytes) return base::fail("file.too_large", "文件太大", file.string());
    return std::string{std::istreambuf_iterator<char>(in), {}};
}

base::Result<std::string> readJsonFile(const std::filesystem::path& file, std::size_t limitBytes)
{
    auto text = readFile(file, limitBytes);
    constexpr std::string_view mark = "\xef\xbb\xbf";
    if (text && text->starts_with(mark)) text->erase(0, mark.size());
    return text;
}

base::Result<void> writeFile(const std::filesystem::path& file, const std::string& text)
{
    std::ofstream out(file, std::ios::binary);
    out << text;
    out.close();
    if (!out) return base::fail("file.not_written", "写不出文件", file.string());
    return {};
}

}  // namespace hub
