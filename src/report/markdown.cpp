// The report as Markdown, for repositories and terminals: the document of html.cpp without its shading, figures as
// links to files. It decides nothing about contents either.
#include <string>

#include "core/markup.hpp"
#include "report/document.hpp"

namespace emo::report {
namespace {

using core::markdown_code;
using core::markdown_escaped;

struct MarkdownBlock {
  const Document& document;
  const std::string extension;
  std::string& out;

  void operator()(const Sentence& s) const {
    out += markdown_escaped(s.text) + "\n";
    if (!s.rule.empty()) out += "*Rule: " + markdown_escaped(s.rule) + "*\n";
    out += "\n";
  }
  void operator()(const Bullets& b) const {
    for (std::size_t i = 0; i < b.items.size(); ++i) {
      out += (b.ordered ? std::to_string(i + 1) + ". " : std::string("- ")) + markdown_escaped(b.items[i]) + "\n";
    }
    out += "\n";
  }
  void operator()(const Table& t) const {
    out += "**" + markdown_escaped(t.caption) + "**\n\n|";
    for (const auto& cell : t.header) out += " " + markdown_escaped(cell) + " |";
    out += "\n|";
    for (std::size_t c = 0; c < t.header.size(); ++c) out += c == 0 || t.words ? "---|" : "---:|";
    out += "\n";
    for (const auto& row : t.rows) {
      out += "|";
      for (const auto& cell : row) out += " " + markdown_escaped(cell) + " |";
      out += "\n";
    }
    out += "\n";
  }
  void operator()(const FigureBlock& f) const {
    const Figure& figure = document.figures[f.index];
    out += "![" + markdown_escaped(figure.title) + "](figures/" + figure.name + "." + extension + ")\n\n" +
           markdown_escaped(figure.words) + "\n\n";
  }
  void operator()(const Tiles& t) const {
    out += "| | | |\n|---|---:|---|\n";
    for (const auto& tile : t.tiles) {
      out += "| " + markdown_escaped(tile.label) + " | **" + markdown_escaped(tile.value) + "** | " +
             markdown_escaped(tile.detail) + " |\n";
    }
    out += "\n";
  }
  void operator()(const NoteBlock& n) const {
    out += std::string("> **") + (n.serious ? "Attention" : "Note") + "** " + markdown_escaped(n.text) + "\n\n";
  }
  void operator()(const CodeBlock& c) const { out += markdown_code(c.text) + "\n\n"; }
  void operator()(const Examples& e) const {
    for (const auto& item : e.items) {
      out += "- " + quoted(item.text) + "true: **" + markdown_escaped(item.gold) + "**, answered: **" +
             markdown_escaped(item.answered) + "** " + markdown_escaped(item.confidence) +
             (item.weighed.empty() ? std::string() : "; weighed most " + markdown_escaped(item.weighed)) + " (" +
             markdown_escaped(item.where) + ")\n";
    }
    out += "\n";
  }

 private:
  // What speaks for the answer is bold, what speaks against it slanted: by tags, as asterisks beside punctuation or
  // beside other asterisks are no emphasis. Neighbours of one kind share theirs.
  static std::string quoted(const std::vector<ShadedPart>& parts) {
    if (parts.empty()) return "";
    std::string text = "\u201C";
    char open = 0;
    const auto change = [&](char tag) {
      if (tag == open) return;
      if (open != 0) text += std::string("</") + open + ">";
      if (tag != 0) text += std::string("<") + tag + ">";
      open = tag;
    };
    for (const auto& part : parts) {
      change(tag_of(part.share));
      text += markdown_escaped(part.text);
    }
    change(0);
    return text + "\u201D ";
  }
  static char tag_of(double share) {
    constexpr double kLeast = 0.3;
    if (share >= kLeast) return 'b';
    return share <= -kLeast ? 'i' : '\0';
  }
};

}  // namespace

std::string to_markdown(const Document& document, bool png) {
  std::string out = "# " + markdown_escaped(document.title) + "\n\n" + markdown_escaped(document.subtitle) + "\n\n";
  for (const auto& section : document.sections) {
    out += "## " + markdown_escaped(section.title) + "\n\n";
    for (const auto& block : section.blocks) std::visit(MarkdownBlock{document, png ? "png" : "svg", out}, block);
  }
  return out + "*Made by emo report. Every sentence here is generated from the numbers by a fixed rule.*\n";
}

}  // namespace emo::report
