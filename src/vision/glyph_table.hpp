// Letters as pictures, so that drawing needs no font at run time.
#pragma once

#include <cstddef>
#include <cstdint>

namespace emo::vision {

inline constexpr int kGlyphSize = 32;    ///< em in pixels
inline constexpr int kGlyphAscent = 30;  ///< baseline below the top of a line
inline constexpr int kGlyphLine = 38;    ///< height of a line

struct Glyph {
  int width, height;   ///< of its picture
  int left, top;       ///< picture's place right of the pen and above the baseline
  int advance;         ///< of the pen
  std::size_t pixels;  ///< where its picture begins in kGlyphPixels
};

/// Code points that follow each other, and where the glyph of the first stands in kGlyphs.
struct GlyphRange {
  char32_t first;
  std::uint32_t count, glyph;
};

inline constexpr int kGlyphRangeCount = 4;
extern const GlyphRange kGlyphRanges[kGlyphRangeCount];  ///< the first holds ASCII from the blank on
extern const Glyph kGlyphs[];
/// Rows of coverage, 'a' none to 'p' full.
extern const char kGlyphPixels[];

}  // namespace emo::vision
