#include "tests/e2e/child.h"

#include <fcntl.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <fstream>
#include <stdexcept>
#include <thread>
#include <utility>

#include "tests/support/dies_with_us.h"

namespace e2e {

Child::Child(const std::vector<std::string>& command, const std::string& logFile)
{
    std::vector<char*> arguments;
    for (const std::string& part : command) arguments.push_back(const_cast<char*>(part.c_str()));
    arguments.push_back(nullptr);
    m_pid = support::forkToDieWithUs();
    if (m_pid == 0) {
        const int log = ::open(logFile.c_str(), O_WRONLY | O_CREAT | O_APPEND, 0600);
        if (log >= 0 && ::dup2(log, STDOUT_FILENO) >= 0 && ::dup2(log, STDERR_FILENO) >= 0)
            ::execv(arguments[0], arguments.data());
        ::_exit(127);
    }
    if (m_pid < 0) throw std::runtime_error("cannot start " + command[0]);
}

Child::Child(Child&& other) noexcept : m_pid(std::exchange(other.m_pid, -1)), m_code(other.m_code)
{
}

Child::~Child()
{
    if (m_pid > 0 && !m_code) kill();
}

void Child::kill()
{
    ::kill(m_pid, SIGKILL);
    int status = 0;
    ::waitpid(m_pid, &status, 0);
    m_code = -1;
}

std::optional<int> Child::ended()
{
    int status = 0;
    if (!m_code && ::waitpid(m_pid, &status, WNOHANG) == m_pid)
        m_code = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    return m_code;
}

std::optional<int> Child::wait(int seconds)
{
    for (int tenths = 0; tenths < seconds * 10 && !ended(); ++tenths) sleepMs(100);
    return ended();
}

int run(const std::vector<std::string>& command, const std::string& logFile)
{
    return Child(command, logFile).wait(60).value_or(-1);
}

void sleepMs(int milliseconds)
{
    std::this_thread::sleep_for(std::chrono::milliseconds(milliseconds));
}

}  // namespace e2e
