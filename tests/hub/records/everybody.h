#pragma once

#include <map>
#include <string>

#include "core/domain/checklist.h"
#include "core/domain/rectification.h"
#include "core/domain/review.h"
#include "tests/hub/records/county.h"

// Every role, here and elsewhere, and work that each may try to do.
namespace hubtest {

/// Everybody there is; "Here" is 上村 of 甲镇, where the work is done. Of the
/// supervisors only "adjusterHere" has the right to adjust points.
struct Everybody {
    County county;
    std::map<std::string, Tablet> who;

    Everybody();
    void add(const std::string& id, domain::Role role, std::vector<domain::RegionCode> scope,
             bool mayAdjust = false);
    Tablet& at(const std::string& id) { return who.at(id); }
};

/// One piece of work in 上村, as far as the record that is tried needs it.
struct Work {
    explicit Work(Everybody& all) : m_all(all) {}

    domain::Inspection inspection();
    domain::Inspection submitted();
    domain::Inspection approved();
    domain::Inspection issued();
    domain::Inspection checked();
    domain::Inspection reported();
    std::string review(const domain::Inspection& made, const std::string& by,
                       domain::Decision decision = domain::Decision::approve);
    /// Like submitted(), with a 一票否决 in it.
    domain::Inspection vetoed();
    /// The answer to an appeal of the village: the deduction stands, or (adjust) it is right.
    std::string answer(const domain::Inspection& made, const std::string& by,
                       domain::Decision decision = domain::Decision::approve);
    std::string issue(const domain::Inspection& made, const std::string& by);
    std::string step(const domain::Inspection& made, const std::string& by,
                     domain::RectificationAction action);
    std::string appeal(const domain::Inspection& made, const std::string& by);
    domain::RecordId done(const std::string& by, const std::string& kind, const std::string& body);
    domain::RecordId last;

private:
    void addVeto(domain::Inspection& made, const domain::Item& item);

    Everybody& m_all;
};

}  // namespace hubtest
