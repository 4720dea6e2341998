#include "sync/hub/store/scope.h"

#include <algorithm>

#include "core/crypto/hash.h"
#include "core/domain/region.h"

namespace hub {

namespace {
bool holds(const std::vector<std::string>& sorted, const std::string& value)
{
    return std::binary_search(sorted.begin(), sorted.end(), value);
}

void tidy(std::vector<std::string>& values)
{
    std::sort(values.begin(), values.end());
    values.erase(std::unique(values.begin(), values.end()), values.end());
}

bool isTown(const std::string& code)
{
    return code.size() == 12 && code.ends_with("000");
}

void addRegion(Scope& scope, const std::string& code)
{
    (isTown(code) ? scope.towns : scope.villages).push_back(code);
}

/// Codes as a JSON list for json_each; they are digits and letters only.
std::string jsonList(const std::vector<std::string>& codes)
{
    std::string list = "[";
    for (const std::string& code : codes) list += (list.size() > 1 ? ",\"" : "\"") + code + "\"";
    return list + "]";
}
}  // namespace

bool Scope::sees(const Concerns& concerns) const
{
    return all || holds(towns, concerns.town) || holds(villages, concerns.village) ||
           (!owner.empty() && owner == concerns.owner);
}

std::string Scope::hash() const
{
    std::string text = all ? "all" : "some";
    for (const std::string& town : towns) text += "\nt" + town;
    for (const std::string& village : villages) text += "\nv" + village;
    text += "\no" + owner + (rectificationOnly ? "\nra" : "");
    return crypto::sha256(text).substr(0, 32);
}

Scope scopeOf(Connection& connection, const Caller& caller)
{
    Scope scope;
    switch (caller.user.role) {
        case domain::Role::chief:
            scope.all = true;
            break;
        case domain::Role::supervisor:
        case domain::Role::villageContact:
            scope.rectificationOnly = caller.user.role == domain::Role::villageContact;
            for (const domain::RegionCode& code : caller.user.scope) addRegion(scope, code.value);
            break;
        case domain::Role::inspector: {
            scope.owner = caller.user.id.value;
            const Prepared query = connection.prepare(R"(
                SELECT DISTINCT region FROM assigned
                JOIN campaign ON campaign.id = assigned.campaign AND campaign.state <> 'draft'
                WHERE inspector = ?)");
            query->bind(1, caller.user.id.value);
            while (query->executeStep()) addRegion(scope, query->getColumn(0).getString());
            break;
        }
        case domain::Role::administrator:
            break;
    }
    tidy(scope.towns);
    tidy(scope.villages);
    return scope;
}

bool mayReview(const domain::User& user, const Concerns& concerns)
{
    if (user.role == domain::Role::chief) return true;
    if (user.role != domain::Role::supervisor) return false;
    return std::any_of(user.scope.begin(), user.scope.end(), [&](const domain::RegionCode& code) {
        return code.value == concerns.town || code.value == concerns.village;
    });
}

LogPage readScope(Connection& connection, const Scope& scope, std::int64_t after, std::size_t limit,
                  std::size_t limitBytes)
{
    // CROSS JOIN: through the narrow table in order of seq, bytes fetched only for what is seen and
    // as it is read, so that a page that is full before `limit` has cost no more.
    const Prepared query = scope.all ? connection.prepare(R"(
        SELECT ev.seq, received_ms, bytes FROM ev CROSS JOIN ev_body ON ev_body.seq = ev.seq
        WHERE ev.seq > ?1 ORDER BY ev.seq LIMIT ?2)")
                                     : connection.prepare(R"(
        SELECT ev.seq, received_ms, bytes FROM ev CROSS JOIN ev_body ON ev_body.seq = ev.seq
        WHERE ev.seq > ?1 AND (+town IN (SELECT value FROM json_each(?3))
                               OR +village IN (SELECT value FROM json_each(?4))
                               OR (+owner = ?5 AND ?5 <> ''))
              AND (?6 = 0 OR kind IN ('rectification', 'appeal', 'photo.received')
                   OR EXISTS (SELECT 1 FROM review WHERE review.record = ev.record AND appeal <> ''))
        ORDER BY ev.seq LIMIT ?2)");
    query->bind(1, after);
    query->bind(2, static_cast<std::int64_t>(limit) + 1);
    if (!scope.all) {
        query->bind(3, jsonList(scope.towns));
        query->bind(4, jsonList(scope.villages));
        query->bind(5, scope.owner);
        query->bind(6, scope.rectificationOnly ? 1 : 0);
    }
    LogPage page;
    page.nextAfter = after;
    std::size_t bytes = 0;
    while (query->executeStep()) {
        LogPage::Line line{query->getColumn(0).getInt64(), query->getColumn(1).getInt64(),
                           query->getColumn(2).getString()};
        bytes += line.bytes.size();
        if (page.lines.size() == limit || (!page.lines.empty() && bytes > limitBytes)) {
            page.more = true;
            return page;
        }
        page.nextAfter = line.seq;
        page.lines.push_back(std::move(line));
    }
    const Prepared last = connection.prepare("SELECT coalesce(max(seq), 0) FROM ev");
    last->executeStep();
    page.nextAfter = std::max(after, last->getColumn(0).getInt64());
    return page;
}

}  // namespace hub
