// Notes from the figures of an evaluation: what they cannot say. Nothing here changes a figure, and no note ends a run:
// limits that do are gates.cpp's.
#include "eval/evaluation_notes.hpp"

#include <cmath>
#include <utility>

#include "core/joined.hpp"
#include "core/quote.hpp"

namespace emo::eval {
namespace {

constexpr std::uint64_t kFewRows = 100;     // below it an interval of accuracy is wider than 0.1 either way
constexpr std::uint64_t kFewOfAClass = 10;  // below it one row moves the recall by a tenth or more

std::string rows_text(std::uint64_t rows) {
  return std::to_string(rows) + (rows == 1 ? " row" : " rows");
}

std::string listed(const std::vector<std::string>& names) {
  constexpr std::size_t kMost = 12;
  return core::joined_first(names, kMost);
}

}  // namespace

std::vector<std::string> notes_on(const Evaluation& evaluation) {
  std::vector<std::string> notes;
  if (evaluation.n_errors > 0) {
    notes.push_back("No answer of the model for " + rows_text(evaluation.n_errors) + ": counted in no figure.");
  }
  if (evaluation.n_no_gold > 0) {
    notes.push_back("Without any label in the data: " + rows_text(evaluation.n_no_gold) +
                    ". Each label that is given to one of them counts as wrong.");
  }
  std::vector<std::string> absent;
  std::vector<std::string> few;
  std::vector<std::string> silent;
  std::vector<std::string> present;
  for (const ClassResult& c : evaluation.per_class) {
    if (c.support == 0) {
      absent.push_back(c.label);
      continue;
    }
    present.push_back(c.label);
    if (c.support < kFewOfAClass) few.push_back(c.label + " (" + std::to_string(c.support) + ")");
    if (c.precision == 0 && c.recall == 0) silent.push_back(c.label);
  }
  if (present.size() == 1 && evaluation.labels.size() > 1) {
    // A set of labels is right as a whole, and a row may have none: accuracy is then no recall, nor are all rows of it.
    notes.push_back(evaluation.decision == Decision::kMultiLabel
                        ? "No class but '" + present.front() +
                              "' has a row: nothing is known about telling it from another."
                        : "All rows are of one class, '" + present.front() +
                              "': accuracy is its recall, and nothing is known about telling classes apart.");
  }
  if (!absent.empty()) {
    notes.push_back(
        "Without a row in the data: " + listed(absent) +
        (absent.size() == 1
             ? ". Its recall cannot be judged; macro_f1 leaves it out, macro_f1_all counts it as 0."
             : ". Their recall cannot be judged; macro_f1 leaves them out, macro_f1_all counts them as 0."));
  }
  if (!few.empty()) {
    notes.push_back("With fewer than " + std::to_string(kFewOfAClass) + " rows: " + listed(few) +
                    (few.size() == 1 ? ". Its figures are mostly chance." : ". Their figures are mostly chance."));
  }
  if (!silent.empty()) notes.push_back("Never predicted rightly: " + listed(silent) + ".");
  if (evaluation.n < kFewRows) {
    notes.push_back("Only " + rows_text(evaluation.n) + ": look at the intervals, not at the digits.");
  }
  if (std::isnan(evaluation.nll)) {
    notes.push_back("No probabilities were given: calibration, log loss, curves and areas are unknown.");
  }
  for (const SliceColumn& slices : evaluation.slices) {
    if (slices.values_left_out > 0) {
      notes.push_back("Column '" + slices.column + "' has " + std::to_string(slices.values_left_out) +
                      " more values with " + rows_text(slices.rows_left_out) + ", not shown.");
    }
  }
  return notes;
}

void note_rejected(std::span<const Error> rejected, bool of_a_part, Evaluation& evaluation) {
  evaluation.n_rejected = rejected.size();
  evaluation.rejected_are_judged = !of_a_part;
  if (rejected.empty()) return;
  evaluation.notes.push_back("Of all the data " + rows_text(rejected.size()) +
                             " cannot be used, counted in no figure; the first: " + rejected.front().message + ".");
}

void note_dropped(Evaluation& evaluation) {
  if (evaluation.n_dropped_unlabelled + evaluation.n_dropped_other == 0) return;
  std::vector<std::string> labels;
  for (const auto& [label, own] : evaluation.label_map) {
    if (!own) labels.push_back(label);
  }
  if (labels.empty()) return;
  evaluation.notes.push_back("Labels of the data that are none of the classes here: " + listed(labels) +
                             ". Rows without another are in no figure (n_dropped).");
}

void note_order_alone(const std::string& unread_name, bool of_faces, Evaluation& evaluation) {
  evaluation.joined_in_order = true;
  std::string note =
      "The predictions do not say which row they are of: the first was taken for that of the first row, and so on.";
  if (!unread_name.empty())
    note += " What is called " + core::quoted(unread_name) + " is not read: call it " +
            (of_faces ? "'image' if it is the picture, 'id' if it is what the data call it." : "'id'.");
  evaluation.notes.push_back(std::move(note));
}

void note_zero_scores(std::uint64_t rows, Evaluation& evaluation) {
  if (rows == 0) return;
  evaluation.notes.push_back(
      "The right label has the score 0 in " + rows_text(rows) +
      ", and the log loss of each is 34.5, the most it can be: scores that are written with few digits are rounded "
      "to 0.");
}

void note_unused(const dataset::FaceData& data, Evaluation& evaluation) {
  note_rejected(data.rejected, data.of_a_part, evaluation);
  for (const std::string& told : data.passed_over) evaluation.notes.push_back("Passed over in the data: " + told + ".");
}

}  // namespace emo::eval
