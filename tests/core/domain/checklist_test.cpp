#include "core/domain/checklist.h"

#include <catch2/catch.hpp>

TEST_CASE("A check is called by its sheet's title without what makes it a sheet")
{
    CHECK(domain::shortTitle("垃圾分类检查评分表（示例）") == "垃圾分类");
    CHECK(domain::shortTitle("污水运维考核表") == "污水运维");
    CHECK(domain::shortTitle("公厕") == "公厕");
    CHECK(domain::shortTitle("检查") == "检查");
    CHECK(domain::shortTitle("（示例）") == "（示例）");
}
