// Two evaluations of the same rows: is the difference real, and which rows flip?
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "emo/error.hpp"
#include "eval/evaluation.hpp"
#include "metrics/significance.hpp"

namespace emo::eval {

/// A row that exactly one of the two gets right.
struct Flip {
  std::string id;
  std::uint64_t row = 0;
  std::string input;
  std::vector<std::string> gold, ours, theirs;
  bool gained = false;  ///< ours is the right one
};

struct Comparison {
  std::string model;                 ///< the other one
  std::uint64_t n = 0;               ///< rows judged by both
  std::uint64_t n_one_side = 0;      ///< rows that only one of them answered
  std::uint64_t n_gold_differs = 0;  ///< rows whose gold labels the two mapped differently: ours are used
  double accuracy = 0, other_accuracy = 0, macro_f1 = 0, other_macro_f1 = 0;  ///< over these n rows
  metrics::McNemar mcnemar;
  metrics::PairedBootstrap differences;  ///< ours - theirs
  std::vector<Flip> flips;
  std::uint64_t seed = 0;
  /// One sentence: better, worse or not told apart, by whether 0 lies outside the 95 % interval of the differences.
  std::string verdict;
  bool joined_in_order = false;  ///< the other one's predictions (Evaluation::joined_in_order)
  std::uint64_t n_neither = 0;   ///< rows that one of them has or both, and none answered
};

/// Pairs rows by their row number. Labels are the same up to
/// core::canonical_label ("happiness" is "joy"), unless both are classes of one side. A row is right as defined at
/// Evaluation::accuracy, both under our decision (of several answers to a single choice each has to be right), against
/// our gold labels. macro_f1 is over the classes with support. Errors: kInvalidData (the same row number with another
/// id or input: out of step; no row in common).
Result<Comparison> compare(const Evaluation& ours, const Evaluation& theirs, int bootstrap_samples);

}  // namespace emo::eval
