// Logits of many texts from the inference engine, for calibration and for teachers.
#pragma once

#include <string>
#include <vector>

#include "emo/error.hpp"
#include "io/bundle.hpp"
#include "train/teacher_progress.hpp"
#include "train/text_dataset.hpp"
#include "train/text_windows.hpp"

namespace emo::train {

/// One matrix per head of the bundle, row-major [texts, K], in the order of `examples`: what all windows of a text say
/// together (joined_windows). Runs on `threads` threads. What is left out because `told`, which hears of texts, ended
/// the work is zeros.
Result<std::vector<std::vector<float>>> text_engine_logits(const io::Bundle& bundle,
                                                           const std::vector<TextExample>& examples, int threads,
                                                           const RowsDone& told = {});

/// The same of each window of the texts.
Result<WindowLogits> text_window_logits(const io::Bundle& bundle, const std::vector<TextExample>& examples, int threads,
                                        const RowsDone& told = {});

}  // namespace emo::train
