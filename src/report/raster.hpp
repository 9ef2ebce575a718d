// A canvas as pixels, for PNG: FreeType fills the shapes and draws the letters.
#pragma once

#include <string>

#include "emo/error.hpp"
#include "report/canvas.hpp"
#include "vision/image.hpp"

namespace emo::report {

/// DejaVuSans.ttf and DejaVuSans-Bold.ttf: in `EMO_FONTS` if that is set, else where Debian and Ubuntu install
/// fonts-dejavu-core. Error: kNotFound, naming the package.
Result<std::string> find_font_folder();

/// The canvas in light colours, `scale` pixels per unit, RGB. Letters that the font lacks become its "missing" box.
/// Errors: kNotFound (no font), kInvalidData (damaged font), kTooLarge (over 100 megapixels).
Result<vision::Image> rasterize(const Canvas& canvas, double scale, const std::string& font_folder);

}  // namespace emo::report
