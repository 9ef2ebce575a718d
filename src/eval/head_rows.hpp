// What one head says about labelled rows, and what it would say after another calibration.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "emo/error.hpp"
#include "eval/evaluation.hpp"
#include "io/manifest.hpp"

namespace emo::eval {

/// What one head said about labelled rows, whatever they were rows of.
struct HeadRows {
  std::size_t labels = 0;            ///< K
  std::vector<float> probabilities;  ///< row-major [n, K]
  std::vector<std::uint8_t> gold;    ///< 0/1, row-major [n, K]
  [[nodiscard]] std::size_t rows() const { return labels == 0 ? 0 : gold.size() / labels; }
};

/// The scored rows of an evaluation over all labels of `head` (no --classes). Rows the model could not read are left
/// out. Errors: kInvalidData when the evaluation's labels are not the head's.
Result<HeadRows> head_rows(const Evaluation& evaluation, const io::HeadManifest& head);

/// The rows `chosen`, in that order.
HeadRows take(const HeadRows& rows, std::span<const std::size_t> chosen);

/// Log-probabilities (softmax) or logits (sigmoid): what a head's temperature and bias act on, up to a constant.
std::vector<float> logits_of(const io::HeadManifest& head, const HeadRows& rows);

/// The rows' probabilities as `head` (with its calibration) would give them, each being of one run of the network.
/// `fitted_from` is the head as it was when the rows were scored, without HeadManifest::calibration.
HeadRows apply_calibration(const io::HeadManifest& head, const io::HeadManifest& fitted_from, const HeadRows& rows);

}  // namespace emo::eval
