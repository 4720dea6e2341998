#pragma once

#include <QtQml/qqmlregistration.h>

#include <QObject>

#include "app/viewmodels/missing_list_model.h"
#include "app/viewmodels/open_inspection.h"
#include "app/viewmodels/position_average.h"
#include "app/viewmodels/village_signing.h"

namespace viewmodels {

/// The end of an inspection: what is missing, the two signatures, and submitting.
class FinishModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made in app/composition")
    Q_PROPERTY(QString total READ total NOTIFY changed)
    Q_PROPERTY(QString maximum READ maximum NOTIFY changed)
    Q_PROPERTY(int findings READ findings NOTIFY changed)
    Q_PROPERTY(int blocking READ blocking NOTIFY changed)
    Q_PROPERTY(bool positionReasonWanted READ positionReasonWanted NOTIFY changed)
    Q_PROPERTY(double accuracyLimitM READ accuracyLimitM NOTIFY changed)
    Q_PROPERTY(viewmodels::PositionAverage* average READ average CONSTANT)
    Q_PROPERTY(QString positionReason READ positionReason NOTIFY textsChanged)
    Q_PROPERTY(QString remark READ remark NOTIFY textsChanged)
    Q_PROPERTY(bool inspectorSigned READ inspectorSigned NOTIFY changed)
    Q_PROPERTY(QString inspectorStrokes READ inspectorStrokes NOTIFY changed)
    Q_PROPERTY(Village villageWay READ villageWay NOTIFY changed)
    Q_PROPERTY(Village villageSignature READ villageSignature NOTIFY changed)
    Q_PROPERTY(QString villageStrokes READ villageStrokes NOTIFY changed)
    Q_PROPERTY(QString villageName READ villageName NOTIFY textsChanged)
    Q_PROPERTY(QString villageReason READ villageReason NOTIFY textsChanged)
    Q_PROPERTY(bool canSubmit READ canSubmit NOTIFY changed)
    Q_PROPERTY(bool submitting READ submitting NOTIFY changed)
    Q_PROPERTY(QString error READ error NOTIFY changed)
    Q_PROPERTY(viewmodels::MissingListModel* missing READ missing CONSTANT)

public:
    enum class Village { Missing, Signed, Refused, NobodyThere };
    Q_ENUM(Village)

    explicit FinishModel(OpenInspection& open, QObject* parent = nullptr);

    /// `strokesSvg` is path data in a 1000 x 1000 square; empty wipes the signature.
    Q_INVOKABLE void signInspector(const QString& strokesSvg);
    /// Signed, Refused (拒签) or NobodyThere (无人): from now on only this counts, and nothing does
    /// until it is whole. What was given in another way comes back when that is chosen again.
    Q_INVOKABLE void chooseVillage(Village way);
    Q_INVOKABLE void signVillage(const QString& strokesSvg);
    /// Who signs; kept with the signature.
    Q_INVOKABLE void nameVillage(const QString& name);
    /// Why there is no signature, in the way that is chosen.
    Q_INVOKABLE void explainVillage(const QString& reason);
    Q_INVOKABLE void setPositionReason(const QString& reason);
    Q_INVOKABLE void setRemark(const QString& remark);
    /// Refused while something blocks; submitted() or `error` follows.
    Q_INVOKABLE void submit();

    QString total() const;
    QString maximum() const;
    int findings() const;
    int blocking() const { return m_blocking; }
    /// The start or a photo has no position, or one over the campaign's limit: said why before it
    /// is submitted, and never in the way of taking it.
    bool positionReasonWanted() const;
    double accuracyLimitM() const;
    /// What it gives replaces the position of the start.
    PositionAverage* average() { return &m_average; }
    QString positionReason() const;
    QString remark() const;
    bool inspectorSigned() const;
    QString inspectorStrokes() const;
    Village villageWay() const;
    /// What is saved, when it is what was chosen.
    Village villageSignature() const;
    QString villageStrokes() const;
    /// Also before there is a signature to it.
    QString villageName() const;
    QString villageReason() const;
    bool canSubmit() const { return m_open.isOpen() && m_blocking == 0 && !m_submitting; }
    bool submitting() const { return m_submitting; }
    QString error() const { return m_error; }
    MissingListModel* missing() { return &m_missing; }

Q_SIGNALS:
    void changed();
    /// Only when one of the texts is another one: a field in which somebody types keeps what is
    /// typed.
    void textsChanged();
    void submitted();

private:
    void refresh();
    template <class Action>
    void save(Action action);
    std::vector<MissingRow> missingRows() const;
    void sign(const char* role, std::optional<domain::Signature> signature);
    void takeAverage(const std::optional<base::Fix>& average);
    const domain::Signature* signature(const char* role) const;
    void fail(const base::Error& error);

    OpenInspection& m_open;
    int m_blocking = 0;
    bool m_submitting = false;
    QString m_error;
    VillageSigning m_village;
    QStringList m_texts;
    MissingListModel m_missing{this};
    PositionAverage m_average;
};

}  // namespace viewmodels
