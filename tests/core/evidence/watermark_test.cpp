#include "core/evidence/watermark.h"

#include <catch2/catch.hpp>

namespace {
domain::PhotoEntry photo()
{
    domain::PhotoEntry entry;
    entry.id = {"0192d3c4-aaaa-7bbb-8ccc-01234567cdef"};
    entry.itemCode = "LJ07";
    entry.clocks.wallMs = 1'618'709'535'000;  // 2021-04-18 09:32:15 in Dongyang
    entry.fix =
        base::Fix{{29.258053, 120.236028}, 7.6, base::PositionSource::device, 0, {}, {}, false};
    return entry;
}

const evidence::WatermarkFacts facts{"东阳市美丽办", "垃圾分类", "2021年4月",
                                     "六石街道",     "石洞坑村", "张三"};
}  // namespace

TEST_CASE("A watermark says what, where, when, how exactly and by whom in five lines")
{
    CHECK(evidence::watermarkOf(photo(), facts) ==
          std::vector<std::string>{"东阳市美丽办·垃圾分类·2021年4月", "六石街道 石洞坑村 LJ07",
                                   "2021-04-18 09:32:15（北京时间）",
                                   "E120.236028 N29.258053 ±8m（WGS-84）", "张三  照片 4567CDEF"});
}

TEST_CASE("A watermark hides no doubt: of time, position or source")
{
    domain::PhotoEntry doubtful = photo();
    doubtful.clocks.doubtful = true;
    doubtful.clocks.zoneOffsetMinutes = -210;
    doubtful.fix->mock = true;
    doubtful.source = domain::PhotoSource::gallery;
    auto lines = evidence::watermarkOf(doubtful, facts);
    CHECK(lines[2] == "导入时间 2021-04-17 22:02:15（UTC-03:30） 时间存疑");
    CHECK(lines[3] == "E120.236028 N29.258053 ±8m（WGS-84） 模拟定位");
    CHECK(lines[4] == "张三  照片 4567CDEF  来自相册");
    doubtful.view = domain::PhotoView::close;
    CHECK(evidence::watermarkOf(doubtful, facts)[4] == "张三  照片 4567CDEF  近景  来自相册");
    doubtful.fix.reset();
    CHECK(evidence::watermarkOf(doubtful, facts)[3] == "无定位");
}
