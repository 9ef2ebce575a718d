// F-measures from decision counts. Where the counts come from (a confusion matrix, label sets) is not
// known here.
#include "metrics/classification.hpp"

namespace emo::metrics {
namespace {

double ratio(std::uint64_t numerator, std::uint64_t denominator) {
  return denominator == 0 ? 0.0 : static_cast<double>(numerator) / static_cast<double>(denominator);
}

bool qualifies(const ClassCounts& counts, MacroOver over) {
  switch (over) {
    case MacroOver::kAll:
      return true;
    case MacroOver::kPresent:
      return counts.support() > 0;
    case MacroOver::kSeen:
      return counts.support() + counts.predicted() > 0;
  }
  return false;
}

double macro(std::span<const ClassCounts> counts, MacroOver over, double ClassScore::*measure) {
  double sum = 0;
  std::uint64_t classes = 0;
  for (const ClassCounts& c : counts) {
    if (!qualifies(c, over)) continue;
    sum += score(c).*measure;
    ++classes;
  }
  return classes == 0 ? 0.0 : sum / static_cast<double>(classes);
}

}  // namespace

ClassCounts& ClassCounts::operator+=(const ClassCounts& other) {
  tp += other.tp;
  fp += other.fp;
  fn += other.fn;
  return *this;
}

ClassScore score(const ClassCounts& counts) {
  return {ratio(counts.tp, counts.predicted()), ratio(counts.tp, counts.support()),
          ratio(2 * counts.tp, 2 * counts.tp + counts.fp + counts.fn), counts.support()};
}

double macro_f1(std::span<const ClassCounts> counts, MacroOver over) {
  return macro(counts, over, &ClassScore::f1);
}

double macro_recall(std::span<const ClassCounts> counts, MacroOver over) {
  return macro(counts, over, &ClassScore::recall);
}

double micro_f1(std::span<const ClassCounts> counts) {
  ClassCounts total;
  for (const ClassCounts& c : counts) total += c;
  return score(total).f1;
}

double weighted_f1(std::span<const ClassCounts> counts) {
  double sum = 0;
  double weight = 0;
  for (const ClassCounts& c : counts) {
    sum += score(c).f1 * static_cast<double>(c.support());
    weight += static_cast<double>(c.support());
  }
  return weight > 0 ? sum / weight : 0.0;
}

}  // namespace emo::metrics
