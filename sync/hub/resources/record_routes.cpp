#include "sync/hub/resources/record_routes.h"

#include <iterator>

#include "sync/hub/resources/drafts.h"
#include "sync/hub/resources/enrol.h"
#include "sync/hub/resources/feed.h"
#include "sync/hub/resources/publications.h"
#include "sync/hub/resources/push.h"
#include "sync/hub/resources/reference.h"
#include "sync/hub/resources/sign_in.h"

namespace hub {

std::vector<Route> recordRoutes()
{
    std::vector<Route> all;
    for (auto routes : {enrolRoutes(), signInRoutes(), pushRoutes(), feedRoutes(),
                        referenceRoutes(), draftRoutes(), publicationRoutes()})
        std::move(routes.begin(), routes.end(), std::back_inserter(all));
    return all;
}

}  // namespace hub
