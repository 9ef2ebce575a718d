// Prose around the manifest's numbers, for a model of faces. Judgements beyond them are added by people; the tables
// that texts have as well are card_tables.cpp's.
#include "train/face_card.hpp"

#include "train/card_tables.hpp"

namespace emo::train {

std::string face_card(const io::Manifest& manifest, const CardTraining& training) {
  return "# " + manifest.name + " " + manifest.version +
         "\n\nReads the expression that a face shows. It does not know what a person feels, it knows nobody, and it is "
         "wrong often enough that nobody should be judged by it.\n\n" +
         card_tables(manifest, training) +
         "\nTemperatures and biases were fitted on the development faces. The bias of a head lifts classes that the "
         "training data seldom shows: it answers as if none were rarer than a floor, which is chosen by macro-F1.\n";
}

}  // namespace emo::train
