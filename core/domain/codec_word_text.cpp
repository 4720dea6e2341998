#include "core/domain/codec_words.h"
#include "core/domain/word_text.h"

namespace domain {

template <class Enum>
std::string wordOf(Enum value)
{
    for (const auto& word : wordsOf(value))
        if (word.value == value) return word.text;
    return {};
}

template <class Enum>
std::optional<Enum> fromWord(std::string_view text)
{
    for (const auto& word : wordsOf(Enum{}))
        if (text == word.text) return word.value;
    return {};
}

#define XUNCUN_WORD_TEXT(Enum)         \
    template std::string wordOf(Enum); \
    template std::optional<Enum> fromWord(std::string_view);

XUNCUN_WORD_TEXT(RegionKind)
XUNCUN_WORD_TEXT(AnswerState)
XUNCUN_WORD_TEXT(SignatureKind)
XUNCUN_WORD_TEXT(Decision)
XUNCUN_WORD_TEXT(CampaignState)
XUNCUN_WORD_TEXT(ChecklistState)
XUNCUN_WORD_TEXT(Role)
XUNCUN_WORD_TEXT(PhotoSource)
XUNCUN_WORD_TEXT(Severity)
XUNCUN_WORD_TEXT(RectificationState)
XUNCUN_WORD_TEXT(RectificationAction)

}  // namespace domain
