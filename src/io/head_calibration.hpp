// What `emo calibrate` adds to a head of a manifest: vector and isotonic maps, label sets, a risk target.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace emo::io {

/// A non-decreasing map of probabilities, linear between its knots and constant beyond them.
struct IsotonicMap {
  std::vector<double> x;  ///< strictly ascending, 0..1
  std::vector<double> y;  ///< not descending, 0..1, as many
};

/// Split-conformal label sets: label k is in the set when its probability is at least thresholds[k].
struct ConformalSets {
  double coverage = 0.9;           ///< stated, 0..1
  bool class_conditional = false;  ///< the coverage is stated for each label, not only on average
  std::vector<double> thresholds;  ///< K numbers; equal unless class_conditional
  std::int64_t rows = 0;           ///< of the data they were fitted on
};

/// Abstention: a best label with less than min_confidence is withheld, so that of the others at most `risk` are wrong.
struct RiskTarget {
  double risk = 0;            ///< the largest share of wrong answers among those given
  double confidence = 0;      ///< that the bound holds, over draws of the data
  double min_confidence = 0;  ///< threshold on the best probability
  double coverage = 0;        ///< share of the rows answered on the data it was fitted on
  std::int64_t rows = 0;
};

struct HeadCalibration {
  std::string method;                 ///< "temperature", "vector" or "isotonic"
  std::string data;                   ///< name of the rows it was fitted on
  std::int64_t rows = 0;              ///< how many
  std::vector<double> scale;          ///< per label, multiplies the log-probability (sigmoid: the logit); empty = none
  std::vector<double> bias;           ///< per label, added to that; as many as `scale`
  std::vector<IsotonicMap> isotonic;  ///< per label, applied to the probability; empty = none
  std::optional<ConformalSets> conformal;
  std::optional<RiskTarget> abstention;
};

}  // namespace emo::io
