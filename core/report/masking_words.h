#pragma once

#include <string_view>

// The words by which names are recognised. Each set is a run of three-byte characters, each list
// separated by blanks.
namespace report::words {

inline constexpr std::string_view surnames =
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕"
    "丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃"
    "武戴莫孔向汤应厉楼华斯骆虞傅葛卜蔺单倪祝柳鲍施俞柯阮温管申庄翁童洪章喻卫季辛常乔詹项裘包褚宣屠"
    "盛冷凌霍牛盖艾尚甘齐梅欧岑阎鲁耿焦巫符岳简甄游左饶伍费安樊康米柴竺麻茅池闻宗席干滕卞裴"
    "苗殷尤娄封臧芦闵舒祁计胥习穆萧谈纪郁景束蒲瞿蓝查荀羊惠曲糜储靳松仲伊宫宁仇栾祖刁"
    "朴吉邢滑晏贡";
inline constexpr std::string_view doubleSurnames =
    "欧阳 司马 上官 诸葛 东方 皇甫 尉迟 公孙 慕容 司徒 夏侯 端木 令狐";

/// What follows a household's name.
inline constexpr std::string_view afterName =
    "家 户 宅 门口 门前 门外 房前 房后 房屋 房子 屋前 屋后 屋旁 院内 院子 院里 院外 院落 庭院 "
    "老屋 老房 新房 旧房 菜地 菜园 自留地 猪圈 鸡舍 鸡棚 大爷 大妈 大伯 大叔 大婶 阿姨 奶奶 爷爷 "
    "先生 女士 师傅 老板 书记 主任";
/// What stands before one. After these up to two characters are the given name.
inline constexpr std::string_view beforeName =
    "户主 村民 住户 业主 农户 房东 屋主 店主 老板 户名 姓名 户长 车主 当事人 联系人 责任人";
/// 农户, 住户 and the like are not somebody's 户.
inline constexpr std::string_view notBeforeHousehold = "农住用商租养散各每多几数该两贫低门窗";
/// What a given name after a word of beforeName does not contain: it ended before.
inline constexpr std::string_view afterGivenName =
    "家户的在门前后乱倒堆把将未没不有房屋院旁边处与和及、，。；：（）等已又还说称被向住之";
inline constexpr std::string_view doorWords = "号室幢弄栋";
inline constexpr std::string_view numerals = "零〇一二三四五六七八九十百";
inline constexpr std::string_view provinces =
    "京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼";

}  // namespace report::words
