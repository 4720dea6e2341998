#include "app/viewmodels/settings_model.h"

#include <QDateTime>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>
#include <QStorageInfo>
#include <algorithm>
#include <utility>

#include "app/platform/position.h"
#include "app/viewmodels/error_words.h"
#include "core/store/identity.h"
#include "core/store/open.h"
#include "core/store/ui_state.h"

namespace viewmodels {

struct SettingsFacts {
    std::optional<store::Enrolment> enrolment;
    std::string look, textSize, language, position;
    store::SyncChoice sync;
    qint64 storeBytes = 0, mediaBytes = 0, freeBytes = 0;
};

namespace {

qint64 bytesIn(const QString& folder)
{
    qint64 bytes = 0;
    QDirIterator files(folder, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        files.next();
        bytes += files.fileInfo().size();
    }
    return bytes;
}

/// The log and what it was before it was begun anew, the older part first, in one file.
bool exportLogTo(const QString& log, const QString& to)
{
    QFile out(to);
    if (!QDir().mkpath(QFileInfo(to).path()) || !out.open(QIODevice::WriteOnly)) return false;
    bool any = false;
    for (const QString& part : {log + QLatin1String(".1"), log}) {
        QFile in(part);
        if (!in.open(QIODevice::ReadOnly)) continue;
        any = true;
        while (!in.atEnd()) any = any && out.write(in.read(64 * 1024)) >= 0;
    }
    any = any && out.flush();
    if (!any) out.remove();
    return any;
}

SettingsFacts readFacts(SQLite::Database& db, const SettingsFolders& folders)
{
    const store::UiState kept(db);
    SettingsFacts facts;
    facts.enrolment = store::Identity(db).enrolment();
    facts.look = kept.get("look").value_or("0");
    facts.textSize = kept.get("text_size").value_or("1");
    facts.language = kept.get("language").value_or("0");
    facts.sync = store::syncChoice(db);
    facts.position = kept.get("position").value_or("device");
    facts.storeBytes = QFileInfo(folders.store).size();
    facts.mediaBytes = bytesIn(folders.media);
    facts.freeBytes = QStorageInfo(folders.media).bytesAvailable();
    return facts;
}

int choice(const std::string& kept, int most, int otherwise)
{
    return kept.size() == 1 && kept[0] >= '0' && kept[0] <= '0' + most ? kept[0] - '0' : otherwise;
}

}  // namespace

SettingsModel::SettingsModel(app::CoreThread& core, SettingsFolders folders, QObject* parent)
    : QObject(parent), m_core(core), m_folders(std::move(folders))
{
}

void SettingsModel::refresh()
{
    app::whenDone(
        m_core.run([folders = m_folders](SQLite::Database& db) { return readFacts(db, folders); }),
        this, [this](const SettingsFacts& facts) { take(facts); },
        [this](const std::exception&) {
            fail(tr("本机数据读不出来，请重新打开应用；仍不行请联系管理员"));
        });
}

void SettingsModel::take(const SettingsFacts& facts)
{
    m_look = static_cast<Look>(choice(facts.look, 2, 0));
    m_textSize = choice(facts.textSize, 3, 1);
    const auto language = static_cast<Language>(choice(facts.language, 2, 0));
    if (std::exchange(m_language, language) != language) Q_EMIT languageChanged();
    m_sync = facts.sync;
    m_position = text(facts.position);
    if (facts.enrolment) {
        m_userName = text(facts.enrolment->user.name);
        m_deviceId = text(facts.enrolment->device.value);
        m_hubUrl = text(facts.enrolment->hubUrl);
        m_county = text(facts.enrolment->county);
    }
    m_storeBytes = facts.storeBytes;
    m_mediaBytes = facts.mediaBytes;
    m_freeBytes = facts.freeBytes;
    m_error.clear();
    Q_EMIT lookChanged();
    Q_EMIT changed();
}

void SettingsModel::fail(const QString& error)
{
    m_error = error;
    Q_EMIT changed();
}

void SettingsModel::exportLog()
{
    const QString to = m_folders.exports + QLatin1String("/xuncun-") +
                       QDateTime::currentDateTime().toString(QStringLiteral("yyyyMMdd-HHmmss")) +
                       QLatin1String(".log");
    const auto copy = [from = m_folders.log, to](SQLite::Database&) {
        return exportLogTo(from, to);
    };
    const auto failed = [this](const std::exception&) { fail(tr("日志没有导出：存储空间不足")); };
    app::whenDone(
        m_core.run(copy), this,
        [this, to](bool copied) {
            m_exportedTo = copied ? to : QString();
            Q_EMIT exported();
            fail(copied ? QString() : tr("日志没有导出：没有日志，或存储空间不足"));
        },
        failed);
}

void SettingsModel::setLook(Look look)
{
    if (m_look == look) return;
    m_look = look;
    Q_EMIT lookChanged();
    save("look", std::to_string(static_cast<int>(look)));
}

void SettingsModel::setTextSize(int size)
{
    const int fitting = std::clamp(size, 0, 3);
    if (m_textSize == fitting) return;
    m_textSize = fitting;
    Q_EMIT lookChanged();
    save("text_size", std::to_string(fitting));
}

void SettingsModel::setLanguage(Language language)
{
    if (m_language == language) return;
    m_language = language;
    Q_EMIT languageChanged();
    save("language", std::to_string(static_cast<int>(language)));
}

void SettingsModel::setRecordsOver(Over over)
{
    saveSync({static_cast<store::SyncOver>(over), m_sync.photos});
}

void SettingsModel::setPhotosOver(Over over)
{
    saveSync({m_sync.records, static_cast<store::SyncOver>(over)});
}

void SettingsModel::saveSync(const store::SyncChoice& choice)
{
    if (m_sync == choice) return;
    m_sync = choice;
    Q_EMIT changed();
    app::whenDone(
        m_core.run([choice](SQLite::Database& db) { store::putSyncChoice(db, choice); }), this,
        [this] { Q_EMIT syncChoiceSaved(); }, [this](const std::exception&) { notSaved(); });
}

SettingsModel::Receiver SettingsModel::receiver() const
{
    return m_position.startsWith(u"serial:") ? Receiver::Serial
           : m_position.startsWith(u"tcp:")  ? Receiver::Network
                                             : Receiver::Tablet;
}

void SettingsModel::setReceiver(Receiver receiver, const QString& address)
{
    const QString named = address.trimmed();
    const QString position = receiver == Receiver::Serial    ? QLatin1String("serial:") + named
                             : receiver == Receiver::Network ? QLatin1String("tcp:") + named
                                                             : QStringLiteral("device");
    if (const auto source = platform::makePositionSource(position); !source)
        return fail(ErrorWords::of(source.error()));
    m_position = position;
    m_error.clear();
    Q_EMIT changed();
    save("position", position.toStdString());
}

QString SettingsModel::appVersion() const
{
    return QStringLiteral(XUNCUN_VERSION);
}

QString SettingsModel::qtVersion() const
{
    return QLatin1String(qVersion());
}

int SettingsModel::schemaVersion() const
{
    return static_cast<int>(store::migrations().size());
}

void SettingsModel::save(std::string key, std::string value)
{
    app::whenDone(
        m_core.run([key = std::move(key), value = std::move(value)](SQLite::Database& db) {
            store::UiState(db).put(key, value);
        }),
        this, [] {}, [this](const std::exception&) { notSaved(); });
}

void SettingsModel::notSaved()
{
    fail(tr("设置没有保存：存储空间可能已满，请清理后再试"));
}

}  // namespace viewmodels
