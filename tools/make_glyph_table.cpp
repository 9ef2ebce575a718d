// Renders the glyphs of src/vision/glyph_table.cpp from a font. Run by hand when the table is to change:
//   g++ -std=c++20 tools/make_glyph_table.cpp $(pkg-config --cflags --libs freetype2) -o make_glyph_table
//   ./make_glyph_table /usr/share/fonts/truetype/dejavu/DejaVuSans.ttf > src/vision/glyph_table.cpp
#include <ft2build.h>
#include FT_FREETYPE_H

#include <array>
#include <cstdio>
#include <string>
#include <utility>

int main(int count, char** words) {
  constexpr int kSize = 32;
  // ASCII, the letters of Latin-1 and of Latin Extended-A, Greek, Cyrillic.
  constexpr std::array<std::pair<int, int>, 4> kRanges{{{0x20, 0x7E}, {0xC0, 0x17F}, {0x386, 0x3CE}, {0x400, 0x45F}}};
  FT_Library library = nullptr;
  FT_Face face = nullptr;
  if (count != 2 || FT_Init_FreeType(&library) != 0 || FT_New_Face(library, words[1], 0, &face) != 0) {
    std::fputs("usage: make_glyph_table FONT.ttf\n", stderr);
    return 1;
  }
  FT_Set_Pixel_Sizes(face, 0, kSize);
  std::string pixels;
  std::string glyphs;
  std::string ranges;
  int number = 0;
  for (const auto& [first, last] : kRanges) {
    char line[64];
    std::snprintf(line, sizeof line, "    {0x%X, %d, %d},\n", first, last - first + 1, number);
    ranges += line;
    number += last - first + 1;
  }
  for (const auto& [first, last] : kRanges)
    for (int code = first; code <= last; ++code) {
      if (FT_Load_Char(face, static_cast<FT_ULong>(code), FT_LOAD_RENDER | FT_LOAD_NO_HINTING) != 0) return 1;
      const FT_GlyphSlot slot = face->glyph;
      const FT_Bitmap& map = slot->bitmap;
      char line[96];
      std::snprintf(line, sizeof line, "    {%d, %d, %d, %d, %d, %zu},\n", static_cast<int>(map.width),
                    static_cast<int>(map.rows), slot->bitmap_left, slot->bitmap_top,
                    static_cast<int>((slot->advance.x + 32) >> 6), pixels.size());
      glyphs += line;
      for (unsigned y = 0; y < map.rows; ++y) {
        for (unsigned x = 0; x < map.width; ++x) {
          pixels += static_cast<char>('a' + (map.buffer[y * static_cast<unsigned>(map.pitch) + x] * 15 + 127) / 255);
        }
      }
    }
  std::printf(
      "// Made by tools/make_glyph_table.cpp from DejaVu Sans at %d pixels. Do not edit.\n"
      "// For boxes and labels on pictures, without a font at run time; figures of reports use the font itself.\n"
      "#include \"vision/glyph_table.hpp\"\n\nnamespace emo::vision {\n\n// clang-format off\n"
      "const GlyphRange kGlyphRanges[kGlyphRangeCount] = {\n%s};\n\n"
      "const Glyph kGlyphs[] = {\n%s};\n\nconst char kGlyphPixels[] =\n",
      kSize, ranges.c_str(), glyphs.c_str());
  for (std::size_t at = 0; at < pixels.size(); at += 112) {
    std::printf("    \"%s\"%s\n", pixels.substr(at, 112).c_str(), at + 112 >= pixels.size() ? ";" : "");
  }
  std::printf("// clang-format on\n\n}  // namespace emo::vision\n");
  std::fprintf(stderr, "ascent %ld descent %ld\n", face->size->metrics.ascender >> 6,
               face->size->metrics.descender >> 6);
  return 0;
}
