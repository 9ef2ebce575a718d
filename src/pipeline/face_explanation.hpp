// Why a face got its label: a heat map over its crop.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "emo/error.hpp"
#include "pipeline/face_recognizer.hpp"
#include "pipeline/occlusion_map.hpp"
#include "vision/image.hpp"

namespace emo::pipeline {

struct FaceExplainOptions {
  std::string label;  ///< class to explain (any head's); empty = each face's own answer
  OcclusionOptions occlusion;
};

struct FaceExplanation {
  FaceResult face;
  std::string head, label;  ///< what is explained
  vision::RectF area;       ///< the part of the picture that the model read and the grid covers
  OcclusionMap map;
};

struct PictureExplanation {
  int width = 0, height = 0;
  std::vector<FaceExplanation> faces;  ///< in the order of FaceRecognizer::recognize
};

/// Finds the faces of a picture and weighs the cells of each crop by covering them (see occlusion_map). Cost per face:
/// 1 + grid^2 + 8 + 4 * random_orders crops through the face model, in two batches. A picture without faces gives none.
/// Errors: kUsage (grid), kNotFound (label), those of the recognizer.
Result<PictureExplanation> explain_faces(const FaceRecognizer& recognizer, const vision::Image& image,
                                         const FaceExplainOptions& options = {});

/// One row per face (at most `max_faces`): what the model read, `side` pixels wide, and beside it the same under its
/// heat map. Precondition: at least one face.
vision::Image draw_face_explanations(const vision::Image& image, const PictureExplanation& explanation, int side,
                                     std::size_t max_faces);

/// Appends, without a line end:
///   {"source","width","height","faces":[{"box":{"x","y","w","h"},"head","label","score","abstained","reasons"?,
///    "grid":{"rows","columns","x","y","w","h","turned"?,"weights":[[…]]},"faithfulness":{…}}],"model":{"name","version"}}
/// The grid's x, y, w, h are pixels of the picture and may reach outside of it; weights row by row.
void append_face_explanation_json(std::string& out, std::string_view source, const PictureExplanation& explanation,
                                  const io::Manifest& manifest);

}  // namespace emo::pipeline
