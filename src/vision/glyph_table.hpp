// Letters as pictures, so that drawing needs no font at run time.
#pragma once

#include <cstddef>

namespace emo::vision {

inline constexpr int kGlyphFirst = 32;   ///< ASCII code of the first glyph
inline constexpr int kGlyphCount = 95;   ///< up to '~'
inline constexpr int kGlyphSize = 32;    ///< em in pixels
inline constexpr int kGlyphAscent = 30;  ///< baseline below the top of a line
inline constexpr int kGlyphLine = 38;    ///< height of a line

struct Glyph {
  int width, height;   ///< of its picture
  int left, top;       ///< picture's place right of the pen and above the baseline
  int advance;         ///< of the pen
  std::size_t pixels;  ///< where its picture begins in kGlyphPixels
};

extern const Glyph kGlyphs[kGlyphCount];
/// Rows of coverage, 'a' none to 'p' full.
extern const char kGlyphPixels[];

}  // namespace emo::vision
