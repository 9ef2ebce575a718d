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

/// One matrix per head of the bundle, row-major [texts, K], in the order of `examples`. Texts are cut at the bundle's
/// window length. Runs on `threads` threads. Rows left out because `told` ended the work are zeros.
Result<std::vector<std::vector<float>>> text_engine_logits(const io::Bundle& bundle,
                                                           const std::vector<TextExample>& examples, int threads,
                                                           const RowsDone& told = {});

/// The same of all windows of each text.
Result<WindowLogits> text_window_logits(const io::Bundle& bundle, const std::vector<TextExample>& examples,
                                        int threads);

}  // namespace emo::train
