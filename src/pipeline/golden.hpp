// golden.json of a bundle: recorded inputs and logits, and their replay on this machine.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "emo/error.hpp"

namespace emo::pipeline {

/// Largest difference of a logit that still counts as the same answer. Float sums are taken in another order on another
/// CPU; in int8 such a last-bit difference can move an activation to the next of 256 steps. Measured for text-en 1.3.0,
/// plain loops against AVX2: 250 comments x 45 logits differ by 0.014 in the root of the mean square, by 0.09 at most;
/// plain loops against AMX, over the recorded texts: 0.11 at most. A wrong kernel is off by whole units.
inline constexpr double kGoldenToleranceF32 = 1e-3;
inline constexpr double kGoldenToleranceInt8 = 0.25;

/// How far this machine's logits are from the recorded ones.
struct GoldenReport {
  std::string unit;       ///< what was replayed: "text" or "pattern" (a drawn picture); empty: nothing was
  std::size_t items = 0;  ///< how many of them; 0: the manifest lists no golden.json
  std::size_t logits = 0;
  double largest_difference = 0;
  std::size_t item_of_largest = 0;  ///< index of its text or pattern
  std::string label_of_largest;     ///< "head/label"
  double tolerance = 0;
  std::vector<std::string> other_files;  ///< in the folder and not of the bundle: nobody has checked them
  [[nodiscard]] bool passed() const { return largest_difference <= tolerance; }
};

/// Runs the bundle in `bundle_directory` on a fixed list of our own texts (short, long, emoji, upper case, foreign
/// script, longer than the window) and returns {"texts":[…],"logits":[[…]]}: raw logits, every head one after the
/// other, of each text's first window. An image bundle is run on pictures that are drawn by number,
/// {"patterns":[…],"logits":[[…]]}; a detector records values spread over its maps. What trainer and importer put into
/// a new bundle. Errors: as of TextRecognizer::open.
Result<std::string> make_golden(const std::string& bundle_directory);

/// Checks the hashes of all files, runs golden.json's items and compares. A difference over the tolerance is no error
/// but in the report; a bundle whose manifest lists no golden.json has nothing to replay and passes by its hashes.
/// Errors: as of TextRecognizer::open; kNotFound (a file that the manifest lists is missing), kInvalidModel (damaged:
/// says where).
Result<GoldenReport> replay_golden(const std::string& bundle_directory);

}  // namespace emo::pipeline
