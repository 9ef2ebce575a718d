// Scripts by Unicode block and the languages they stand for. Not the full Script property: rare blocks are "other".
// Which language a Latin text is in is language.cpp's question.
#include "text/script_count.hpp"

#include <algorithm>

namespace emo::text {
namespace {

struct Block {
  char32_t first, last;
  Script script;
};

constexpr auto kBlocks = std::to_array<Block>({
    {0x0041, 0x024F, Script::kLatin},    {0x0370, 0x03FF, Script::kGreek},      {0x0400, 0x052F, Script::kCyrillic},
    {0x0530, 0x058F, Script::kArmenian}, {0x0590, 0x05FF, Script::kHebrew},     {0x0600, 0x06FF, Script::kArabic},
    {0x0750, 0x077F, Script::kArabic},   {0x0900, 0x097F, Script::kDevanagari}, {0x0980, 0x09FF, Script::kBengali},
    {0x0A00, 0x0A7F, Script::kGurmukhi}, {0x0A80, 0x0AFF, Script::kGujarati},   {0x0B80, 0x0BFF, Script::kTamil},
    {0x0C00, 0x0C7F, Script::kTelugu},   {0x0C80, 0x0CFF, Script::kKannada},    {0x0D00, 0x0D7F, Script::kMalayalam},
    {0x0D80, 0x0DFF, Script::kSinhala},  {0x0E00, 0x0E7F, Script::kThai},       {0x0E80, 0x0EFF, Script::kLao},
    {0x0F00, 0x0FFF, Script::kTibetan},  {0x1000, 0x109F, Script::kMyanmar},    {0x10A0, 0x10FF, Script::kGeorgian},
    {0x1100, 0x11FF, Script::kHangul},   {0x1200, 0x139F, Script::kEthiopic},   {0x1780, 0x17FF, Script::kKhmer},
    {0x1E00, 0x1EFF, Script::kLatin},    {0x1F00, 0x1FFF, Script::kGreek},      {0x3040, 0x30FF, Script::kKana},
    {0x3130, 0x318F, Script::kHangul},   {0x3400, 0x9FFF, Script::kHan},        {0xAC00, 0xD7A3, Script::kHangul},
    {0xF900, 0xFAFF, Script::kHan},      {0xFB1D, 0xFB4F, Script::kHebrew},     {0xFB50, 0xFDFF, Script::kArabic},
    {0xFE70, 0xFEFC, Script::kArabic},   {0xFF21, 0xFF5A, Script::kLatin},      {0xFF66, 0xFF9D, Script::kKana},
    {0x20000, 0x323AF, Script::kHan},
});

constexpr std::array<std::string_view, kScripts> kLanguages{"und", "ru", "ar", "hi", "zh", "ja", "ko", "th", "he",
                                                            "el",  "hy", "ka", "bn", "pa", "gu", "ta", "te", "kn",
                                                            "ml",  "si", "lo", "bo", "my", "am", "km", "und"};

}  // namespace

Script script_of(char32_t letter) {
  const auto* block =
      std::lower_bound(kBlocks.begin(), kBlocks.end(), letter, [](const Block& b, char32_t cp) { return b.last < cp; });
  return block != kBlocks.end() && letter >= block->first ? block->script : Script::kOther;
}

std::string_view usual_language(Script script) {
  return kLanguages[static_cast<std::size_t>(script)];
}

bool decides_language(Script script) {
  return script != Script::kLatin && script != Script::kCyrillic && script != Script::kArabic &&
         script != Script::kDevanagari && script != Script::kOther;
}

}  // namespace emo::text
