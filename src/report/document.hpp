// A report as blocks, whatever it is written as: the HTML and the Markdown writer walk the same document.
#pragma once

#include <string>
#include <variant>
#include <vector>

#include "io/json.hpp"
#include "report/figures.hpp"
#include "report/findings.hpp"
#include "report/mistake_details.hpp"

namespace emo::report {

struct Bullets {
  std::vector<std::string> items;
  bool ordered = false;
};
/// Cells of the first column are set left, all others right unless `words`.
struct Table {
  std::string caption;
  std::vector<std::string> header;
  std::vector<std::vector<std::string>> rows;
  bool words = false;
};
struct FigureBlock {
  std::size_t index = 0;  ///< in Document::figures
};
struct Tile {
  std::string label, value, detail;
};
struct Tiles {
  std::vector<Tile> tiles;
};
struct NoteBlock {
  bool serious = false;
  std::string text;
};
struct CodeBlock {
  std::string text;
};
/// A wrong row: a text as shaded parts, or a picture as a data URI.
struct Example {
  std::string picture;
  std::vector<ShadedPart> text;
  std::string weighed;  ///< the heaviest words, "" = not known
  std::string where, gold, answered, confidence;
};
struct Examples {
  std::vector<Example> items;
};
using Block = std::variant<Sentence, Bullets, Table, FigureBlock, Tiles, NoteBlock, CodeBlock, Examples>;

struct Section {
  std::string id, title;
  std::vector<Block> blocks;
};

struct Document {  // NOLINT(bugprone-exception-escape): of what the json library says of its moves
  std::string title, subtitle;
  std::vector<Section> sections;
  std::vector<Figure> figures;
  io::OrderedJson data;     ///< report.json
  int refresh_seconds = 0;  ///< the page reloads itself (a run in progress); 0 = never
};

/// One page that needs nothing else: figures inline, light and dark by the reader's choice, for print and narrow
/// screens.
std::string to_html(const Document& document);
/// With the figures as links to figures/NAME.png (or .svg).
std::string to_markdown(const Document& document, bool png);

}  // namespace emo::report
