#include "tests/hub/media/hub_process.h"

#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <stdexcept>

#include "tests/support/dies_with_us.h"

namespace hubtest {

std::string textOf(const hub::Request& request, std::int64_t announced)
{
    std::string text = request.method + " " + request.path + " HTTP/1.1\r\nHost: hub\r\n";
    for (const auto& [name, value] : request.headers) text += name + ": " + value + "\r\n";
    const auto bytes = announced < 0 ? static_cast<std::int64_t>(request.body.size()) : announced;
    return text + "content-length: " + std::to_string(bytes) + "\r\n\r\n" + request.body;
}

HubProcess::HubProcess(const std::filesystem::path& folder, const Environment& environment,
                       const std::vector<std::string>& moreArguments, std::uint16_t port)
{
    int ends[2];
    if (::pipe(ends) != 0) throw std::runtime_error("pipe");
    std::vector<std::string> words{XUNCUN_HUB,           "serve",  "--quiet",      "--port",
                                   std::to_string(port), "--data", folder.string()};
    words.insert(words.end(), moreArguments.begin(), moreArguments.end());
    std::vector<char*> arguments;
    for (std::string& word : words) arguments.push_back(word.data());
    arguments.push_back(nullptr);
    m_pid = support::forkToDieWithUs();
    if (m_pid == 0) {
        ::dup2(ends[1], STDOUT_FILENO);
        ::close(ends[0]);
        ::close(ends[1]);
        for (const auto& [name, value] : environment) ::setenv(name.c_str(), value.c_str(), 1);
        ::execv(XUNCUN_HUB, arguments.data());
        ::_exit(127);
    }
    ::close(ends[1]);
    std::string line;
    char c = 0;
    while (::read(ends[0], &c, 1) == 1 && c != '\n') line += c;
    ::close(ends[0]);
    if (const auto colon = line.rfind(':'); colon == std::string::npos) return;
    m_port = static_cast<std::uint16_t>(std::stoi(line.substr(line.rfind(':') + 1)));
}

HubProcess::~HubProcess()
{
    kill();
}

void HubProcess::kill()
{
    if (m_pid <= 0) return;
    ::kill(m_pid, SIGKILL);
    ::waitpid(m_pid, nullptr, 0);
    m_pid = 0;
}

int HubProcess::stop()
{
    int status = 0;
    ::kill(m_pid, SIGTERM);
    ::waitpid(m_pid, &status, 0);
    m_pid = 0;
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

}  // namespace hubtest
