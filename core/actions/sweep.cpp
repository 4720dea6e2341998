#include <algorithm>
#include <charconv>
#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>

#include "core/actions/files.h"
#include "core/actions/pending_photo.h"
#include "core/actions/photos.h"
#include "core/actions/rectification.h"
#include "core/actions/transact.h"
#include "core/domain/codec.h"
#include "core/store/drafts.h"
#include "core/store/media.h"

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

std::string textOf(const fs::path& path)
{
    std::ifstream in(path, std::ios::binary);
    std::ostringstream text;
    text << in.rdbuf();
    return text.str();
}

// The photo's files are complete when its note is there: the note is written last.
base::Result<void> adopt(Context& context, const fs::path& note, SweepReport& report)
{
    const auto pending = pendingOf(textOf(note));
    if (pending && !store::Drafts(context.db).photo(pending->entry.id)) {
        const auto entered =
            enterPhoto(context, pending->draft, pending->entry, pending->originalBytes);
        if (entered)
            report.adopted.push_back(entered->id);
        else if (entered.error().code.starts_with("store."))
            return tl::unexpected(entered.error());
        else if (enterAfterPhoto(context, {pending->draft.value}, pending->entry,
                                 pending->originalBytes))
            report.adopted.push_back(pending->entry.id);
    }
    std::error_code ignored;
    fs::remove(note, ignored);
    return {};
}

void setAside(const fs::path& folder, const fs::path& file, SweepReport& report)
{
    std::error_code ignored;
    fs::create_directories(folder / "strangers", ignored);
    fs::rename(file, folder / "strangers" / file.filename(), ignored);
    report.strangers.push_back(file.filename().string());
}
}  // namespace

std::string pendingPath(const std::string& mediaFolder, const domain::PhotoId& photo)
{
    return mediaFolder + "/pending/" + photo.value;
}

std::string pendingText(const PendingPhoto& photo)
{
    return photo.draft.value + "\n" + std::to_string(photo.originalBytes) + "\n" +
           domain::canonicalJson(photo.entry) + "\n";
}

std::optional<PendingPhoto> pendingOf(const std::string& text)
{
    std::istringstream in(text);
    PendingPhoto photo;
    std::string bytes;
    std::string entry;
    if (!std::getline(in, photo.draft.value) || !std::getline(in, bytes) ||
        !std::getline(in, entry))
        return {};
    const auto read = domain::photoEntryFromJson(entry);
    const auto number =
        std::from_chars(bytes.data(), bytes.data() + bytes.size(), photo.originalBytes);
    if (!read || number.ec != std::errc()) return {};
    photo.entry = *read;
    return photo;
}

base::Result<SweepReport> sweepMedia(Context& context, const std::string& mediaFolder)
{
    SweepReport report;
    const fs::path folder(mediaFolder);
    keepFolder(mediaFolder);
    for (const fs::path& note : filesIn(folder / "pending")) {
        const auto adopted = note.extension() == temporaryEnding ? base::Result<void>()
                                                                 : adopt(context, note, report);
        if (!adopted) return tl::unexpected(adopted.error());
    }
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
        for (const fs::path& file : filesIn(folder)) {
            std::error_code ignored;
            if (file.extension() == temporaryEnding) {
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
