#include "core/report/masking.h"

#include <catch2/catch.hpp>

using report::masked;

TEST_CASE("A household's name is masked whatever marks it as one")
{
    CHECK(masked("张三家门口堆放砖块") == "张某家门口堆放砖块");
    CHECK(masked("李小四户未分类") == "李某某户未分类");
    CHECK(masked("户主：欧阳修，未装桶") == "户主：欧阳某，未装桶");
    CHECK(masked("村民王五乱倒垃圾") == "村民王某乱倒垃圾");
    CHECK(masked("赵大明房前屋后杂物") == "赵某某房前屋后杂物");
    CHECK(masked("老陈家猪圈外污水") == "老某家猪圈外污水");
    CHECK(masked("周大爷说已清理") == "某大爷说已清理");
    CHECK(masked("堆放于张三家后") == "堆放于某某家后");
    CHECK(masked("责任人厉志强") == "责任人厉某某");
    CHECK(masked("诸葛亮门前积水") == "诸葛某门前积水");
}

TEST_CASE("A known name is masked wherever it stands")
{
    CHECK(masked("据楼晓东反映，楼晓东已整改", {"楼晓东"}) == "据楼某某反映，楼某某已整改");
    CHECK(masked("堆物，物主郏某", {"郏某"}) == "堆物，物主郏某");
}

TEST_CASE("Door numbers are masked, days and counts are not")
{
    CHECK(masked("新街18号") == "新街**号");
    CHECK(masked("新街18-2号旁") == "新街**-*号旁");
    CHECK(masked("3幢2单元501室") == "*幢*单元***室");
    CHECK(masked("下街二十三号") == "下街***号");
    CHECK(masked("Ａ１２号") == "***号");
    CHECK(masked("门牌36旁") == "门牌**旁");
    CHECK(masked("6月18号复查，3处，12户，5米") == "6月18号复查，3处，12户，5米");
}

TEST_CASE("Number plates are masked however they are written")
{
    CHECK(masked("浙G12345混装") == "浙G*****混装");
    CHECK(masked("浙G·D12345") == "浙G·******");
    CHECK(masked("浙 g 7k889 号车") == "浙 g ***** 号车");
    CHECK(masked("浙Ｇ１２３４５") == "浙Ｇ*****");
    CHECK(masked("浙G1234警") == "浙G****警");
}

TEST_CASE("Telephone and identity numbers are masked")
{
    CHECK(masked("电话13957912345") == "电话***********");
    CHECK(masked("0579-86612345") == "****-********");
    CHECK(masked("139 5791 2345") == "*** **** ****");
    CHECK(masked("33072419700101123X") == "******************");
    CHECK(masked("面积123456平方") == "面积123456平方");
}

TEST_CASE("Words that only look like names stay, and a masked text stays as it is")
{
    for (const char* text :
         {"周边农户门口整洁", "公厕门口脏乱", "文化礼堂旁桶满溢", "村口停车场积水", "江边有漂浮物",
          "抽查10户，2户未分类", "河道两岸", ""})
        CHECK(masked(text) == text);
    const std::string once = masked("张三家，新街18号，浙G12345，户主：李小四");
    CHECK(masked(once) == once);
}
