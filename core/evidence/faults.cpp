#include "core/evidence/faults.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "core/crypto/sign.h"
#include "core/evidence/seal.h"

namespace evidence {

namespace {
using domain::PhotoEntry;
using domain::Sha256;

class Examination {
public:
    explicit Examination(const domain::Inspection& inspection)
        : m_inspection(inspection), m_chain(chainOf(inspection))
    {
        for (const PhotoEntry& entry : m_chain) m_byLink.emplace(entry.link, &entry);
    }

    std::vector<ChainFault> run(const std::string& deviceKey)
    {
        for (std::size_t i = 0; i < m_chain.size(); ++i)
            examineEntry(static_cast<int>(i) + 1, m_chain[i]);
        examineSeal(deviceKey);
        return std::move(m_faults);
    }

private:
    void add(Fault fault, int place = 0, const domain::PhotoId& photo = {})
    {
        m_faults.push_back({fault, place, photo});
    }

    void examineEntry(int place, const PhotoEntry& entry)
    {
        if (linkOf(entry) != entry.link) add(Fault::entryChanged, place, entry.id);
        if (!m_ids.insert(entry.id).second || m_byLink.at(entry.link) != &entry)
            add(Fault::entryDoubled, place, entry.id);
        else if (!m_pictures.insert(entry.sha256).second)
            add(Fault::photoReused, place, entry.id);
        if (!entry.previousLink.empty() && !m_followed.insert(entry.previousLink).second)
            add(Fault::branched, place, entry.id);
        const auto before = m_byLink.find(entry.previousLink);
        if (before != m_byLink.end())
            examineClocks(place, *before->second, entry);
        else if (!entry.previousLink.empty() && m_inspection.seal && !isJoin(entry.previousLink))
            add(Fault::entryMissing, place, entry.id);
    }

    void examineClocks(int place, const PhotoEntry& before, const PhotoEntry& entry)
    {
        const bool marked = before.clocks.doubtful || entry.clocks.doubtful;
        if (!marked && entry.clocks.wallMs < before.clocks.wallMs)
            add(Fault::clockWentBack, place, entry.id);
    }

    bool isJoin(const Sha256& link) const
    {
        const auto& joins = m_inspection.seal->joins;
        return std::ranges::find(joins, link) != joins.end();
    }

    void examineSeal(const std::string& deviceKey)
    {
        if (!m_inspection.seal) return add(Fault::notSealed);
        const domain::Seal& seal = *m_inspection.seal;
        if (seal.hash != hashName || seal.algorithm != crypto::signatureAlgorithm)
            return add(Fault::algorithmUnknown);
        const Sha256 last = m_chain.empty() ? Sha256{} : m_chain.back().link;
        if (seal.lastLink != last) add(Fault::lastMissing, static_cast<int>(m_chain.size()));
        if (!deviceKey.empty() && seal.publicKey != deviceKey) add(Fault::keyForeign);
        if (!crypto::verify(signedText(m_inspection), seal.signature, seal.publicKey))
            add(Fault::signatureWrong);
    }

    const domain::Inspection& m_inspection;
    const std::vector<PhotoEntry> m_chain;
    std::map<Sha256, const PhotoEntry*> m_byLink;
    std::set<domain::PhotoId> m_ids;
    std::set<Sha256> m_pictures;
    std::set<Sha256> m_followed;
    std::vector<ChainFault> m_faults;
};
}  // namespace

std::vector<ChainFault> faultsOf(const domain::Inspection& inspection, const std::string& deviceKey)
{
    return Examination(inspection).run(deviceKey);
}

std::string toText(const ChainFault& fault)
{
    const auto photo = [&](const char* what) {
        return fmt::format("第 {} 张照片{}", fault.place, what);
    };
    switch (fault.fault) {
        case Fault::entryChanged:
            return photo("的内容、时间或位置与拍摄时不符");
        case Fault::entryDoubled:
            return photo("重复登记");
        case Fault::photoReused:
            return photo("与前面一张是同一张图");
        case Fault::entryMissing:
            return photo("之前的照片被移除");
        case Fault::lastMissing:
            return photo("之后的照片被移除");
        case Fault::branched:
            return photo("像是事后插入的");
        case Fault::clockWentBack:
            return photo("的时间早于它之前的照片");
        case Fault::notSealed:
            return "这一版没有设备签名";
        case Fault::algorithmUnknown:
            return "签名算法本版本不认识，请升级后再核对";
        case Fault::keyForeign:
            return "签名不是这台设备的";
        case Fault::signatureWrong:
            return "这一版提交后被改动过";
    }
    return {};
}

}  // namespace evidence
