// Makes the samples; and a small checker of tags, so that the tests need no XML library.
#include "samples.hpp"

#include <cstdio>
#include <vector>

namespace emo::test {

report::EvaluationRecord sample_record() {
  report::EvaluationRecord r;
  r.split = "test";
  r.model = "tiny 1";
  r.rows = 100;
  r.labels = {"joy", "neutral", "sadness"};
  r.classes = {{"joy", 1.0, 0.9, 0.947, 50},
               {"neutral", 20.0 / 37, 20.0 / 30, 0.597, 30},
               {"sadness", 8.0 / 18, 0.4, 0.421, 20}};
  r.confusion = {{45, 5, 0}, {0, 20, 10}, {0, 12, 8}};
  r.figures = {{"accuracy", 0.73}, {"macro_f1", 0.655}, {"ece", 0.12}};
  r.intervals = {{"macro_f1", {0.55, 0.75}}, {"accuracy", {0.64, 0.81}}};
  r.reliability = {{0, 0.5, 20, 0.4, 0.3}, {0.5, 1, 80, 0.9, 0.75}};
  r.coverage_risk = {{0.5, 0.1}, {0.8, 0.2}, {1.0, 0.27}};
  r.slices = {{"genre", "poem", 40, 36, report::wilson_interval(36, 40)},
              {"genre", "tweet", 60, 37, report::wilson_interval(37, 60)}};
  r.mistakes = {{7, "7", "so <b>sad</b> & \"blue\"", "", {"sadness"}, {"joy"}, 0.97, 0.01}};
  r.precision_recall = {{"joy", {{0.5, 1, 0.9}, {1, 0.8, 0.2}}, 0.9}};
  return r;
}

std::string prediction_line(int row, const std::string& gold, const std::string& predicted, double score,
                            const std::string& text) {
  const std::string other = predicted == "joy" ? "anger" : "joy";
  char scores[128];
  std::snprintf(scores, sizeof(scores), R"({"%s":%.4f,"%s":%.4f})", predicted.c_str(), score, other.c_str(), 1 - score);
  return R"({"id":")" + std::to_string(row) + R"(","row":)" + std::to_string(row) + R"(,"text":")" + text +
         R"(","gold":[")" + gold + R"("],"predicted":[")" + predicted + R"("],"scores":)" + scores + "}\n";
}

std::string log_line(int epoch, double train_loss, double dev_loss, double train_accuracy, double dev_accuracy) {
  char line[256];
  std::snprintf(
      line, sizeof(line),
      R"({"epoch":%d,"stage":"main","train_loss":%.3f,"train_accuracy":%.3f,"dev_loss":%.3f,"dev_accuracy":%.3f,"seconds":12.5})"
      "\n",
      epoch, train_loss, train_accuracy, dev_loss, dev_accuracy);
  return line;
}

std::string xml_problem(const std::string& text) {
  std::vector<std::string> open;
  for (std::size_t i = 0; i < text.size();) {
    if (text[i] == '&') {
      const std::size_t end = text.find(';', i);
      if (end == std::string::npos || end - i > 8) return "stray & at " + std::to_string(i);
      i = end + 1;
    } else if (text[i] != '<') {
      ++i;
    } else {
      std::size_t end = i + 1;
      bool quoted = false;
      while (end < text.size() && (quoted || text[end] != '>')) {
        if (text[end] == '"') quoted = !quoted;
        if (text[end] == '<') return "< inside a tag at " + std::to_string(end);
        ++end;
      }
      if (end == text.size()) return "tag not closed at " + std::to_string(i);
      const std::string tag = text.substr(i + 1, end - i - 1);
      const std::string name = tag.substr(tag[0] == '/' ? 1 : 0, tag.find_first_of(" \n", 1) - (tag[0] == '/' ? 1 : 0));
      if (tag[0] == '/') {
        if (open.empty() || open.back() != name) return "</" + name + "> closes nothing at " + std::to_string(i);
        open.pop_back();
      } else if (tag[0] != '?' && tag[0] != '!' && tag.back() != '/') {
        open.push_back(name);
      }
      i = end + 1;
    }
  }
  return open.empty() ? "" : "<" + open.back() + "> is left open";
}

report::Document sample_document() {
  using namespace report;
  Document document;
  document.title = "Title <1>";
  document.subtitle = "sub & title";
  Canvas canvas(60, 40, "figure", "what it shows");
  canvas.text(5, 20, "a < b");
  document.figures.push_back({"loss_curve", "Loss", "It falls from 2 to 1.", canvas});
  Example example;
  example.text = {{"a <b>", 0.5}};
  example.weighed = "b";
  example.where = "row 3";
  example.gold = "joy";
  example.answered = "anger";
  example.confidence = "91 %";
  document.sections.push_back({"part",
                               "Part & parcel",
                               {Sentence{"A sentence | with a bar.", "Its rule."}, Bullets{{"first", "second"}, true},
                                Table{"Cells", {"class", "n"}, {{"joy", "5"}, {"a|b", "6"}}, false}, FigureBlock{0},
                                Tiles{{{"accuracy", "0.91", "n 100"}}}, NoteBlock{true, "Careful <here>."},
                                CodeBlock{"emo report \"x\" <y>"}, Examples{{example}}}});
  return document;
}

std::string joined(const std::vector<report::Sentence>& sentences) {
  std::string out;
  for (const auto& s : sentences) out += s.text + "\n";
  return out;
}

bool says(const std::vector<report::Sentence>& sentences, const std::string& words) {
  return joined(sentences).find(words) != std::string::npos;
}

}  // namespace emo::test
