#pragma once

#include <signal.h>
#include <sys/prctl.h>
#include <unistd.h>

#include <cassert>

// A test that was killed ends nothing any more: what it started would go on for ever.
namespace support {

/// In a child, before it becomes another program: has it killed when the thread that forked it
/// ends, however that ends.
inline void dieWith(pid_t parent)
{
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    if (::getppid() != parent) ::_exit(127);  // it ended in between
}

/// fork() for a child that does not outlive this process. On the main thread only, as others may
/// end before.
inline pid_t forkToDieWithUs()
{
    const pid_t parent = ::getpid();
    assert(::gettid() == parent);
    const pid_t child = ::fork();
    if (child == 0) dieWith(parent);
    return child;
}

}  // namespace support
