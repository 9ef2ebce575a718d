// The program of docs/library.md: two texts through a bundle, the best emotion of each on a line.
#include <array>
#include <cstdio>
#include <string_view>

#include "pipeline/text_recognizer.hpp"

int main(int argc, char** argv) {
  if (argc != 2) return 1;
  const auto recognizer = emo::pipeline::TextRecognizer::open(argv[1]);
  if (!recognizer) {
    std::fprintf(stderr, "%s\n", recognizer.error().message.c_str());
    return 2;
  }
  const std::array<std::string_view, 2> texts{"What a lovely day, I am so happy!", "Stop that, it makes me furious!"};
  for (const auto& result : (*recognizer)->recognize(texts)) {
    if (!result) {
      std::printf("%s\n", result.error().message.c_str());
      continue;
    }
    const auto& scores = result->heads[(*recognizer)->primary_head()].probabilities;
    float best = 0;
    for (const float score : scores) best = score > best ? score : best;
    std::printf("%s %.2f\n", result->label.c_str(), static_cast<double>(best));
  }
}
