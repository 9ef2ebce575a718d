// How large the pictures are that a network reads.
#pragma once

#include <cstdint>

#include "emo/error.hpp"
#include "train/face_config.hpp"

namespace emo::train {

/// Gives the network the input of config.input_side, if that says one: the same convolutions look at smaller or larger
/// pictures, their outputs are averaged over fewer or more places. Precondition: the architecture is the one to train.
/// Errors: kInvalidData for a network from a bundle whose weights are bound to places ("vit").
Result<void> set_input_side(FaceTrainConfig& config);

/// Lets the network of `config` read larger pictures when those of the data are, from one and a half times its side on.
/// One from a bundle whose architecture may have a stem_stride grows by whole multiples, the nearest to the pictures
/// within `grow_input_to`: refine_start() then makes the weights. Any other grows to the largest multiple of 16 within
/// the pictures and `grow_input_to`: the convolutions stay the same, their outputs are averaged over more places;
/// unless `sides` says otherwise, training begins at the old side, which is faster, and changes for the last three
/// fifths. Left as they are: networks whose weights are bound to places ("vit") and inputs that are not square. Returns
/// whether anything changed.
bool grow_input(std::int64_t picture_side, FaceTrainConfig& config);

}  // namespace emo::train
