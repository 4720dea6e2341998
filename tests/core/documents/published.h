#pragma once

#include "core/documents/problems.h"

// A county whose ranking is frozen: made-up villages in 18 towns, the three sample sheets, all
// sorts of findings. The same on every run.
namespace published {

/// `perTown` villages a town; every tenth village lacks a sheet, one was not inspected, one is
/// excluded, one has a veto, one was adjusted by a reviewer.
report::PackageInput input(int perTown);

/// The verified package of it.
report::VerifiedPackage package(int perTown);

/// What an office's database would know: inspector 张三, and of each finding a place
/// "下街18号张三家 门口".
documents::Particulars particulars(const report::VerifiedPackage& package,
                                   const domain::InspectionId& id);

}  // namespace published
