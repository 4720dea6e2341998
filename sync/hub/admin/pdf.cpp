#include "sync/hub/admin/pdf.h"

#include <fcntl.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <cstdlib>
#include <fstream>
#include <thread>
#include <vector>

namespace hub {

namespace {

constexpr int notFound = 127;
constexpr std::chrono::seconds longest{120};

/// What stands in for the fonts of an official document, best first; names that this machine does
/// not have are passed over.
constexpr const char* fontsXml = R"(<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
<include ignore_missing="yes">/etc/fonts/fonts.conf</include>
<alias binding="same"><family>仿宋</family><prefer><family>仿宋</family><family>仿宋_GB2312</family>
<family>FangSong</family><family>STFangsong</family><family>Noto Serif CJK SC</family></prefer></alias>
<alias binding="same"><family>楷体</family><prefer><family>楷体</family><family>楷体_GB2312</family>
<family>KaiTi</family><family>STKaiti</family><family>AR PL UKai CN</family><family>Noto Serif CJK SC</family></prefer></alias>
<alias binding="same"><family>方正小标宋简体</family><prefer><family>方正小标宋简体</family><family>方正小标宋_GBK</family>
<family>STZhongsong</family><family>Noto Serif CJK SC</family></prefer></alias>
<alias binding="same"><family>宋体</family><prefer><family>宋体</family><family>SimSun</family>
<family>AR PL UMing CN</family><family>Noto Serif CJK SC</family></prefer></alias>
<alias binding="same"><family>黑体</family><prefer><family>黑体</family><family>SimHei</family>
<family>WenQuanYi Zen Hei</family><family>Noto Sans CJK SC</family></prefer></alias>
<alias binding="same"><family>Times New Roman</family><prefer><family>Times New Roman</family>
<family>Liberation Serif</family><family>Noto Serif CJK SC</family></prefer></alias>
</fontconfig>
)";

class WorkFolder {
public:
    WorkFolder()
    {
        std::string pattern =
            (std::filesystem::temp_directory_path() / "xuncun-pdf-XXXXXX").string();
        if (mkdtemp(pattern.data())) m_path = pattern;
    }
    ~WorkFolder()
    {
        std::error_code ignored;
        if (!m_path.empty()) std::filesystem::remove_all(m_path, ignored);
    }
    WorkFolder(const WorkFolder&) = delete;
    WorkFolder& operator=(const WorkFolder&) = delete;
    const std::filesystem::path& path() const { return m_path; }

private:
    std::filesystem::path m_path;
};

/// Runs a program without output; its exit code, `notFound` when there is no such program, -1 when
/// it took too long or was killed.
int run(const std::vector<std::string>& words, const std::filesystem::path& fonts)
{
    std::vector<char*> arguments;
    for (const std::string& word : words) arguments.push_back(const_cast<char*>(word.c_str()));
    arguments.push_back(nullptr);
    const pid_t child = fork();
    if (child < 0) return -1;
    if (child == 0) {
        setenv("FONTCONFIG_FILE", fonts.c_str(), 1);
        const int silence = open("/dev/null", O_RDWR);
        for (const int stream : {0, 1, 2}) dup2(silence, stream);
        execvp(arguments[0], arguments.data());
        _exit(notFound);
    }
    const auto end = std::chrono::steady_clock::now() + longest;
    int status = 0;
    while (waitpid(child, &status, WNOHANG) == 0) {
        if (std::chrono::steady_clock::now() > end) {
            kill(child, SIGKILL);
            waitpid(child, &status, 0);
            return -1;
        }
        std::this_thread::sleep_for(std::chrono::milliseconds(50));
    }
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

std::vector<std::string> programs()
{
    const char* chosen = std::getenv("XUNCUN_SOFFICE");
    if (chosen != nullptr && *chosen != '\0') return {chosen};
    return {"soffice", "libreoffice"};
}

}  // namespace

base::Result<void> docxToPdf(const std::filesystem::path& docx, const std::filesystem::path& pdf)
{
    const WorkFolder folder;
    const std::filesystem::path& work = folder.path();
    const std::filesystem::path copy = work / "notice.docx";
    const std::filesystem::path fonts = work / "fonts.conf";
    std::error_code error;
    std::filesystem::copy_file(docx, copy, error);
    std::ofstream(fonts) << fontsXml;
    if (work.empty() || error)
        return base::fail("file.not_written", "临时文件夹不能写", work.string());
    int code = notFound;
    for (const std::string& program : programs()) {
        code = run(
            {program, "-env:UserInstallation=file://" + (work / "profile").string(), "--headless",
             "--norestore", "--convert-to", "pdf", "--outdir", work.string(), copy.string()},
            fonts);
        if (code != notFound) break;
    }
    if (code == notFound)
        return base::fail(
            "pdf.no_office",
            "生成 PDF 要用 LibreOffice，这台机器上没有。请安装 libreoffice-writer-nogui，"
            "或者用 WPS 打开 .docx 另存为 PDF");
    const std::filesystem::path made = work / "notice.pdf";
    if (code != 0 || !std::filesystem::exists(made))
        return base::fail("pdf.failed", "LibreOffice 没能生成 PDF，请用 WPS 打开 .docx 另存为 PDF",
                          docx.string());
    std::filesystem::copy_file(made, pdf, std::filesystem::copy_options::overwrite_existing, error);
    if (error) return base::fail("file.not_written", "写不出文件 " + pdf.string(), pdf.string());
    return {};
}

}  // namespace hub
