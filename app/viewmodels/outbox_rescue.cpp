#include <QDateTime>
#include <filesystem>

#include "app/viewmodels/error_words.h"
#include "app/viewmodels/outbox_model.h"
#include "sync/client/rescue.h"

namespace viewmodels {

namespace {
QString skippedText(int skipped)
{
    return skipped == 0
               ? QString()
               : QLatin1Char(' ') +
                     OutboxModel::tr("另有 %1 个照片文件已损坏，没有包含在内。").arg(skipped);
}

/// DATA/media is beside DATA/tablet.db.
std::string mediaFolderOf(SQLite::Database& db)
{
    return (std::filesystem::path(db.getFilename()).parent_path() / "media").string();
}
}  // namespace

void OutboxModel::rescueTo(const QUrl& folder)
{
    const QString name = QStringLiteral("巡村未传-%1.xcr")
                             .arg(QDateTime::currentDateTime().toString(u"yyyyMMdd-HHmmss"));
    const std::string path = (folder.toLocalFile() + u'/' + name).toStdString();
    handOverBegins();
    app::whenDone(
        m_core.run([path](SQLite::Database& db) {
            return client::writeRescue(db, mediaFolderOf(db), path);
        }),
        this,
        [this, name](const base::Result<client::RescueReport>& written) {
            if (!written) return handOverEnds({}, ErrorWords::of(written.error()), true);
            handOverEnds(
                text(written->code),
                tr("已写入 %1：%2 条记录，%3 个照片文件。请抄下口令，它不会保存在任何地方。")
                        .arg(name)
                        .arg(written->records)
                        .arg(written->photos) +
                    skippedText(written->skipped),
                false);
        },
        [this](const std::exception&) {
            handOverEnds({}, tr("没有导出：存储出错，请重试"), true);
        });
}

void OutboxModel::carry(const QUrl& file, const QString& code)
{
    const std::string path = file.toLocalFile().toStdString();
    handOverBegins();
    app::whenDone(
        m_core.run([path, code = code.toStdString()](SQLite::Database& db) {
            return client::carryRescue(mediaFolderOf(db), path, code);
        }),
        this,
        [this](const base::Result<client::RescueReport>& taken) {
            if (!taken) return handOverEnds({}, ErrorWords::of(taken.error()), true);
            handOverEnds({},
                         tr("已收下 %1 条记录、%2 个照片文件，下次同步时一起上传。")
                                 .arg(taken->records)
                                 .arg(taken->photos) +
                             skippedText(taken->skipped),
                         false);
            Q_EMIT syncWanted();
        },
        [this](const std::exception&) {
            handOverEnds({}, tr("没有收下：存储出错，请重试"), true);
        });
}

void OutboxModel::forgetRescue()
{
    handOverEnds({}, {}, false);
}

void OutboxModel::handOverBegins()
{
    m_handingOver = true;
    m_rescueText.clear();
    m_rescueCode.clear();
    Q_EMIT handedOver();
}

void OutboxModel::handOverEnds(const QString& code, const QString& text, bool failed)
{
    m_handingOver = false;
    m_rescueCode = code;
    m_rescueText = text;
    m_rescueFailed = failed;
    Q_EMIT handedOver();
}

}  // namespace viewmodels
