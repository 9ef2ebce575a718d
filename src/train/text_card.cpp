// Prose around the manifest's numbers, for a model of texts. Judgements beyond them are added by people; the tables
// that faces have as well are card_tables.cpp's.
#include "train/text_card.hpp"

#include "train/card_tables.hpp"

namespace emo::train {

std::string text_card(const io::Manifest& manifest, const CardTraining& training) {
  return "# " + manifest.name + " " + manifest.version +
         "\n\nReads the emotion expressed in a text. It does not know what a person feels, and it is wrong often "
         "enough "
         "that nobody should be judged by it.\n\n" +
         card_tables(manifest, training) + "\nThresholds and temperatures were fitted on the development rows.\n";
}

}  // namespace emo::train
