#include "sync/hub/resources/reference.h"

#include <algorithm>
#include <set>

#include "core/crypto/hash.h"
#include "core/domain/codec.h"
#include "core/domain/region.h"
#include "core/domain/word_text.h"
#include "sync/hub/ranking/rankings.h"
#include "sync/hub/resources/wire.h"
#include "sync/hub/store/meta.h"
#include "sync/hub/store/reference.h"
#include "sync/hub/store/scope.h"

namespace hub {

namespace {
using domain::Role;

bool mayRank(const Caller& caller)
{
    return caller.user.role == Role::supervisor || caller.user.role == Role::chief;
}

std::vector<std::string> column(Connection& connection, const char* sql)
{
    const Prepared query = connection.prepare(sql);
    std::vector<std::string> lines;
    while (query->executeStep()) lines.push_back(query->getColumn(0).getString());
    return lines;
}

/// Whether an assignment is this caller's business.
bool concerns(const domain::Assignment& assignment, const Caller& caller)
{
    switch (caller.user.role) {
        case Role::chief:
            return true;
        case Role::inspector:
            return assignment.inspector == caller.user.id;
        case Role::supervisor:
            return std::any_of(
                assignment.regions.begin(), assignment.regions.end(), [&](const auto& region) {
                    return mayReview(caller.user, {region.value, domain::townOf(region).value, {}});
                });
        case Role::administrator:
        case Role::villageContact:
            return false;
    }
    return false;
}

std::vector<domain::Assignment> assignmentsFor(Connection& connection, const Caller& caller)
{
    std::set<std::string> open;
    for (const domain::Campaign& campaign : listCampaigns(connection))
        if (campaign.state != domain::CampaignState::draft) open.insert(campaign.id.value);
    std::vector<domain::Assignment> mine;
    for (domain::Assignment& assignment : listAssignments(connection))
        if (open.contains(assignment.campaign.value) && concerns(assignment, caller))
            mine.push_back(std::move(assignment));
    return mine;
}

/// Oneself, everybody who reviews, and the inspectors whose assignments one sees.
std::vector<std::string> peopleFor(Connection& connection, const Caller& caller)
{
    std::set<std::string> inspectors;
    for (const domain::Assignment& assignment : assignmentsFor(connection, caller))
        inspectors.insert(assignment.inspector.value);
    std::vector<std::string> lines;
    for (const domain::User& user : listUsers(connection)) {
        const bool reviews = user.role == Role::supervisor || user.role == Role::chief;
        const bool knows = caller.user.role != Role::villageContact;
        if (user.id == caller.user.id || caller.user.role == Role::chief || (reviews && knows) ||
            inspectors.contains(user.id.value))
            lines.push_back(domain::canonicalJson(user));
    }
    return lines;
}

std::vector<std::string> linesOf(Connection& connection, const Caller& caller,
                                 const std::string& part, Rankings& rankings)
{
    if (part == "regions") return column(connection, "SELECT json FROM region ORDER BY code");
    if (part == "checklists")
        return column(connection, "SELECT json FROM checklist ORDER BY kind, version");
    if (part == "campaigns")
        return column(connection, "SELECT json FROM campaign WHERE state <> 'draft' ORDER BY id");
    if (part == "people") return peopleFor(connection, caller);
    if (part == "rankings") return rankings.lines(connection);
    std::vector<std::string> lines;
    for (const domain::Assignment& assignment : assignmentsFor(connection, caller))
        lines.push_back(domain::canonicalJson(assignment));
    return lines;
}

/// What a part's lines are made of: a change of any of them may change it.
std::vector<std::string> madeOf(const std::string& part)
{
    if (part == "assignments") return {"assignments", "campaigns"};
    if (part == "people") return {"people", "assignments", "campaigns"};
    if (part == "rankings") return {"rankings", "campaigns", "regions"};
    return {part};
}

std::string tagOf(Connection& connection, const Caller& caller, const std::string& epoch,
                  const std::string& part)
{
    std::string text = epoch + "\n" + part;
    for (const std::string& source : madeOf(part))
        text += "\n" + std::to_string(partVersion(connection, source));
    if (part == "assignments" || part == "people")
        text += "\n" + domain::canonicalJson(caller.user);
    return "\"" + crypto::sha256(text).substr(0, 16) + "\"";
}

Answer reference(Call& call, Rankings& rankings)
{
    const std::string& part = call.path["part"];
    const auto* const end = std::end(protocol::referenceParts);
    if (std::find(std::begin(protocol::referenceParts), end, part) == end)
        return refuse(404, protocol::code::notFound, "没有这一部分基础数据", part);
    if (part == "rankings" && !mayRank(*call.caller))
        return refuse(403, protocol::code::forbidden, "没有权限查看排名", part);
    const auto reader = call.services.readers.take();
    const std::string tag = tagOf(*reader, *call.caller, readMeta(*reader).epoch, part);
    Response response;
    if (call.request.header(protocol::header::ifNoneMatch) == tag)
        response.status = 304;
    else
        response = linesResponse(linesOf(*reader, *call.caller, part, rankings));
    response.headers[protocol::header::etag] = tag;
    return response;
}
}  // namespace

std::map<std::string, std::string> referenceTags(Connection& connection, const Caller& caller)
{
    std::map<std::string, std::string> tags;
    const std::string epoch = readMeta(connection).epoch;
    for (const char* part : protocol::referenceParts)
        if (std::string(part) != "rankings" || mayRank(caller))
            tags[part] = tagOf(connection, caller, epoch, part);
    return tags;
}

std::vector<Route> referenceRoutes()
{
    auto rankings = std::make_shared<Rankings>();
    Route route;
    route.method = "GET";
    route.pattern = std::string(protocol::path::reference) + "{part}";
    route.run = [rankings](Call& call) { return reference(call, *rankings); };
    return {route};
}

}  // namespace hub
