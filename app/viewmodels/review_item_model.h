#pragma once

#include <QtQml/qqmlregistration.h>

#include <QObject>
#include <QStringList>

#include "app/viewmodels/finding_list_model.h"
#include "app/viewmodels/review_lists.h"
#include "app/viewmodels/review_places.h"

namespace viewmodels {

/// The item that the judge looks at: what was found, what it cost and why, the photos of it and
/// those of last time.
class ReviewItemModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("part of ReviewModel")
    Q_PROPERTY(QString itemCode READ itemCode NOTIFY changed)
    Q_PROPERTY(QString title READ title NOTIFY changed)
    Q_PROPERTY(QString points READ points NOTIFY changed)
    Q_PROPERTY(QString maximum READ maximum NOTIFY changed)
    Q_PROPERTY(QString most READ most NOTIFY changed)
    Q_PROPERTY(QString lost READ lost NOTIFY changed)
    Q_PROPERTY(QString note READ note NOTIFY changed)
    Q_PROPERTY(QStringList reasons READ reasons NOTIFY changed)
    Q_PROPERTY(QStringList evidenceProblems READ evidenceProblems NOTIFY changed)
    Q_PROPERTY(QStringList chainFaults READ chainFaults NOTIFY changed)
    Q_PROPERTY(bool adjusted READ adjusted NOTIFY changed)
    Q_PROPERTY(QString pointsBefore READ pointsBefore NOTIFY changed)
    Q_PROPERTY(QString adjustReason READ adjustReason NOTIFY changed)
    Q_PROPERTY(bool lastKnown READ lastKnown NOTIFY changed)
    Q_PROPERTY(double lastAtMs READ lastAtMs NOTIFY changed)
    Q_PROPERTY(int lastFindings READ lastFindings NOTIFY changed)
    Q_PROPERTY(viewmodels::ReviewPhotoListModel* photos READ photos CONSTANT)
    Q_PROPERTY(viewmodels::ReviewPhotoListModel* lastPhotos READ lastPhotos CONSTANT)
    Q_PROPERTY(viewmodels::ReviewPlaceModel* places READ places CONSTANT)
    Q_PROPERTY(viewmodels::FindingListModel* findings READ findings CONSTANT)

public:
    ReviewItemModel(QString mediaFolder, QObject* parent);

    /// Nothing for an item that the sheet does not have.
    void show(const ReviewSheet* sheet, const std::string& itemCode);

    QString itemCode() const { return text(m_score.code); }
    QString title() const { return text(m_score.title); }
    /// Of a bonus item what it earns.
    QString points() const;
    QString maximum() const { return text(m_score.max); }
    /// The most that the item may be adjusted to; "0" for a veto.
    QString most() const { return text(m_most); }
    QString lost() const;
    QString note() const { return m_note; }
    QStringList reasons() const { return m_reasons; }
    QStringList evidenceProblems() const { return m_evidenceProblems; }
    /// Of the whole inspection: what does not hold in the chain of photos or the seal, and where.
    QStringList chainFaults() const { return m_chainFaults; }
    bool adjusted() const { return m_score.adjustment.has_value(); }
    QString pointsBefore() const { return text(m_score.pointsBeforeAdjustment); }
    QString adjustReason() const;
    bool lastKnown() const { return m_lastAtMs > 0; }
    double lastAtMs() const { return static_cast<double>(m_lastAtMs); }
    int lastFindings() const { return m_lastFindings; }
    ReviewPhotoListModel* photos() { return &m_photos; }
    ReviewPhotoListModel* lastPhotos() { return &m_lastPhotos; }
    ReviewPlaceModel* places() { return &m_places; }
    FindingListModel* findings() { return &m_findings; }

Q_SIGNALS:
    void changed();

private:
    void showLastTime(const ReviewSheet& sheet);

    QString m_mediaFolder;
    scoring::ItemScore m_score;
    base::Points m_most;
    QString m_note;
    QStringList m_reasons;
    QStringList m_evidenceProblems;
    QStringList m_chainFaults;
    std::int64_t m_lastAtMs = 0;
    int m_lastFindings = 0;
    ReviewPhotoListModel m_photos{this};
    ReviewPhotoListModel m_lastPhotos{this};
    ReviewPlaceModel m_places{this};
    FindingListModel m_findings{this};
};

}  // namespace viewmodels
