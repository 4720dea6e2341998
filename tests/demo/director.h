#pragma once

#include <QMap>
#include <QString>
#include <QStringList>

#include "tests/demo/cuttable_proxy.h"
#include "tests/demo/hub_process.h"

namespace demo {

/// Runs the acts of the day, each as its own process of this program with the real app in it, does
/// what they ask of the network, and kills the ones that are to be killed.
class Director {
public:
    Director(CuttableProxy& proxy, QString pictureFolder, QString platform);

    enum class End { finished, killed };
    /// Throws DidNotHappen when the act fails, ends otherwise than expected or takes longer than
    /// four minutes.
    void perform(const QString& act, const QStringList& appArguments, End expected = End::finished);

    /// A fact for the acts that follow.
    void tell(const QString& name, const QString& value) { m_told.insert(name, value); }
    /// What acts told, by name.
    QString told(const QString& name) const { return m_told.value(name); }

private:
    void obey(class QProcess& process, const QString& wish, bool& killed);

    CuttableProxy& m_proxy;
    QString m_pictureFolder;
    QString m_platform;
    QMap<QString, QString> m_told;
};

}  // namespace demo
