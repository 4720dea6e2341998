#include "core/evidence/faults.h"

#include <catch2/catch.hpp>

#include "core/crypto/hash.h"
#include "core/crypto/sign.h"
#include "core/evidence/seal.h"

using evidence::ChainFault;
using evidence::Fault;

namespace {
const crypto::KeyPair deviceKeys = crypto::newKeyPair();

// Five photos; the third was taken out before submitting, and another check's photo lies between 3
// and 4.
domain::Inspection sealed()
{
    domain::Inspection inspection;
    inspection.id = {"i"};
    inspection.answers = {{"LJ01", domain::AnswerState::ok, {}, {}, 0, ""}};
    domain::Sha256 last{crypto::sha256("another check before")};
    for (int i = 1; i <= 5; ++i) {
        domain::PhotoEntry entry;
        entry.id = {"p" + std::to_string(i)};
        entry.sha256 = {crypto::sha256(entry.id.value)};
        entry.itemCode = "LJ01";
        entry.clocks.wallMs = 1000 * i;
        if (i == 2) entry.view = domain::PhotoView::wide;
        if (i == 4) last = {crypto::sha256("another check between")};
        entry.previousLink = last;
        entry.link = last = evidence::linkOf(entry);
        (i == 3 ? inspection.removedPhotos : inspection.photos).push_back(entry);
    }
    inspection.seal = evidence::sealOf(inspection, deviceKeys.publicKey, deviceKeys.secretKey);
    return inspection;
}

void sealAgain(domain::Inspection& inspection)
{
    inspection.seal = evidence::sealOf(inspection, deviceKeys.publicKey, deviceKeys.secretKey);
}

bool names(const domain::Inspection& inspection, Fault fault, int place)
{
    for (const ChainFault& found : evidence::faultsOf(inspection, deviceKeys.publicKey))
        if (found.fault == fault && found.place == place) return true;
    return false;
}
}  // namespace

TEST_CASE("A revision as the tablet made it has no fault")
{
    CHECK(evidence::faultsOf(sealed(), deviceKeys.publicKey).empty());
    CHECK(evidence::faultsOf(sealed()).empty());
    domain::Inspection empty;
    empty.seal = evidence::sealOf(empty, deviceKeys.publicKey, deviceKeys.secretKey);
    CHECK(evidence::faultsOf(empty).empty());
}

TEST_CASE("Each way of breaking a chain is named with its place")
{
    domain::Inspection broken = sealed();
    SECTION("a photo in the middle taken out")
    {
        broken.photos.erase(broken.photos.begin() + 1);
        CHECK(names(broken, Fault::entryMissing, 2));
        CHECK(names(broken, Fault::signatureWrong, 0));
    }
    SECTION("the first photo taken out")
    {
        broken.photos.erase(broken.photos.begin());
        CHECK(names(broken, Fault::entryMissing, 1));
    }
    SECTION("the last photo taken out")
    {
        broken.photos.pop_back();
        CHECK(names(broken, Fault::lastMissing, 4));
    }
    SECTION("two photos' pictures swapped")
    {
        std::swap(broken.photos[0].sha256, broken.photos[1].sha256);
        CHECK(names(broken, Fault::entryChanged, 1));
        CHECK(names(broken, Fault::entryChanged, 2));
        CHECK_FALSE(names(broken, Fault::entryChanged, 4));
    }
    SECTION("a photo re-dated")
    {
        broken.photos[2].clocks.wallMs -= 86'400'000;
        CHECK(names(broken, Fault::entryChanged, 4));
    }
    SECTION("a photo moved to another place")
    {
        broken.photos[1].fix =
            base::Fix{{29.3, 120.3}, 5, base::PositionSource::device, 0, {}, {}, false};
        CHECK(names(broken, Fault::entryChanged, 2));
    }
    SECTION("a wide photo passed off as the close one")
    {
        broken.photos[1].view = domain::PhotoView::close;
        CHECK(names(broken, Fault::entryChanged, 2));
    }
    SECTION("a mark taken off a photo, or put on one")
    {
        broken.photos[1].view.reset();
        broken.photos[3].view = domain::PhotoView::wide;
        CHECK(names(broken, Fault::entryChanged, 2));
        CHECK(names(broken, Fault::entryChanged, 5));
    }
    SECTION("a photo given to another item, with its link made again")
    {
        broken.photos[1].itemCode = "LJ07";
        broken.photos[1].link = evidence::linkOf(broken.photos[1]);
        CHECK(names(broken, Fault::entryMissing, 3));
    }
}

TEST_CASE(
    "What somebody who can seal does to a chain is named too, and so is a seal that does not hold")
{
    domain::Inspection broken = sealed();
    SECTION("a photo put in later")
    {
        domain::PhotoEntry added = broken.photos[1];
        added.id = {"p2b"};
        added.sha256 = {crypto::sha256("later")};
        added.link = evidence::linkOf(added);
        broken.photos.push_back(added);
        sealAgain(broken);
        CHECK(names(broken, Fault::branched, 3));
    }
    SECTION("a photo listed twice")
    {
        broken.photos.push_back(broken.photos[1]);
        sealAgain(broken);
        CHECK(names(broken, Fault::entryDoubled, 3));
    }
    SECTION("one picture as proof of two things")
    {
        domain::PhotoEntry again = broken.photos.back();
        again.id = {"p6"};
        again.previousLink = broken.photos.back().link;
        again.link = evidence::linkOf(again);
        broken.photos.push_back(again);
        sealAgain(broken);
        CHECK(names(broken, Fault::photoReused, 6));
    }
    SECTION("a clock set back between two photos")
    {
        domain::PhotoEntry& last = broken.photos.back();
        last.clocks.wallMs = 10;
        last.link = evidence::linkOf(last);
        sealAgain(broken);
        CHECK(evidence::faultsOf(broken) ==
              std::vector{ChainFault{Fault::clockWentBack, 5, {"p5"}}});
        last.clocks.doubtful = true;
        last.link = evidence::linkOf(last);
        sealAgain(broken);
        CHECK(evidence::faultsOf(broken).empty());
    }
    SECTION("an answer changed after sealing")
    {
        broken.answers[0].note = "changed";
        CHECK(evidence::faultsOf(broken) == std::vector{ChainFault{Fault::signatureWrong, 0, {}}});
    }
    SECTION("sealed by another device")
    {
        const crypto::KeyPair other = crypto::newKeyPair();
        broken.seal = evidence::sealOf(broken, other.publicKey, other.secretKey);
        CHECK(names(broken, Fault::keyForeign, 0));
        CHECK(evidence::faultsOf(broken).empty());
    }
    SECTION("no seal, and a seal of an algorithm that is not known")
    {
        broken.seal->algorithm = "sm2";
        CHECK(names(broken, Fault::algorithmUnknown, 0));
        broken.seal.reset();
        CHECK(names(broken, Fault::notSealed, 0));
    }
}

TEST_CASE("A fault is told with the place in words")
{
    CHECK(evidence::toText({Fault::entryMissing, 3, {"p"}}) == "第 3 张照片之前的照片被移除");
}
