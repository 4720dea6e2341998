#include "core/actions/files.h"

#include <fcntl.h>
#include <unistd.h>

namespace actions {

bool keepFolder(const std::string& folder)
{
    const int file = open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (file < 0) return false;
    const bool done = fsync(file) == 0;
    close(file);
    return done;
}

}  // namespace actions
