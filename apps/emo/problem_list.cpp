// Problems with single rows, told beside the result. An error that ends the command is cli.cpp's affair; the same
// problems go into an evaluation's record by eval/evaluation_notes.
#include "problem_list.hpp"

#include <algorithm>
#include <cstdio>
#include <utility>
#include <vector>

#include "core/number_words.hpp"
#include "core/quote.hpp"
#include "terminal_text.hpp"
#include "text/label_spelling.hpp"

namespace emo::cli {
namespace {

constexpr std::size_t kShownProblems = 5;

}  // namespace

void tell_problems(const std::string& heading, std::span<const std::string> problems, const Context& context) {
  if (problems.empty() || context.global.quiet) return;
  const std::size_t shown = std::min(kShownProblems, problems.size());
  std::fprintf(stderr, "emo: %s\n", heading.c_str());
  for (const std::string& problem : problems.first(shown)) {
    std::fprintf(stderr, "  %s\n", core::for_terminal(problem).c_str());
  }
  if (problems.size() > shown) std::fprintf(stderr, "  and %s more\n", core::grouped(problems.size() - shown).c_str());
}

void tell_passed_over(std::span<const std::string> passed_over, const Context& context) {
  tell_problems("passed over in the data:", passed_over, context);
}

void tell_rejected(std::span<const Error> rejected, const Context& context) {
  std::vector<std::string> problems;
  for (const Error& error : rejected) problems.push_back(error.message);
  tell_problems(core::counted(problems.size(), "row", "rows") + " of the data cannot be used:", problems, context);
}

namespace {

void tell_unanswered(const eval::Evaluation& evaluation, const std::string& data, const Context& context) {
  std::vector<std::string> problems;
  for (const eval::Prediction& prediction : evaluation.predictions) {
    if (!prediction.error) continue;
    eval::Prediction placed = prediction;
    if (placed.place.empty()) placed.place = data + ":" + std::to_string(placed.row);
    problems.push_back(eval::problem_of(placed));
  }
  const bool pictures = evaluation.input_name == "image";
  const std::string what = problems.size() == 1 ? (pictures ? "picture" : "row") : (pictures ? "pictures" : "rows");
  tell_problems(core::grouped(problems.size()) + " " + what + " without an answer:", problems, context);
}

void tell_unused_mappings(const eval::LabelMap& map, const eval::Evaluation& evaluation, const Context& context) {
  std::vector<std::string> unused;
  for (const auto& entry : map) {
    if (text::find_spelled(evaluation.label_map, entry.first) == evaluation.label_map.end())
      unused.push_back("'" + entry.first + "'");
  }
  tell_problems("labels of --map that no row of the data has:", unused, context);
}

}  // namespace

void tell_left_out(const eval::Evaluation& evaluation, const Context& context) {
  std::vector<std::string> lines;
  for (const auto& [count, words] : {std::pair{evaluation.n_dropped_unlabelled, " without a label that counts"},
                                     std::pair{evaluation.n_dropped_other, " of other classes"}}) {
    if (count != 0) lines.push_back(core::counted(count, "row", "rows") + words);
  }
  tell_problems("left out:", lines, context);
  tell_problems("notes on the data:", evaluation.notes, context);
}

void tell_problems_of(const eval::Evaluation& evaluation, const eval::LabelMap& map, const std::string& data,
                      const Context& context) {
  tell_unanswered(evaluation, data, context);
  tell_unused_mappings(map, evaluation, context);
}

}  // namespace emo::cli
