#include <algorithm>
#include <catch2/catch.hpp>
#include <fstream>
#include <regex>
#include <set>

#include "sync/hub/assemble.h"
#include "tests/hub/records/county.h"
#include "tests/paths.h"

namespace {
using Operation = std::pair<std::string, std::string>;  // method, pattern

/// The operations of docs/openapi.yaml: paths stand two spaces in, methods four.
std::set<Operation> described()
{
    std::ifstream page(XUNCUN_SOURCE_DIR "/docs/openapi.yaml");
    REQUIRE(page);
    const std::set<std::string> methods{"get", "put", "post", "delete", "patch", "head", "options"};
    std::set<Operation> operations;
    std::string path;
    for (std::string line; std::getline(page, line);) {
        if (line.starts_with("  /")) path = line.substr(2, line.size() - 3);
        if (!line.starts_with("    ") || line.size() < 6 || line[4] == ' ') continue;
        std::string method = line.substr(4, line.size() - 5);
        if (!methods.contains(method)) continue;
        std::transform(method.begin(), method.end(), method.begin(),
                       [](char c) { return static_cast<char>(c - 'a' + 'A'); });
        operations.emplace(method, path);
    }
    return operations;
}

std::string textOf(const std::filesystem::path& file)
{
    std::ifstream in(file);
    REQUIRE(in);
    return {std::istreambuf_iterator<char>(in), {}};
}

std::set<std::string> allIn(const std::string& text, const char* pattern)
{
    const std::regex wanted(pattern);
    std::set<std::string> found;
    for (std::sregex_iterator at(text.begin(), text.end(), wanted), end; at != end; ++at)
        found.insert((*at)[1]);
    return found;
}

/// What a tablet may be answered: codes before a Chinese message, and the contract's own.
std::set<std::string> codesOnTheWire()
{
    const std::filesystem::path root = XUNCUN_SOURCE_DIR;
    std::string source;
    for (const char* folder : {"sync/hub/resources", "sync/hub/media", "sync/protocol"})
        for (const auto& file : std::filesystem::directory_iterator(root / folder))
            if (file.path().extension() == ".cpp") source += textOf(file.path());
    for (const char* file : {"endpoint.cpp", "refusal.cpp", "http_connection.cpp"})
        source += textOf(root / "sync/hub" / file);
    auto codes =
        allIn(source, R"re("([a-z_]+\.[a-z_0-9]+)",\s*(?:fmt::format\(\s*)?"[^"]*[\x80-\xff])re");
    const std::string words = textOf(root / "sync/protocol/words.h");
    const std::size_t begin = words.find("namespace code {");
    codes.merge(allIn(words.substr(begin, words.find("}  // namespace code") - begin),
                      R"re("([a-z_]+\.[a-z_0-9]+)")re"));
    // Of values in headers, which are answered request.malformed; of files and links, which the
    // tablet reads without a hub.
    for (const char* own : {"header.malformed", "rescue.malformed", "rescue.photo", "enrol.link"})
        codes.erase(own);
    return codes;
}

bool isOn(const std::string& page, const std::string& code)
{
    const std::string family = code.substr(0, code.find('.')) + ".*";
    return page.find('`' + code + '`') != std::string::npos ||
           page.find('`' + family + '`') != std::string::npos;
}
}  // namespace

TEST_CASE("Every code that the hub answers a tablet with stands on the protocol's page")
{
    const std::string page = textOf(XUNCUN_SOURCE_DIR "/docs/sync-protocol.md");
    const auto codes = codesOnTheWire();
    CHECK(codes.size() > 80);
    for (const std::string& code : codes) {
        INFO(code);
        CHECK(isOn(page, code));
    }
}

TEST_CASE("Every key of a record that tablets send stands on the protocol's page")
{
    const std::string page = textOf(XUNCUN_SOURCE_DIR "/docs/sync-protocol.md");
    const std::filesystem::path domain = XUNCUN_SOURCE_DIR "/core/domain";
    const auto keys = allIn(textOf(domain / "codec_inspection.cpp") +
                                textOf(domain / "record.cpp") + textOf(domain / "json_io.h"),
                            R"re(io\.[a-z]+\("([A-Za-z0-9]+)")re");
    CHECK(keys.size() > 60);
    for (const std::string& key : keys) {
        INFO(key);
        CHECK((page.find('`' + key + '`') != std::string::npos ||
               page.find('"' + key + '"') != std::string::npos));
    }
}

TEST_CASE("The API page describes what the hub answers, no more and no less")
{
    hubtest::County county;
    county.close();
    hub::Metrics metrics;
    const auto hub = hub::assemble(county.folder.path, county.clock, county.random, &metrics);
    REQUIRE(hub);
    std::set<Operation> answered;
    for (const hub::Route& route : (*hub)->routes()) answered.emplace(route.method, route.pattern);
    CHECK(described() == answered);
}
