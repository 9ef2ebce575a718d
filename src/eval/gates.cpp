// Gates on an evaluation: which figures miss what was asked of them, in words. The exit status is the program's
// business, and a gate never changes what is written.
#include "eval/gates.hpp"

#include <algorithm>
#include <charconv>

#include "core/labels.hpp"
#include "core/limit.hpp"
#include "core/number_words.hpp"
#include "core/quote.hpp"
#include "eval/label_mapping.hpp"

namespace emo::eval {
namespace {

std::string sentence(const std::string& figure, double value, const char* relation, double gate) {
  constexpr int kMostDigits = 9;
  std::string shown, asked;
  for (int digits = 4; digits <= kMostDigits && shown == asked; ++digits) {  // not "0.7000, below the gate of 0.7000"
    shown = core::formatted("%.*f", digits, value);
    asked = core::formatted("%.*f", digits, gate);
  }
  return figure + " is " + shown + ", " + relation + " the gate of " + asked;
}

Result<const ClassResult*> find_class(const Evaluation& evaluation, const std::string& label) {
  for (const bool exact : {true, false}) {
    for (const ClassResult& c : evaluation.per_class) {
      if (exact ? c.label == label : core::canonical_label(c.label) == core::canonical_label(label)) return &c;
    }
  }
  return Error{ErrorCode::kNotFound, "gate on the recall of " + core::quoted(label) + ": there is no such class; " +
                                         label_advice(label, evaluation.labels)};
}

}  // namespace

Result<std::pair<std::string, double>> parse_label_gate(const std::string& text) {
  const std::size_t at = text.rfind('=');
  double value = -1;
  if (at != std::string::npos && at > 0) {
    const char* end = text.data() + text.size();
    const auto parsed = std::from_chars(text.data() + at + 1, end, value);
    if (parsed.ec != std::errc() || parsed.ptr != end) value = -1;
  }
  if (!(value >= 0 && value <= 1)) {
    return Error{ErrorCode::kUsage, core::quoted(text) + " is not LABEL=X with X in 0..1, such as fear=0.5"};
  }
  return std::pair(text.substr(0, at), value);
}

Result<std::vector<std::string>> failed_gates(const Evaluation& evaluation, const Gates& gates) {
  std::vector<std::string> failed;
  const auto at_least = [&](const std::string& figure, double value, const std::optional<double>& gate) {
    if (!gate || (evaluation.n > 0 && core::reaches(value, *gate))) return;
    failed.push_back(evaluation.n > 0 ? sentence(figure, value, "below", *gate)
                                      : figure + " is unknown, no row could be scored: the gate cannot be met");
  };
  at_least("macro_f1", evaluation.macro_f1, gates.min_macro_f1);
  at_least("accuracy", evaluation.accuracy, gates.min_accuracy);
  for (const auto& [label, gate] : gates.min_recall) {
    EMO_ASSIGN(const ClassResult* found, find_class(evaluation, label));
    if (found->support == 0) {
      failed.push_back("recall of " + found->label + " is unknown, the data have no row of it: the gate cannot be met");
    } else {
      at_least("recall of " + found->label, found->recall, gate);
    }
  }
  if (gates.max_ece && !(evaluation.n > 0 && core::reaches(*gates.max_ece, evaluation.ece))) {
    const bool known = evaluation.n > 0 && evaluation.ece >= 0;
    failed.push_back(known ? sentence("ece", evaluation.ece, "above", *gates.max_ece)
                           : "ece is unknown without probabilities: the gate cannot be met");
  }
  return failed;
}

}  // namespace emo::eval
