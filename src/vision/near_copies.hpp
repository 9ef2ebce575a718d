// Faces that are nearly the same picture: brighter, noisier, recompressed, mirrored.
#pragma once

#include <cstdint>
#include <functional>
#include <span>

namespace emo::vision {

/// Side of the grey faces that are compared.
inline constexpr int kComparedSide = 48;
inline constexpr std::size_t kComparedPixels = std::size_t{kComparedSide} * kComparedSide;

struct NearCopyOptions {
  int max_bits = 10;          ///< differing bits of 64 between the perceptual hashes of candidates
  double max_difference = 8;  ///< mean absolute grey difference (0..255) after equalising mean and contrast
};

/// Calls `found` with the two numbers of every pair of near copies among `items`, in order. `faces`: grey,
/// kComparedSide x kComparedSide each, row-major, one after the other; `items`: numbers of those to compare. Candidates
/// by perceptual_hash of the face and of its mirror image, verified by mean grey difference. Every pair of hashes is
/// compared: O(n^2) operations on 64 bits, about a second for 40,000 faces. Flat faces have no hash and are left out.
/// Deterministic.
void find_near_copies(std::span<const std::uint8_t> faces, std::span<const std::uint32_t> items,
                      const NearCopyOptions& options, const std::function<void(std::uint32_t, std::uint32_t)>& found);

}  // namespace emo::vision
