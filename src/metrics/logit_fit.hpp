// Corrections of logits fitted on a development set: temperature, Platt scaling, a bias for rare classes.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace emo::metrics {

/// Fitted temperatures stay in this range; its ends mean "as sharp as allowed" and "as flat as allowed".
inline constexpr double kMinTemperature = 0.05;
inline constexpr double kMaxTemperature = 20.0;

/// The T that minimises the mean of -ln softmax(z / T)[label] (Guo et al. 2017, section 4.2). The loss is convex in
/// 1 / T; its derivative is brought to zero by Newton steps kept inside a bracket. No rows, or logits that are
/// constant in every row: 1. All rows right (separable): kMinTemperature.
/// Shapes: logits row-major [n, classes], labels [n] in 0..classes-1. Precondition: sizes agree, labels in range.
double fit_temperature(std::span<const float> logits, std::span<const std::int32_t> labels, std::size_t classes);

/// The same with a target distribution per row: minimises the mean of -sum_k q_k ln softmax(z / T)_k.
/// Shapes: logits and targets row-major [n, classes], each target row summing to 1 (a row of zeros is left out).
double fit_temperature_soft(std::span<const float> logits, std::span<const float> targets, std::size_t classes);

/// Target distributions that leave room for luck: `targets` less a share of 1 / (n + 1), which goes to all classes
/// alike. With the temperature of n rows that are all right a model would be as good as certain of everything; so it is
/// as sure as if one row more had been anything (in the spirit of Platt 1999). Of many rows the share is nothing.
/// Shapes: row-major [n, classes]; a row of zeros stays one and does not count.
std::vector<float> with_room_for_luck(std::span<const float> targets, std::size_t classes);
/// The same from the one class of each row.
std::vector<float> with_room_for_luck(std::span<const std::int32_t> labels, std::size_t classes);

/// The T that minimises the mean binary cross-entropy of sigmoid(z / T) against 0/1 targets, all labels pooled.
/// Shapes: [n * labels] each, any layout. Empty: 1.
double fit_temperature_binary(std::span<const float> logits, std::span<const std::uint8_t> targets);

/// p = sigmoid(slope * z + intercept).
struct PlattScaling {
  double slope = 1, intercept = 0;
};
/// Platt scaling of one label by Newton's method with backtracking on the smoothed targets (n+ + 1)/(n+ + 2) and
/// 1/(n- + 2) (Lin, Lin & Weng 2007). No rows: identity. One class only: slope 0 and the smoothed prior's logit.
/// Shapes: [n] each.
PlattScaling fit_platt(std::span<const float> logits, std::span<const std::uint8_t> targets);
/// fit_platt for each column of row-major [n, labels].
std::vector<PlattScaling> fit_platt_per_label(std::span<const float> logits, std::span<const std::uint8_t> targets,
                                              std::size_t labels);

/// Bias to ADD to the logits of a softmax head so that it answers as if no class were rarer than `floor`:
/// ln(floor / share) for a class whose share of the training rows is below it, 0 for the others. That is logit
/// adjustment (Menon et al. 2021) of rare classes alone; the order among frequent ones, where most rows are, stays. A
/// class never seen counts as seen once. floor 0 or no counts: zeros.
std::vector<double> rare_class_bias(std::span<const std::uint64_t> class_counts, double floor);

}  // namespace emo::metrics
