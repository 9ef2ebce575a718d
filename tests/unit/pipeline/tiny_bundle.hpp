// A small random text bundle, made on the spot: what tests run on when no trained model is there.
#pragma once

#include <cstdint>
#include <string>

#include "io/manifest.hpp"

namespace emo::test {

/// The manifest of the tiny model: 2 layers of width 16, window 32 tokens with overlap 8, heads "basic" (7, softmax),
/// "emotions" (28, sigmoid) and "sentiment" (3, softmax), language "en".
io::Manifest tiny_manifest();

/// tokenizer.json of a lower-casing WordPiece that spells every word out in letters, with a few whole words.
std::string tiny_tokenizer_json();

/// Writes the bundle with weights drawn from `seed`; with golden.json when `with_golden`. Aborts the program on error.
void write_tiny_bundle(const std::string& directory, std::uint32_t seed = 1, bool with_golden = true);

/// As above with a manifest of the caller's (heads may differ).
void write_tiny_bundle(const std::string& directory, const io::Manifest& manifest, std::uint32_t seed = 1,
                       bool with_golden = true);

}  // namespace emo::test
