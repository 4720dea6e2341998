#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/report/package.h"

// What was found, one line a problem, out of a frozen package.
namespace documents {

/// Who will read a document. A publication masks persons and leaves inspectors out.
enum class Audience { publication, internal };

/// The words that stand beside a finding; a package has none of them.
struct FindingWords {
    std::string place;
    std::string note;
    std::string rectification;  ///< how far it is: "整改中"; empty: not known
    std::string dueDay;         ///< that the task was issued with; empty: not issued
};

/// What the office's database knows of one revision and a package leaves out. It never holds a
/// figure.
struct Particulars {
    std::string inspector;
    std::string subject;             ///< name of the facility; empty for the village itself
    std::vector<std::string> names;  ///< of villagers, to be masked wherever they stand
    std::map<domain::FindingId, FindingWords> findings;
};

/// Gives them, or nothing where they are not known.
using ParticularsOf =
    std::function<std::optional<Particulars>(const domain::InspectionId&, int revision)>;

struct ProblemOptions {
    Audience audience = Audience::publication;
    std::string day;              ///< of the document, "2026-11-23"; deadlines count from it
    ParticularsOf particularsOf;  ///< may be empty
    std::string asOf;             ///< the day on which the particulars' states and due days held
};

/// One rule of one item that took points (or vetoes) in one approved inspection.
struct Problem {
    domain::RegionCode village;
    domain::InspectionId inspection;
    std::string checkKind;
    std::string itemCode;
    std::string ruleCode;
    std::string ruleText;  ///< as printed on the sheet
    std::string description;
    int count = 0;
    base::Points deducted;  ///< problems of one item sum to what the item lost
    bool veto = false;
    bool rectify = false;
    domain::Severity severity = domain::Severity::ordinary;
    std::vector<std::string> places;
    std::vector<std::string>
        photos;  ///< the first eight signs of their hashes, and 远景 or 近景 where it is marked
    std::string inspector;
    std::int64_t submittedAtMs = 0;
    std::string deadline;       ///< a day, by the campaign's rules; empty: nothing to rectify
    std::string rectification;  ///< 整改状态
    std::string remark;         ///< "复核后计分" and the like
};

/// All problems of a package's participants: by town, village, check, item.
std::vector<Problem> problemsOf(const report::VerifiedPackage& package,
                                const ProblemOptions& options);

/// One item over the whole county.
struct FrequentProblem {
    std::string checkKind;
    std::string itemCode;
    std::string title;
    std::int64_t count = 0;  ///< findings
    int villages = 0;        ///< in how many
    std::vector<std::pair<domain::RegionCode, std::int64_t>>
        worst;  ///< villages with most of them first; equals by code
};

/// Items by how often they were found, most first; bonus and vetoes aside, equals by check and
/// code. `worst` has every village where it was found.
std::vector<FrequentProblem> frequentOf(const report::VerifiedPackage& package,
                                        const std::vector<Problem>& problems);

}  // namespace documents
