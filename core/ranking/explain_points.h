#pragma once

#include <string>
#include <vector>

#include "core/ranking/explain.h"

namespace ranking {

/// Says where the points of one village come from: its sheets, their inspections and what is below,
/// and which of its facilities are not approved. Everything given must outlive it.
class PointsTeller {
public:
    PointsTeller(const Ranking& ranking, const std::vector<const Subject*>& subjects,
                 const FactsOf& factsOf);

    Node tell(const Row& row) const;

private:
    Node partNode(const Row& row, const Part& part, const Check& check) const;
    Node inspectionNode(const ApprovedScore& score, bool manySubjects) const;
    const char* consequenceOf(const Part& part) const;
    std::string subjectWords(const ApprovedScore& score) const;
    std::string pointsInWords(const ApprovedScore& score) const;

    const Ranking& m_ranking;
    const std::vector<const Subject*>& m_subjects;
    const FactsOf& m_factsOf;
    const bool m_vetoZeroes;
};

bool isInspectedBy(const Subject& facility, const Check& check);
/// "设施 村口终端：尚无审核通过的检查" and what that means for the village.
Node unapprovedNode(const Subject& facility, const char* consequence);

}  // namespace ranking
