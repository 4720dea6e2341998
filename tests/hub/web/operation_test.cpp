#include <catch2/catch.hpp>

#include "sync/hub/access_log.h"
#include "sync/hub/metrics.h"
#include "sync/hub/remote.h"
#include "sync/hub/response_head.h"

using hub::clientAddress;

TEST_CASE("Only a proxy that is trusted says who the client is, and only by its own entry")
{
    CHECK(clientAddress("192.0.2.1", "203.0.113.9", "") == "192.0.2.1");
    CHECK(clientAddress("192.0.2.1", "203.0.113.9", "127.0.0.1") == "192.0.2.1");
    CHECK(clientAddress("127.0.0.1", "203.0.113.9", "127.0.0.1") == "203.0.113.9");
    CHECK(clientAddress("127.0.0.1", "10.0.0.1, 203.0.113.9", "127.0.0.1") == "203.0.113.9");
    CHECK(clientAddress("127.0.0.1", "2001:db8::1", "127.0.0.1") == "2001:db8::1");
    CHECK(clientAddress("127.0.0.1", "", "127.0.0.1") == "127.0.0.1");
    CHECK(clientAddress("127.0.0.1", "x y", "127.0.0.1") == "127.0.0.1");
}

TEST_CASE("The access log shows no upload address and no second line")
{
    hub::Exchange exchange;
    exchange.method = "PATCH";
    exchange.path = "/v1/uploads/0123456789abcdef0123456789abcdef";
    exchange.remote = "192.0.2.1";
    exchange.status = 204;
    exchange.bytesIn = 7;
    exchange.took = std::chrono::microseconds(1500);
    CHECK(hub::accessLine(exchange) == "192.0.2.1 PATCH /v1/uploads/012345~ 204 in=7 out=0 ms=1.5");
    exchange.path = "/a\nb";
    CHECK(hub::accessLine(exchange).find('\n') == std::string::npos);
}

TEST_CASE("Counts are told in Prometheus' words")
{
    hub::Metrics metrics;
    hub::Exchange exchange;
    exchange.method = "GET";
    exchange.status = 200;
    exchange.took = std::chrono::milliseconds(30);
    exchange.bytesIn = 5;
    metrics.observe(exchange);
    metrics.observe(exchange);
    exchange.method = "BREW";
    exchange.status = 0;
    metrics.observe(exchange);
    metrics.add("photos_stored_total", "Photos stored.", [] { return 3.0; });
    metrics.add("connections", "Open connections.", [] { return 2.0; });
    const std::string text = metrics.text();
    const auto has = [&](const std::string& line) {
        return text.find(line + "\n") != std::string::npos;
    };
    CHECK(has(R"(xuncun_requests_total{method="GET",status="200"} 2)"));
    CHECK(has(R"(xuncun_requests_total{method="other",status="0"} 1)"));
    CHECK(has(R"(xuncun_request_seconds_bucket{le="0.02"} 0)"));
    CHECK(has(R"(xuncun_request_seconds_bucket{le="0.1"} 3)"));
    CHECK(has(R"(xuncun_request_seconds_bucket{le="+Inf"} 3)"));
    CHECK(has("xuncun_request_seconds_count 3"));
    CHECK(has("xuncun_received_bytes_total 15"));
    CHECK(has("# TYPE xuncun_photos_stored_total counter"));
    CHECK(has("xuncun_photos_stored_total 3"));
    CHECK(has("# TYPE xuncun_connections gauge"));
}

TEST_CASE("A header cannot split the answer in two")
{
    hub::Response response;
    response.headers["x-good"] = "a";
    response.headers["x-bad"] = "a\r\nset-cookie: b";
    const std::string head = hub::responseHead(response, true, 0);
    CHECK(head.find("x-good: a\r\n") != std::string::npos);
    CHECK(head.find("set-cookie") == std::string::npos);
    CHECK(head.find("date: Thu, 01 Jan 1970 00:00:00 GMT\r\n") != std::string::npos);
}
