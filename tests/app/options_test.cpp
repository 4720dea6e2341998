#include "app/options.h"

#include <catch2/catch.hpp>

namespace {

std::string codeOf(const QStringList& arguments)
{
    const auto options = app::optionsFrom(arguments);
    return options ? "taken" : options.error().code;
}

}  // namespace

TEST_CASE("Without arguments the app is a tablet in the field", "[options]")
{
    const auto options = app::optionsFrom({});
    REQUIRE(options);
    CHECK(options->position.isEmpty());
    CHECK(options->dataFolder.endsWith(u"/xuncun"));
    CHECK_FALSE(options->size);
}

TEST_CASE("Every argument arrives where it belongs", "[options]")
{
    const auto options = app::optionsFrom(
        {QStringLiteral("--data"), QStringLiteral("/tmp/a/../b"), QStringLiteral("--hub"),
         QStringLiteral("http://127.0.0.1:1"), QStringLiteral("--enrol"), QStringLiteral("ABCD"),
         QStringLiteral("--hub-ca"), QStringLiteral("/etc/ca.pem"), QStringLiteral("--size"),
         QStringLiteral("800x1280"), QStringLiteral("--theme"), QStringLiteral("sunlight"),
         QStringLiteral("--language"), QStringLiteral("en")});
    REQUIRE(options);
    CHECK(options->dataFolder == u"/tmp/b");
    CHECK(options->hubUrl == u"http://127.0.0.1:1");
    CHECK(options->hubCaFile == u"/etc/ca.pem");
    CHECK(options->enrolCode == u"ABCD");
    CHECK(options->size == QSize(800, 1280));
    CHECK(options->theme == u"sunlight");
    CHECK(options->language == u"en");
}

TEST_CASE("A wrong argument is refused and named", "[options]")
{
    CHECK(codeOf({QStringLiteral("--nonsense")}) == "options.wrong");
    CHECK(codeOf({QStringLiteral("stray")}) == "options.wrong");
    CHECK(codeOf({QStringLiteral("--data")}) == "options.wrong");
    for (const char* size : {"1280", "0x800", "1280x", "axb", "99999x1", "-5x800"}) {
        const auto options =
            app::optionsFrom({QStringLiteral("--size=") + QString::fromUtf8(size)});
        REQUIRE_FALSE(options);
        CHECK(options.error().where == size);
    }
    CHECK(codeOf({QStringLiteral("--theme"), QStringLiteral("pink")}) == "options.wrong");
    CHECK(codeOf({QStringLiteral("--language"), QStringLiteral("fr")}) == "options.wrong");
    CHECK(codeOf({QStringLiteral("--help")}) == "options.help");
}
