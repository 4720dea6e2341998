#include "tests/e2e/child.h"

#include <poll.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <catch2/catch.hpp>

TEST_CASE("What a test started ends with it, also when it is killed")
{
    int ends[2];
    REQUIRE(::pipe(ends) == 0);
    const pid_t test = ::fork();
    if (test == 0) {
        const e2e::Child child({"/bin/sleep", "60"}, "/dev/null");
        ::pause();
    }
    ::close(ends[1]);
    pollfd open{ends[0], POLLIN, 0};
    CHECK(::poll(&open, 1, 300) == 0);  // the two hold the other end
    ::kill(test, SIGKILL);
    ::waitpid(test, nullptr, 0);
    CHECK(::poll(&open, 1, 20'000) == 1);
    ::close(ends[0]);
}
