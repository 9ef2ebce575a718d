// How good a head is on a development set: one number for selection, and the loss.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "io/manifest.hpp"
#include "train/libtorch.hpp"
#include "train/losses.hpp"
#include "train/text_dataset.hpp"

namespace emo::train {

/// Logits and targets of the rows that are labelled for one head.
struct HeadOutputs {
  std::vector<float> logits, targets;  ///< row-major [n, K]
  std::size_t classes = 0;
  [[nodiscard]] std::size_t rows() const { return classes == 0 ? 0 : logits.size() / classes; }
};

struct HeadScore {
  double macro_f1 = 0;  ///< softmax: argmax against the set of gold labels; sigmoid: at thresholds fitted on these rows
  double loss = 0;      ///< head_loss without class weights or adjustment, per row
  /// Of each row -ln of the probability of the right answer, at the temperature that suits these rows best; of a
  /// sigmoid head the mean over its labels.
  std::vector<double> row_losses;
  double calibrated_loss = 0;  ///< their mean
  /// The same as a loss of the whole row, which `loss` is: of a sigmoid head the sum over its labels. What the log has
  /// beside `loss`, so that the two can be compared.
  double calibrated_row_loss = 0;
};

/// Adds the answer to `example`, [K] logits, where it carries targets for head `head`.
void add_labelled(const TextExample& example, std::size_t head, std::span<const float> logits, HeadOutputs& outputs);

/// Picks from `logits` ([n, K] of every example) the rows that carry targets for head `head`.
HeadOutputs labelled_outputs(const std::vector<TextExample>& examples, std::size_t head,
                             const std::vector<float>& logits, std::size_t classes);

/// Of a sigmoid head, [n, K]: sigmoid(logit / temperature), and whether the label holds.
std::vector<float> sigmoid_probabilities(const HeadOutputs& outputs, double temperature);
std::vector<std::uint8_t> gold_of(const HeadOutputs& outputs);

/// HeadScore::macro_f1; 0 without rows.
double macro_f1_of(const HeadPlan& plan, const HeadOutputs& outputs);

HeadScore score_head(const HeadPlan& plan, const HeadOutputs& outputs);

/// HeadScore::row_losses of every head (one score each, of its labelled rows among `examples`), for each example that
/// any head knows: their mean over the heads that do, in the order of the examples.
std::vector<double> mean_row_losses(const std::vector<TextExample>& examples, const std::vector<HeadScore>& heads);

/// HeadScore::calibrated_loss, the mean over the heads that judge any row; 0 where none does.
double mean_calibrated_loss(const std::vector<HeadScore>& heads);

/// macro-F1 of a calibrated head: argmax, or its own thresholds on probabilities at its temperature.
double macro_f1_of(const io::HeadManifest& head, const HeadOutputs& outputs);

}  // namespace emo::train
