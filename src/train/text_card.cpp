// Prose around the manifest's numbers, for a model of texts. Judgements beyond them are added by people; the tables
// that faces have as well are card_tables.cpp's.
#include "train/text_card.hpp"

#include "train/card_tables.hpp"

namespace emo::train {

std::string text_card(const TextTrainConfig& config, const io::Manifest& manifest, const std::string& mixture) {
  return "# " + manifest.name + " " + manifest.version +
         "\n\nReads the emotion expressed in a text. It does not know what a person feels, and it is wrong often "
         "enough "
         "that nobody should be judged by it.\n\n" +
         card_tables(manifest, config.epochs, config.seed, mixture) +
         "\nThresholds and temperatures were fitted on the development rows.\n";
}

}  // namespace emo::train
