// One picture's faces as one line of JSON, or as records of a csv.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "emo/error.hpp"
#include "pipeline/face_recognizer.hpp"

namespace emo::pipeline {

/// Appends, without a line end:
///   {"source","width","height","faces":[{"box":{"x","y","w","h"},"detection","label","abstained","reasons":[…]?,
///    "set":[…]?,"set_coverage"?,"scores":[{"label","score"}],"heads":{NAME:[…]}? with the further ones,
///    "quality":{"size","sharpness","light","contrast","clipped","cut","symmetry","tilt"}}],"model":{"name","version"}}
/// Boxes are whole pixels cut to the picture. `top_k` limits the scores; 0 = all.
void append_picture_json(std::string& out, std::string_view source, const PictureResult& picture,
                         const io::Manifest& manifest, std::size_t primary, std::size_t top_k = 0);

/// Appends one face as above, an object.
void append_face_json(std::string& out, const FaceResult& face, int width, int height, const io::Manifest& manifest,
                      std::size_t primary, std::size_t top_k = 0);

/// Appends {"source","error":{"code","message"}}.
void append_picture_error_json(std::string& out, std::string_view source, const Error& error);

/// Appends ,"abstained":B and, where that is true, ,"reasons":[…].
void append_abstention_json(std::string& out, const FaceResult& face);
/// Why not to rely on a face, separated by "|"; empty when there is nothing against it.
std::string joined_reasons(const FaceResult& face);
/// Appends source,face,x,y,w,h,detection,label,score,<every label of the primary head>,reasons,[set,]error; `set` only
/// for bundles calibrated for label sets.
void append_picture_csv_header(std::string& out, const io::Manifest& manifest, std::size_t primary);
/// Appends one record per face, numbered from 0; one with an empty `face` for a picture without faces.
void append_picture_csv(std::string& out, std::string_view source, const PictureResult& picture,
                        const io::Manifest& manifest, std::size_t primary);
void append_picture_error_csv(std::string& out, std::string_view source, const Error& error,
                              const io::Manifest& manifest, std::size_t primary);

/// A box as it is shown: whole pixels inside of the picture, at least 1 x 1.
struct PixelBox {
  int x = 0, y = 0, w = 0, h = 0;
};
PixelBox shown_box(const vision::RectF& box, int width, int height);

/// The label set of the primary head, most probable first; nullopt for bundles without (see label_set()).
std::optional<std::vector<std::string_view>> face_label_set(const FaceResult& face, const io::Manifest& manifest,
                                                            std::size_t primary);

/// The scores of the primary head, highest first (equals in the head's order), at most `top_k` (0 = all).
std::vector<Score> sorted_scores(const HeadScores& scores, const std::vector<std::string>& labels, std::size_t top_k);

}  // namespace emo::pipeline
