#include <fmt/format.h>

#include <algorithm>

#include "core/crypto/hash.h"
#include "core/domain/codec.h"
#include "core/ranking/ranking_codec.h"
#include "core/report/package_codec.h"
#include "core/report/package_parts.h"

namespace report {

namespace {

std::vector<std::string> linesOfText(const std::string& text)
{
    std::vector<std::string> lines;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        lines.push_back(text.substr(at, end - at));
        at = end + 1;
    }
    return lines;
}

class Verifier {
public:
    explicit Verifier(const std::string& text) : m_text(text), m_lines(linesOfText(text)) {}

    tl::expected<VerifiedPackage, base::Errors> run()
    {
        if (readHead()) {
            checkHashes();
            if (m_errors.empty()) readParts();
            if (m_errors.empty()) checkCampaign();
            if (m_errors.empty()) m_errors = problemsOfParts(m_parts);
            if (m_errors.empty()) m_errors = problemsOfSources(m_parts);
            if (m_errors.empty()) checkRanking();
        }
        if (!m_errors.empty()) return tl::unexpected(std::move(m_errors));
        return std::move(m_result);
    }

private:
    void add(const char* code, std::string message, std::string where)
    {
        m_errors.push_back({code, std::move(message), std::move(where)});
    }

    bool readHead()
    {
        if (m_lines.empty() || m_text.back() != '\n') {
            add("package.cut", "包不完整：最后一行没有换行符，文件可能被截断", "第 1 行");
            return false;
        }
        const base::Result<PackageHead> head = packageHeadFromJson(m_lines[0]);
        if (!head || head->format != packageFormat) {
            add("package.head", "第 1 行不是排名包的包头", "第 1 行");
            return false;
        }
        m_head = *head;
        if (m_head.version != packageVersion) {
            add("package.version",
                fmt::format("包的格式版本是 {}，本程序只认 {}", m_head.version, packageVersion),
                "第 1 行");
            return false;
        }
        if (canonicalJson(m_head) != m_lines[0])
            add("package.head", "第 1 行不是规范的写法，被改动过", "第 1 行");
        else if (checkOf(m_head) != m_head.check)
            add("package.changed", "第 1 行（包头）与它自己的校验值不符，被改动过", "第 1 行");
        m_result.sha256 = crypto::sha256(m_lines[0]);
        m_result.parts = hashesOf(m_head.parts);
        m_result.replaces = m_head.replaces;
        m_result.reason = m_head.reason;
        m_result.changes = m_head.changes;
        m_result.changedParts = m_head.changedParts;
        return true;
    }

    void checkHashes()
    {
        if (m_lines.size() != m_head.parts.size() + 1)
            add("package.parts",
                fmt::format("包头列了 {} 个部分，包里有 {} 个", m_head.parts.size(),
                            m_lines.size() - 1),
                "第 1 行");
        const std::size_t count = std::min(m_lines.size() - 1, m_head.parts.size());
        for (std::size_t i = 0; i < count; ++i) {
            const std::string& line = m_lines[i + 1];
            const PackagePart& part = m_head.parts[i];
            if (part.bytes != static_cast<std::int64_t>(line.size()) ||
                part.sha256 != crypto::sha256(line))
                add("package.changed",
                    fmt::format("第 {} 行（{}）与包头的指纹不符，被改动过", i + 2, part.name),
                    part.name);
        }
    }

    /// Reads a line; false and an error where it cannot be read.
    template <class Value>
    bool read(std::size_t i, base::Result<Value> value, Value& target)
    {
        if (!value) {
            add("package.unreadable",
                fmt::format("第 {} 行（{}）读不出来：{}", i + 2, m_head.parts[i].name,
                            value.error().message),
                m_head.parts[i].name);
            return false;
        }
        target = std::move(*value);
        return true;
    }

    void readParts()
    {
        for (std::size_t i = 0; i < m_head.parts.size(); ++i) {
            const std::string& name = m_head.parts[i].name;
            const std::string& line = m_lines[i + 1];
            if (name == "input") {
                read(i, ranking::rankingInputFromJson(line), m_parts.input);
            } else if (name.starts_with("source/")) {
                m_parts.sources.emplace_back().head = line;
            } else if (name.starts_with("source-ranking/") && !m_parts.sources.empty()) {
                m_parts.sources.back().rankingLine = line;
                read(i, ranking::rankingFromJson(line), m_parts.sources.back().ranking);
            } else if (name.starts_with("checklist/")) {
                read(i, domain::checklistFromJson(line), m_parts.checklists.emplace_back());
            } else if (name.starts_with("inspection/")) {
                read(i, domain::inspectionFromJson(line),
                     m_parts.inspections.emplace_back().inspection);
            } else if (name.starts_with("adjustments/") && !m_parts.inspections.empty()) {
                domain::Review review;
                if (read(i, domain::reviewFromJson(line), review))
                    m_parts.inspections.back().adjustments = review.adjustments;
            } else if (name != "ranking" || i + 1 != m_head.parts.size()) {
                add("package.part_unknown", fmt::format("第 {} 行（{}）不该在这里", i + 2, name),
                    name);
            }
        }
    }

    void checkCampaign()
    {
        const domain::Campaign& campaign = m_parts.input.campaign;
        if (m_head.campaign != campaign.id || m_head.name != campaign.name)
            add("package.head", "包头的批次与包里的批次不同", "第 1 行");
    }

    void checkRanking()
    {
        base::Result<ranking::RankingInput> input = scoredInput(m_parts);
        if (!input) {
            m_errors.push_back(input.error());
            return;
        }
        m_result.input = std::move(*input);
        m_result.ranking = ranking::rankOf(m_result.input);
        const auto lines = report::linesOf(m_parts, m_result.ranking);
        if (lines.size() + 1 != m_lines.size()) {
            add("package.parts", "包里的部分与重算出来的不一致", "第 1 行");
            return;
        }
        for (std::size_t i = 0; i < lines.size(); ++i) {
            const std::string& stored = m_lines[i + 1];
            const std::string& again = lines[i].second;
            if (stored == again && m_head.parts[i].name == lines[i].first) continue;
            const auto differ =
                std::mismatch(stored.begin(), stored.end(), again.begin(), again.end());
            add("package.recomputed",
                fmt::format("第 {} 行（{}）与重算的结果不同，从第 {} 个字节起", i + 2,
                            m_head.parts[i].name, differ.first - stored.begin() + 1),
                m_head.parts[i].name);
        }
        m_result.inspections = m_parts.inspections;
        m_result.checklists = m_parts.checklists;
    }

    const std::string& m_text;
    const std::vector<std::string> m_lines;
    PackageHead m_head;
    Parts m_parts;
    VerifiedPackage m_result;
    base::Errors m_errors;
};

}  // namespace

base::Result<std::vector<domain::Review>> adjustmentsIn(const std::string& text)
{
    const std::vector<std::string> lines = linesOfText(text);
    const auto head = packageHeadFromJson(lines.empty() ? std::string() : lines.front());
    if (!head) return tl::unexpected(head.error());
    std::vector<domain::Review> all;
    for (std::size_t i = 0; i < head->parts.size() && i + 1 < lines.size(); ++i) {
        if (!head->parts[i].name.starts_with("adjustments/")) continue;
        base::Result<domain::Review> review = domain::reviewFromJson(lines[i + 1]);
        if (!review) return tl::unexpected(review.error());
        all.push_back(std::move(*review));
    }
    return all;
}

tl::expected<VerifiedPackage, base::Errors> verifyPackage(const std::string& text)
{
    return Verifier(text).run();
}

}  // namespace report
