#include "core/evidence/sign_off.h"

#include <catch2/catch.hpp>

using evidence::Lack;

namespace {

constexpr double limitM = 30;

base::Fix good()
{
    return {{29.258, 120.236}, 6, base::PositionSource::device, 1000, std::nullopt, 9, false};
}

/// Signed, at a well-known place, with one finding and one photo.
domain::Inspection complete()
{
    domain::Inspection inspection;
    inspection.startFix = good();
    domain::Finding finding;
    finding.fix = good();
    domain::Answer answer;
    answer.findings = {finding};
    inspection.answers = {answer};
    domain::PhotoEntry photo;
    photo.fix = good();
    inspection.photos = {photo};
    domain::Signature inspector;
    inspector.role = "inspector";
    domain::Signature village;
    village.role = "village";
    village.kind = domain::SignatureKind::nobodyThere;
    village.reason = "村里开会";
    inspection.signatures = {inspector, village};
    return inspection;
}

}  // namespace

TEST_CASE("An inspection that is signed and whose places are known lacks nothing")
{
    CHECK(evidence::lacksOf(complete(), limitM).empty());
}

TEST_CASE("Each missing signature is named")
{
    auto inspection = complete();
    inspection.signatures.pop_back();
    CHECK(evidence::lacksOf(inspection, limitM) == std::vector{Lack::villageUnsigned});
    inspection.signatures.clear();
    CHECK(evidence::lacksOf(inspection, limitM) ==
          std::vector{Lack::inspectorUnsigned, Lack::villageUnsigned});
}

TEST_CASE("A fix that is missing, over the limit or old wants a reason, wherever it belongs")
{
    auto inaccurate = good();
    inaccurate.accuracyM = 31;
    auto old = good();
    old.ageMs = 31'000;
    for (const std::optional<base::Fix>& poor :
         {std::optional<base::Fix>(), std::optional(inaccurate), std::optional(old)}) {
        auto start = complete();
        start.startFix = poor;
        auto finding = complete();
        finding.answers[0].findings[0].fix = poor;
        auto photo = complete();
        photo.photos[0].fix = poor;
        for (domain::Inspection inspection : {start, finding, photo}) {
            CHECK(evidence::lacksOf(inspection, limitM) == std::vector{Lack::positionReason});
            inspection.noFixReason = "弄堂里收不到";
            CHECK(evidence::lacksOf(inspection, limitM).empty());
        }
    }
}

TEST_CASE("A picture from the gallery has no place and asks for no reason")
{
    auto inspection = complete();
    inspection.photos[0].fix.reset();
    inspection.photos[0].source = domain::PhotoSource::gallery;
    CHECK(evidence::lacksOf(inspection, limitM).empty());
}
