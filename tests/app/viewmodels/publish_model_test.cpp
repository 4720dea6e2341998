#include "app/viewmodels/publish_model.h"

#include <catch2/catch.hpp>

#include "tests/app/viewmodels/answered.h"
#include "tests/app/viewmodels/desk.h"

// The chief's publishing, on a hub that only remembers.
using namespace viewmodels;
using protocol::Publication;
using support::answered;
using support::at;
using support::eventually;

namespace {

struct Chief {
    Chief()
    {
        support::qtApplication();
        show(domain::Role::chief);
        model.showCampaign(QStringLiteral("c1"), QStringLiteral("第一期"));
    }
    void show(domain::Role role) { model.showUser(domain::User{{"p"}, "某人", role, {}, true}); }
    void ask()
    {
        model.ask();
        REQUIRE(eventually([&] { return !model.busy(); }));
    }

    std::vector<Publication> hub;
    std::optional<base::Error> refusal;
    std::vector<std::pair<int, std::string>> asked;
    std::string savedAs;
    PublishModel model{
        {[this](const domain::CampaignId&) {
             return answered(refusal
                                 ? base::Result<std::vector<Publication>>(tl::unexpected(*refusal))
                                 : base::Result<std::vector<Publication>>(hub));
         },
         [this](const domain::CampaignId&, int number, const std::string& reason) {
             asked.emplace_back(number, reason);
             if (refusal) return answered(base::Result<Publication>(tl::unexpected(*refusal)));
             hub.push_back({number, "hash" + std::to_string(number), {}, reason, 1, 0});
             return answered(base::Result<Publication>(hub.back()));
         },
         [this](const domain::CampaignId&, int, const QString& file) {
             savedAs = file.toStdString();
             return answered(base::Result<void>());
         }}};
};

}  // namespace

TEST_CASE("The chief alone is offered publishing", "[publish]")
{
    Chief chief;
    CHECK(chief.model.mayPublish());
    for (const domain::Role role : {domain::Role::supervisor, domain::Role::inspector,
                                    domain::Role::administrator, domain::Role::villageContact}) {
        chief.show(role);
        CHECK_FALSE(chief.model.mayPublish());
        chief.model.ask();
        CHECK_FALSE(chief.model.busy());
    }
}

TEST_CASE("Nothing is published before the hub has said what was", "[publish]")
{
    Chief chief;
    chief.model.publish({});
    CHECK(chief.asked.empty());
    chief.refusal = base::Error{"net.unreachable", "连不上服务器", {}};
    chief.ask();
    CHECK_FALSE(chief.model.known());
    CHECK_FALSE(chief.model.error().isEmpty());
    chief.refusal.reset();
    chief.ask();
    CHECK(chief.model.known());
    CHECK(chief.model.next() == 1);
}

TEST_CASE("The first publication is the next one, and after it a correction with its reason",
          "[publish]")
{
    Chief chief;
    QAbstractItemModelTester tester(chief.model.made());
    chief.ask();
    QSignalSpy published(&chief.model, &PublishModel::published);
    chief.model.publish({});
    REQUIRE(eventually([&] { return published.count() == 1; }));
    CHECK(chief.model.next() == 2);
    chief.model.publish(QStringLiteral(" 申诉成立 "));
    REQUIRE(eventually([&] { return published.count() == 2; }));
    CHECK(chief.asked == std::vector<std::pair<int, std::string>>{{1, ""}, {2, "申诉成立"}});
    CHECK(at(*chief.model.made(), 0, "number").toInt() == 2);
    chief.model.save(1, QUrl::fromLocalFile(QStringLiteral("/tmp")));
    REQUIRE(eventually([&] { return !chief.model.saved().isEmpty(); }));
    CHECK(chief.savedAs == "/tmp/第一期-排名包-第1次.txt");
}

TEST_CASE("Another campaign on the page knows nothing of the one before", "[publish]")
{
    Chief chief;
    chief.hub = {{1, "hash", {}, {}, 1, 0}};
    chief.ask();
    REQUIRE(chief.model.next() == 2);
    chief.model.showCampaign(QStringLiteral("c2"), QStringLiteral("第二期"));
    CHECK_FALSE(chief.model.known());
    CHECK(chief.model.next() == 1);
    CHECK(chief.model.made()->rowCount() == 0);
}
