#include <algorithm>
#include <filesystem>
#include <set>

#include "core/actions/files.h"
#include "core/actions/photos.h"
#include "core/actions/transact.h"
#include "core/store/media.h"
#include "core/store/shots.h"

namespace actions {

namespace {
namespace fs = std::filesystem;

std::vector<fs::path> filesIn(const fs::path& folder)
{
    std::vector<fs::path> files;
    std::error_code error;
    for (const auto& found : fs::recursive_directory_iterator(folder, error))
        if (found.is_regular_file(error)) files.push_back(found.path());
    std::ranges::sort(files);
    return files;
}

void setAside(const fs::path& folder, const fs::path& file, SweepReport& report)
{
    std::error_code ignored;
    fs::create_directories(folder / "strangers", ignored);
    fs::rename(file, folder / "strangers" / file.filename(), ignored);
    report.strangers.push_back(file.filename().string());
}
}  // namespace

base::Result<SweepReport> sweepMedia(Context& context, const std::string& mediaFolder)
{
    SweepReport report;
    const fs::path folder(mediaFolder);
    keepFolder(mediaFolder);
    return transact(context, [&]() -> base::Result<SweepReport> {
        store::Media media(context.db);
        std::set<std::string> known;
        for (const store::MediaItem& item : media.onDisk()) {
            const std::string path = store::mediaPath(item.sha256, item.kind);
            known.insert((folder / path).string());
            std::error_code ignored;
            const bool there =
                fs::file_size(folder / path, ignored) == static_cast<std::uintmax_t>(item.bytes);
            if (!there && item.state != store::MediaState::missing) {
                media.putMissing(item.sha256);
                report.missing.push_back(item.sha256);
            }
        }
        const bool onTheWay = !store::Shots(context.db).list().empty();
        for (const fs::path& file : onTheWay ? std::vector<fs::path>{} : filesIn(folder)) {
            std::error_code ignored;
            if (file.extension() == temporaryEnding || file.parent_path() == folder / "tmp") {
                fs::remove(file, ignored);
                report.leftovers.push_back(file.filename().string());
            } else if (file.parent_path() == folder / "strangers" ||
                       known.contains(file.string())) {
                continue;
            } else if (const auto row = media.find({file.filename().string().substr(0, 64)});
                       row && row->deleted) {
                fs::remove(file, ignored);
            } else {
                setAside(folder, file, report);
            }
        }
        return report;
    });
}

}  // namespace actions
