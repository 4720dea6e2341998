#include "app/options.h"

#include <QCommandLineParser>
#include <QDir>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QSysInfo>

namespace app {
namespace {

tl::unexpected<base::Error> wrong(const QString& argument, const char* message)
{
    return base::fail("options.wrong", message, argument.toStdString());
}

base::Result<std::optional<QSize>> sizeFrom(const QString& text)
{
    if (text.isEmpty()) {
        return std::nullopt;
    }
    static const QRegularExpression form(QStringLiteral("^([1-9][0-9]{2,3})x([1-9][0-9]{2,3})$"));
    const auto match = form.match(text);
    if (!match.hasMatch()) {
        return wrong(text, "窗口大小写法不对，应为 1280x800 这样的宽x高");
    }
    return QSize(match.captured(1).toInt(), match.captured(2).toInt());
}

/// The folder of this name that people would look in, when nothing else is said.
QString usualDataFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) +
           QStringLiteral("/xuncun");
}

}  // namespace

base::Result<Options> optionsFrom(const QStringList& arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral("巡村：村庄检查"));
    const QCommandLineOption help({QStringLiteral("h"), QStringLiteral("help")},
                                  QStringLiteral("显示本说明"));
    const auto valued = [](const char* name, const char* meaning, const char* value) {
        return QCommandLineOption(QString::fromUtf8(name), QString::fromUtf8(meaning),
                                  QString::fromUtf8(value));
    };
    const QCommandLineOption data = valued("data", "数据文件夹", "文件夹");
    const QCommandLineOption hub = valued("hub", "服务器地址", "URL");
    const QCommandLineOption hubCa =
        valued("hub-ca", "只信任此文件签发的服务器证书（登记时用）", "文件");
    const QCommandLineOption enrol = valued("enrol", "用此登记码登记本机", "登记码");
    const QCommandLineOption position = valued(
        "position", "定位来源：device、serial:设备@波特率、tcp:主机:端口、file:文件、none", "来源");
    const QCommandLineOption photos = valued("photos", "没有相机时从此文件夹取照片", "文件夹");
    const QCommandLineOption device = valued("device-name", "本机名称", "名称");
    const QCommandLineOption theme = valued("theme", "light、dark 或 sunlight", "主题");
    const QCommandLineOption language = valued("language", "zh 或 en", "语言");
    const QCommandLineOption size =
        valued("size", "窗口大小，如 1280x800；不写则占满屏幕", "宽x高");
    const QCommandLineOption firstData(QStringLiteral("quit-at-first-data"),
                                       QStringLiteral("显示首屏数据后退出（测量用）"));
    parser.addOptions({help, data, hub, hubCa, enrol, position, photos, device, theme, language,
                       size, firstData});

    if (!parser.parse(QStringList(QStringLiteral("xuncun")) + arguments)) {
        return wrong(parser.errorText(), "命令行参数不认识，用 --help 查看说明");
    }
    if (parser.isSet(help)) {
        return base::fail("options.help", parser.helpText().toStdString());
    }
    if (!parser.positionalArguments().isEmpty()) {
        return wrong(parser.positionalArguments().constFirst(),
                     "命令行参数不认识，用 --help 查看说明");
    }
    const auto windowSize = sizeFrom(parser.value(size));
    if (!windowSize) {
        return tl::unexpected(windowSize.error());
    }
    Options options;
    options.dataFolder =
        parser.isSet(data) ? QDir(parser.value(data)).absolutePath() : usualDataFolder();
    options.hubUrl = parser.value(hub);
    options.hubCaFile = parser.value(hubCa);
    options.enrolCode = parser.value(enrol);
    options.position = parser.value(position);
    options.photosFolder = parser.value(photos);
    options.deviceName = parser.isSet(device) ? parser.value(device) : QSysInfo::machineHostName();
    options.theme = parser.value(theme);
    options.language = parser.value(language);
    options.size = *windowSize;
    options.quitAtFirstData = parser.isSet(firstData);
    const QStringList themes{QString(), QStringLiteral("light"), QStringLiteral("dark"),
                             QStringLiteral("sunlight")};
    if (!themes.contains(options.theme)) {
        return wrong(options.theme, "主题应为 light、dark 或 sunlight");
    }
    if (!QStringList{QString(), QStringLiteral("zh"), QStringLiteral("en")}.contains(
            options.language)) {
        return wrong(options.language, "语言应为 zh 或 en");
    }
    return options;
}

}  // namespace app
