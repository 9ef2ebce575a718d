// Histograms of oriented gradients: what a linear model can learn expressions from without a network.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "doctor/face_data.hpp"

namespace emo::doctor {

inline constexpr std::size_t kHogCells = 6, kHogBins = 9;  ///< cells of 8 x 8 pixels, unsigned orientations
inline constexpr std::size_t kHogFeatures = (kHogCells - 1) * (kHogCells - 1) * 4 * kHogBins;

/// Descriptor of one kFaceSide x kFaceSide face: 2 x 2 cells make a block, blocks overlap, each is scaled to length 1
/// (clipped at 0.2 and scaled again). Source: Dalal & Triggs 2005. All zeros for a flat face.
std::vector<float> hog(const std::uint8_t* face);

/// What copies have in common, of each item of `subset`: for folds_of().
std::vector<std::string> keys_of(const FaceSet& faces, std::span<const std::uint32_t> subset);

/// Out-of-fold probabilities [subset.size(), K] of softmax regression on hog() (the mean over each face and its mirror
/// image): faces with equal digests are held out together. Precondition: one label per item of `subset`.
std::vector<float> out_of_fold_faces(const FaceSet& faces, std::span<const std::uint32_t> subset, int folds,
                                     std::uint64_t seed, const FaceProgress& progress);

}  // namespace emo::doctor
