// The page. All text passes escaped(); there is no script, no font and no address in it, so it opens from disk and
// tells nobody. What stands in it, and in which order, is assemble.cpp's.
#include <algorithm>
#include <cmath>
#include <string>

#include "core/markup.hpp"
#include "report/document.hpp"
#include "report/wording.hpp"

namespace emo::report {
namespace {

using core::escaped;

constexpr const char* kStyle = R"css(
:root{color-scheme:light dark;--paper:#fff;--page:#f3f4f7;--ink:#1c2026;--muted:#58606c;--line:#dfe3e9;--soft:#f6f7f9;--accent:#0072b2;--bad:#a32727;--badsoft:#fdf0ee;--note:#8a5a00;--notesoft:#fdf6e6;--for:0,95,190;--against:200,90,0}
@media (prefers-color-scheme:dark){@media screen{:root{--paper:#16191e;--page:#0f1115;--ink:#e6e9ee;--muted:#a0a8b4;--line:#343a44;--soft:#1e2229;--accent:#56b4e9;--bad:#fa9b8f;--badsoft:#331d1c;--note:#f0c85a;--notesoft:#2e2616;--for:90,170,255;--against:255,160,70}}}
*{box-sizing:border-box}
body{margin:0;background:var(--page);color:var(--ink);font:16px/1.55 system-ui,-apple-system,"Segoe UI",Roboto,"DejaVu Sans",sans-serif}
main{max-width:1120px;margin:0 auto;padding:28px 20px 60px}
header h1{font-size:1.9rem;line-height:1.2;margin:0 0 4px}
header p{margin:0;color:var(--muted)}
nav{margin:18px 0 0;display:flex;flex-wrap:wrap;gap:6px 16px;font-size:.92rem}
nav a,a{color:var(--accent)}
section{background:var(--paper);border:1px solid var(--line);border-radius:10px;padding:20px 26px 22px;margin:20px 0 0}
h2{font-size:1.25rem;margin:0 0 10px}
p{margin:.55em 0;max-width:78ch}
.rule{color:var(--muted);font-size:.84rem;display:block}
.tiles{display:grid;grid-template-columns:repeat(auto-fit,minmax(160px,1fr));gap:12px;margin:6px 0 14px}
.tile{background:var(--soft);border:1px solid var(--line);border-radius:8px;padding:12px 14px}
.tile b{display:block;font-size:1.65rem;line-height:1.25;font-weight:650;font-variant-numeric:tabular-nums}
.tile span{color:var(--muted);font-size:.86rem;display:block}
figure{margin:18px 0 8px}
figure .fig{overflow-x:auto;border:1px solid var(--line);border-radius:8px;background:var(--paper)}
figure svg{display:block;margin:0 auto;max-width:100%;height:auto}
figure svg{min-width:var(--least)}
figcaption{color:var(--muted);font-size:.9rem;margin-top:6px;max-width:90ch}
.scroll{overflow-x:auto;margin:12px 0}
table{border-collapse:collapse;font-size:.92rem;min-width:min(100%,420px);font-variant-numeric:tabular-nums}
caption{text-align:left;color:var(--muted);font-size:.88rem;padding-bottom:4px}
th,td{padding:5px 12px;border-bottom:1px solid var(--line);text-align:right;vertical-align:top}
th:first-child,td:first-child{text-align:left}
table.words th,table.words td{text-align:left}
thead th{color:var(--muted);font-weight:600}
tbody th{font-weight:400}
.note{border-left:4px solid var(--note);background:var(--notesoft);padding:8px 14px;margin:10px 0;border-radius:4px;overflow-wrap:anywhere}
.note.serious{border-color:var(--bad);background:var(--badsoft)}
.note b{color:var(--note)}.note.serious b{color:var(--bad)}
pre{background:var(--soft);border:1px solid var(--line);border-radius:8px;padding:12px;white-space:pre-wrap;overflow-wrap:anywhere;font-size:.86rem;max-height:26em;overflow-y:auto}
.examples{display:grid;grid-template-columns:repeat(auto-fill,minmax(260px,1fr));gap:12px;margin:12px 0}
.example{border:1px solid var(--line);border-radius:8px;padding:12px 14px;background:var(--soft);overflow-wrap:anywhere}
.example img{width:96px;height:96px;object-fit:cover;border-radius:6px;float:right;margin:0 0 6px 10px;image-rendering:auto}
.example q{display:block;quotes:"\201C" "\201D";margin-bottom:6px}
.example q span{border-radius:3px;padding:0 2px;-webkit-print-color-adjust:exact;print-color-adjust:exact}
.example q .against{border-bottom:2px dotted rgb(var(--against))}.example q .most{font-weight:600}
.example .weighed{color:var(--muted);font-size:.84rem;margin-bottom:6px}
.example .says{font-size:.9rem}.example .where{color:var(--muted);font-size:.8rem}
footer{color:var(--muted);font-size:.86rem;margin-top:22px}
@media (max-width:640px){main{padding:16px 10px 40px}section{padding:14px 14px 16px;border-radius:8px}header h1{font-size:1.5rem}}
@media print{body{background:#fff;font-size:11pt}main{max-width:none;padding:0}section{border:0;padding:6px 0;margin:8px 0}nav{display:none}figure,.tile,.example,tr{break-inside:avoid}h2{break-after:avoid}pre{max-height:none}figure .fig{border:0;overflow:visible}figure svg{min-width:0}}
)css";

struct HtmlBlock {
  const Document& document;
  std::string& out;

  void operator()(const Sentence& s) const {
    out += "<p>" + escaped(s.text);
    if (!s.rule.empty()) out += " <span class=\"rule\">Rule: " + escaped(s.rule) + "</span>";
    out += "</p>\n";
  }
  void operator()(const Bullets& b) const {
    out += b.ordered ? "<ol>" : "<ul>";
    for (const auto& item : b.items) out += "<li>" + escaped(item) + "</li>";
    out += b.ordered ? "</ol>\n" : "</ul>\n";
  }
  void operator()(const Table& t) const {
    out += "<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"" + escaped(t.caption) + "\"><table" +
           (t.words ? std::string(" class=\"words\"") : "") + "><caption>" + escaped(t.caption) +
           "</caption><thead><tr>";
    for (const auto& cell : t.header) out += "<th scope=\"col\">" + escaped(cell) + "</th>";
    out += "</tr></thead><tbody>\n";
    for (const auto& row : t.rows) {
      out += "<tr>";
      for (std::size_t c = 0; c < row.size(); ++c) {
        out += (c == 0 ? "<th scope=\"row\">" : "<td>") + escaped(row[c]) + (c == 0 ? "</th>" : "</td>");
      }
      out += "</tr>\n";
    }
    out += "</tbody></table></div>\n";
  }
  void operator()(const FigureBlock& f) const {
    const Figure& figure = document.figures[f.index];
    // On a narrow screen a figure is moved sideways; drawn smaller than this, nobody could read its words.
    constexpr double kSmallest = 0.75;
    out += "<figure id=\"figure-" + figure.name +
           "\"><div class=\"fig\" style=\"--least:" + decimals(kSmallest * figure.canvas.width(), 0) +
           "px\" tabindex=\"0\" role=\"group\" aria-label=\"" + escaped(figure.title) + "\">" +
           to_svg(figure.canvas, false) + "</div><figcaption>" + escaped(figure.words) + "</figcaption></figure>\n";
  }
  void operator()(const Tiles& t) const {
    out += "<div class=\"tiles\">";
    for (const auto& tile : t.tiles) {
      out += "<div class=\"tile\"><span>" + escaped(tile.label) + "</span><b>" + escaped(tile.value) + "</b><span>" +
             escaped(tile.detail) + "</span></div>";
    }
    out += "</div>\n";
  }
  void operator()(const NoteBlock& n) const {
    out += std::string("<p class=\"note") + (n.serious ? " serious" : "") + "\"><b>" +
           (n.serious ? "Attention" : "Note") + "</b> " + escaped(n.text) + "</p>\n";
  }
  void operator()(const CodeBlock& c) const { out += "<pre tabindex=\"0\">" + escaped(c.text) + "</pre>\n"; }
  void operator()(const Examples& e) const {
    out += "<div class=\"examples\">\n";
    for (const auto& item : e.items) {
      out += "<div class=\"example\">";
      if (!item.picture.empty()) {
        out +=
            "<img src=\"" + escaped(item.picture) + "\" alt=\"face that was read as " + escaped(item.answered) + "\">";
      }
      if (!item.text.empty()) quote(item.text);
      if (!item.weighed.empty()) out += "<div class=\"weighed\">" + escaped(item.weighed) + "</div>";
      out += "<div class=\"says\">true: <b>" + escaped(item.gold) + "</b><br>answered: <b>" + escaped(item.answered) +
             "</b> " + escaped(item.confidence) + "</div><div class=\"where\">" + escaped(item.where) +
             "</div></div>\n";
    }
    out += "</div>\n";
  }

 private:
  static std::string shaded(const ShadedPart& part) {
    constexpr double kFaintest = 0.05, kStrongest = 0.45, kBold = 0.5;
    const double strength = std::min(1.0, std::abs(part.share));
    if (!(strength >= kFaintest)) return escaped(part.text);
    const std::string side = part.share > 0 ? "for" : "against";
    return "<span class=\"" + side + (strength >= kBold ? " most" : "") + "\" style=\"background:rgba(var(--" + side +
           ")," + decimals(kStrongest * strength, 2) + ")\">" + escaped(part.text) + "</span>";
  }
  void quote(const std::vector<ShadedPart>& parts) const {
    out += "<q>";
    for (const auto& part : parts) out += shaded(part);
    out += "</q>";
  }
};

}  // namespace

std::string to_html(const Document& document) {
  std::string out =
      "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
      "<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">\n"
      "<meta name=\"color-scheme\" content=\"light dark\">\n";
  if (document.refresh_seconds > 0) {
    out += "<meta http-equiv=\"refresh\" content=\"" + std::to_string(document.refresh_seconds) + "\">\n";
  }
  out += "<title>" + escaped(document.title) + "</title>\n<style>" + kStyle + figure_css() +
         "</style>\n</head>\n<body>\n<main>\n<header>\n<h1>" + escaped(document.title) + "</h1>\n<p>" +
         escaped(document.subtitle) + "</p>\n<nav aria-label=\"Sections\">";
  for (const auto& section : document.sections)
    out += "<a href=\"#" + section.id + "\">" + escaped(section.title) + "</a>";
  out += "</nav>\n</header>\n";
  for (const auto& section : document.sections) {
    out += "<section id=\"" + section.id + "\" aria-labelledby=\"" + section.id + "-title\">\n<h2 id=\"" + section.id +
           "-title\">" + escaped(section.title) + "</h2>\n";
    for (const auto& block : section.blocks) std::visit(HtmlBlock{document, out}, block);
    out += "</section>\n";
  }
  return out +
         "<footer>Made by emo report. Every sentence here is generated from the numbers by a fixed rule; nobody wrote "
         "it by hand.</footer>\n</main>\n</body>\n</html>\n";
}

}  // namespace emo::report
