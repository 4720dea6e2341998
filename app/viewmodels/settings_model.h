#pragma once

#include <QtQml/qqmlregistration.h>

#include <QObject>
#include <QUrl>

#include "app/core_thread.h"
#include "app/viewmodels/words.h"
#include "core/store/sync_choice.h"

namespace viewmodels {

struct SettingsFolders {
    QString store;  ///< the database file
    QString media;
    QString log;  ///< the log file; empty: none
    QString exports;
};

struct SettingsFacts;

/// What the user may set on this tablet, and what one reads out on the telephone when something is
/// wrong.
class SettingsModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made in app/composition")
    Q_PROPERTY(Look look READ look WRITE setLook NOTIFY lookChanged)
    Q_PROPERTY(int textSize READ textSize WRITE setTextSize NOTIFY lookChanged)
    Q_PROPERTY(Language language READ language WRITE setLanguage NOTIFY languageChanged)
    Q_PROPERTY(Over recordsOver READ recordsOver WRITE setRecordsOver NOTIFY changed)
    Q_PROPERTY(Over photosOver READ photosOver WRITE setPhotosOver NOTIFY changed)
    Q_PROPERTY(Receiver receiver READ receiver NOTIFY changed)
    Q_PROPERTY(QString receiverAddress READ receiverAddress NOTIFY changed)
    Q_PROPERTY(QString userName READ userName NOTIFY changed)
    Q_PROPERTY(QString county READ county NOTIFY changed)
    Q_PROPERTY(QString deviceId READ deviceId NOTIFY changed)
    Q_PROPERTY(QString hubUrl READ hubUrl NOTIFY changed)
    Q_PROPERTY(QString appVersion READ appVersion CONSTANT)
    Q_PROPERTY(QString qtVersion READ qtVersion CONSTANT)
    Q_PROPERTY(int schemaVersion READ schemaVersion CONSTANT)
    Q_PROPERTY(double storeBytes READ storeBytes NOTIFY changed)
    Q_PROPERTY(double mediaBytes READ mediaBytes NOTIFY changed)
    Q_PROPERTY(double freeBytes READ freeBytes NOTIFY changed)
    Q_PROPERTY(QString exportedTo READ exportedTo NOTIFY exported)
    Q_PROPERTY(QString error READ error NOTIFY changed)

public:
    enum class Look { Light, Dark, Sunlight };
    Q_ENUM(Look)
    enum class Language { AsTablet, Chinese, English };
    Q_ENUM(Language)
    /// Which networks may be used.
    enum class Over { Nothing, FreeNetworks, AnyNetwork };
    Q_ENUM(Over)

    enum class Receiver { Tablet, Serial, Network };
    Q_ENUM(Receiver)

    SettingsModel(app::CoreThread& core, SettingsFolders folders, QObject* parent = nullptr);

    Q_INVOKABLE void refresh();
    /// Copies the log, with what it was before it was begun anew, into the folder for exports;
    /// `exportedTo` or `error` says where or why not.
    Q_INVOKABLE void exportLog();
    /// Asks for another PIN; PinModel does it.
    Q_INVOKABLE void changePin() { Q_EMIT pinChangeWanted(); }
    /// Asks for another enrolment; PinModel leads there.
    Q_INVOKABLE void handOver() { Q_EMIT handOverWanted(); }

    Look look() const { return m_look; }
    void setLook(Look look);
    /// 0..3: small, normal, large, largest.
    int textSize() const { return m_textSize; }
    void setTextSize(int size);
    Language language() const { return m_language; }
    /// Of all pages, at once.
    void setLanguage(Language language);
    Over recordsOver() const { return static_cast<Over>(m_sync.records); }
    void setRecordsOver(Over over);
    Over photosOver() const { return static_cast<Over>(m_sync.photos); }
    void setPhotosOver(Over over);
    /// Where positions come from, as platform::makePositionSource takes it.
    QString position() const { return m_position; }
    Receiver receiver() const;
    /// "/dev/ttyUSB0@9600", "192.168.1.5:10110"; empty for the tablet's own.
    QString receiverAddress() const { return m_position.section(u':', 1); }
    /// At once, and kept; an address that makes no sense is refused in `error`.
    Q_INVOKABLE void setReceiver(Receiver receiver, const QString& address);
    QString userName() const { return m_userName; }
    QString county() const { return m_county; }
    QString deviceId() const { return m_deviceId; }
    QString hubUrl() const { return m_hubUrl; }
    QString appVersion() const;
    QString qtVersion() const;
    int schemaVersion() const;
    double storeBytes() const { return static_cast<double>(m_storeBytes); }
    double mediaBytes() const { return static_cast<double>(m_mediaBytes); }
    double freeBytes() const { return static_cast<double>(m_freeBytes); }
    QString exportedTo() const { return m_exportedTo; }
    QString error() const { return m_error; }

Q_SIGNALS:
    void lookChanged();
    void languageChanged();
    void changed();
    void exported();
    /// Another choice of networks is kept: what was held back may go now.
    void syncChoiceSaved();
    void pinChangeWanted();
    void handOverWanted();

private:
    void take(const SettingsFacts& facts);
    void fail(const QString& error);
    void notSaved();
    void save(std::string key, std::string value);
    void saveSync(const store::SyncChoice& choice);

    app::CoreThread& m_core;
    SettingsFolders m_folders;
    Look m_look = Look::Light;
    int m_textSize = 1;
    Language m_language = Language::AsTablet;
    store::SyncChoice m_sync;
    QString m_position = QStringLiteral("device");
    QString m_userName, m_county, m_deviceId, m_hubUrl;
    qint64 m_storeBytes = 0, m_mediaBytes = 0, m_freeBytes = 0;
    QString m_exportedTo;
    QString m_error;
};

}  // namespace viewmodels
