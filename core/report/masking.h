#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace report {

/// A free text made fit for publication. Masked are:
/// - names of households, known by what stands around them: "张三家" -> "张某家", "户主李小四" ->
///   "户主李某某", "王五门口", "老陈", "赵大爷", two-part surnames too; and every name in `names`,
///   wherever it stands;
/// - door numbers: digits or Chinese numerals before 号, 室, 幢, 弄, 单元 ("18-2号" -> "*-*号"),
/// but
///   not days ("6月18号");
/// - number plates with or without dot or blank ("浙G·12345" -> "浙G·*****");
/// - telephone, identity and bank numbers: seven digits or more, with or without hyphens or blanks.
///
/// Better too much than too little: any surname before 家 counts, so a few harmless words are
/// masked. A name that nothing marks as one ("张三乱倒垃圾") is found only through `names`. Texts
/// that are already masked stay as they are.
std::string masked(std::string_view text, const std::vector<std::string>& names = {});

}  // namespace report
