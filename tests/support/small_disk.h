#pragma once

#include <sys/mount.h>
#include <unistd.h>

#include <cstdlib>
#include <fstream>
#include <iostream>
#include <string>

#include "tests/support/temporary_folder.h"

namespace support {

/// A real disk (tmpfs) of so many bytes; while it is there, new temporary folders are on it. Needs
/// root: without, `there()` is false and a test that asks returns.
class SmallDisk {
public:
    explicit SmallDisk(long bytes)
    {
        const std::string size = "size=" + std::to_string(bytes);
        m_there = ::mount("xuncun-test", m_at.path().c_str(), "tmpfs", 0, size.c_str()) == 0;
        if (!m_there) std::cout << "SKIPPED: no root, so no small disk can be mounted\n";
        if (const char* before = std::getenv("TMPDIR")) m_before = before;
        if (m_there) ::setenv("TMPDIR", m_at.path().c_str(), 1);
    }
    ~SmallDisk()
    {
        if (!m_there) return;
        m_before.empty() ? ::unsetenv("TMPDIR") : ::setenv("TMPDIR", m_before.c_str(), 1);
        ::umount2(m_at.path().c_str(), MNT_DETACH);
    }
    SmallDisk(const SmallDisk&) = delete;
    SmallDisk& operator=(const SmallDisk&) = delete;

    bool there() const { return m_there; }
    /// Takes all the room that is left.
    void fill()
    {
        std::ofstream ballast(m_at / "ballast", std::ios::binary);
        const std::string page(4096, 'x');
        while (ballast.write(page.data(), 4096).flush()) {
        }
    }
    void makeRoom() { ::unlink((m_at / "ballast").c_str()); }

private:
    TemporaryFolder m_at;
    bool m_there = false;
    std::string m_before;
};

}  // namespace support
