// Pixels as the numbers that a network reads.
#pragma once

#include <vector>

#include "io/manifest.hpp"
#include "vision/image.hpp"

namespace emo::pipeline {

/// The values of `image`, normalised as the manifest says, [H, W, C] row-major. The image may have another size than
/// the manifest's (detectors take any). Precondition: it has the manifest's channels.
std::vector<float> image_tensor(const vision::Image& image, const io::ImagePreprocess& preprocess);
/// The same appended to `out`.
void append_image_tensor(const vision::Image& image, const io::ImagePreprocess& preprocess, std::vector<float>& out);

/// The square of margin x the longer side of `box`, centred on it, that a face model reads.
vision::RectF crop_square(const vision::RectF& box, double margin);

/// The part of `image` in the crop_square() of `box` and the model's margin, at the
/// model's size and channels, turned upright where the face leans by `tilt` degrees clockwise (vision::crop_turned).
/// Beyond the picture its border is repeated.
vision::Image face_crop(const vision::Image& image, const vision::RectF& box, const io::ImagePreprocess& preprocess,
                        double tilt = 0);

/// The whole picture at the model's size and channels, turned likewise: for faces that are cut out already.
vision::Image whole_as_face(const vision::Image& image, const io::ImagePreprocess& preprocess, double tilt = 0);

/// The middle of such a picture, `share` of its sides, likewise.
vision::Image middle_as_face(const vision::Image& image, double share, const io::ImagePreprocess& preprocess,
                             double tilt = 0);

}  // namespace emo::pipeline
