// A model as the judge of labels in `emo doctor`.
#pragma once

#include <string>

#include "cli.hpp"
#include "doctor/face_examination.hpp"
#include "doctor/text_examination.hpp"
#include "emo/error.hpp"

namespace emo::cli {

/// Opens the model of --model and makes `options` take its scores of every face (48 x 48 grey, as the doctor keeps
/// them). `head` empty: the one that `emo eval face` would judge the data's labels with.
/// Errors: as the opening; while scoring kInvalidData when no head has all labels of the data.
Result<void> use_face_model(const Context& context, const std::string& head, doctor::FaceOptions& options);

/// The same of texts: every labelled row of the training split is scored whole. `head` empty: the one that `emo eval
/// text` would judge the data's labels with. Errors: as of use_face_model().
Result<void> use_text_model(const Context& context, const std::string& head, doctor::TextOptions& options);

}  // namespace emo::cli
