// Where the quality gates of faces belong: accuracy of a face model on packed FER2013's PublicTest (FER+ majority,
// seven classes) beside what pipeline/face_quality measures, on the faces as they are and made small, blurred, dark,
// bright, flat, clipped and cut. Writes the tables that docs/results/face_gates.md holds. Not a part of the product.
//
//   face_gates --data DIR --model BUNDLE --out FILE.md [--every N] [--threads N]
#include <CLI/CLI.hpp>
#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/parallel.hpp"
#include "dataset/face_dataset.hpp"
#include "io/file.hpp"
#include "pipeline/face_recognizer.hpp"
#include "vision/transform.hpp"

namespace {

using emo::Error;
using emo::Result;
using emo::pipeline::FaceQuality;
using emo::vision::Image;
using emo::vision::RectF;

struct Arguments {
  std::string data, model, out;
  std::size_t every = 1, threads = 1;
};

/// A face in a picture, as a detector would give it.
struct Framed {
  Image image;
  RectF box;
};

RectF whole(const Image& image) {
  return {0, 0, static_cast<float>(image.width), static_cast<float>(image.height)};
}

Framed as_it_is(Image image) {
  const RectF box = whole(image);
  return {std::move(image), box};
}

/// Every grey value through `map`, rounded and clipped.
Framed mapped(const Image& image, const std::function<double(double)>& map) {
  Image out = image;
  for (auto& pixel : out.pixels) {
    pixel = static_cast<std::uint8_t>(std::lround(std::clamp(map(static_cast<double>(pixel)), 0.0, 255.0)));
  }
  return as_it_is(std::move(out));
}

/// Gaussian of `sigma` pixels, the border repeated.
Framed blurred(const Image& image, double sigma) {
  const auto radius = static_cast<std::ptrdiff_t>(std::ceil(3 * sigma));
  std::vector<double> weights;
  double total = 0;
  for (auto i = -radius; i <= radius; ++i) {
    const double steps = static_cast<double>(i) / sigma;
    total += weights.emplace_back(std::exp(-0.5 * steps * steps));
  }
  const auto pass = [&](const Image& in, bool across) {
    Image out = in;
    for (int y = 0; y < in.height; ++y) {
      for (int x = 0; x < in.width; ++x) {
        double sum = 0;
        for (auto i = -radius; i <= radius; ++i) {
          const int step = static_cast<int>(i);
          const int column = across ? std::clamp(x + step, 0, in.width - 1) : x;
          const int row = across ? y : std::clamp(y + step, 0, in.height - 1);
          sum += weights[static_cast<std::size_t>(i + radius)] * in.row(row)[column];
        }
        out.row(y)[x] = static_cast<std::uint8_t>(std::lround(sum / total));
      }
    }
    return out;
  };
  return as_it_is(pass(pass(image, true), false));
}

/// The picture ends `share` of the face's width inside of it, on the left; the box still holds the whole face.
Framed cut(const Image& image, double share, bool top) {
  const auto gone = static_cast<int>(std::lround(share * image.width));
  const RectF rest =
      top ? RectF{0, static_cast<float>(gone), static_cast<float>(image.width), static_cast<float>(image.height - gone)}
          : RectF{static_cast<float>(gone), 0, static_cast<float>(image.width - gone),
                  static_cast<float>(image.height)};
  Framed out{emo::vision::crop_resize(image, rest, static_cast<int>(rest.width), static_cast<int>(rest.height)), {}};
  out.box = {-rest.x, -rest.y, static_cast<float>(image.width), static_cast<float>(image.height)};
  return out;
}

struct Change {
  std::string name;
  std::function<Framed(const Image&)> apply;
};

std::string text_of(double value) {
  char text[32];
  std::snprintf(text, sizeof text, "%g", value);
  return text;
}

struct Family {
  const char* name;
  const char* measure;  ///< of FaceQuality, that the family is about
  float FaceQuality::*value;
  std::vector<Change> changes;
};

std::vector<Family> families() {
  std::vector<Family> out;
  Family size{"small", "size", &FaceQuality::size, {}};
  for (const int side : {32, 24, 20, 16, 14, 12, 10, 8, 6}) {
    size.changes.push_back({std::to_string(side) + " pixels",
                            [side](const Image& i) { return as_it_is(emo::vision::resize(i, side, side)); }});
  }
  Family blur{"blurred", "sharpness", &FaceQuality::sharpness, {}};
  for (const double sigma : {0.5, 1.0, 1.5, 2.0, 2.5, 3.0, 4.0, 5.0}) {
    blur.changes.push_back({"sigma " + text_of(sigma), [sigma](const Image& i) { return blurred(i, sigma); }});
  }
  Family dark{"dark", "light", &FaceQuality::light, {}};
  for (const double gain : {0.5, 0.25, 0.12, 0.06, 0.04, 0.02, 0.01}) {
    dark.changes.push_back(
        {"x " + text_of(gain), [gain](const Image& i) { return mapped(i, [gain](double p) { return gain * p; }); }});
  }
  Family bright{"bright", "light", &FaceQuality::light, {}};
  for (const double gain : {0.5, 0.25, 0.12, 0.06, 0.04, 0.02, 0.01}) {
    bright.changes.push_back({"white x " + text_of(1 - gain), [gain](const Image& i) {
                                return mapped(i, [gain](double p) { return 255 - gain * (255 - p); });
                              }});
  }
  Family flat{"flat", "contrast", &FaceQuality::contrast, {}};
  for (const double gain : {0.5, 0.25, 0.12, 0.06, 0.04, 0.02, 0.01}) {
    flat.changes.push_back({"x " + text_of(gain), [gain](const Image& i) {
                              return mapped(i, [gain](double p) { return 128 + gain * (p - 128); });
                            }});
  }
  Family clipped{"clipped", "clipped", &FaceQuality::clipped, {}};
  for (const double gain : {1.5, 2.0, 3.0, 4.0, 6.0, 10.0, 20.0}) {
    clipped.changes.push_back({"contrast x " + text_of(gain), [gain](const Image& i) {
                                 return mapped(i, [gain](double p) { return 128 + gain * (p - 128); });
                               }});
  }
  Family over{"over-exposed", "clipped", &FaceQuality::clipped, {}};
  for (const double gain : {1.5, 2.0, 2.5, 3.0, 4.0, 6.0, 10.0}) {
    over.changes.push_back(
        {"x " + text_of(gain), [gain](const Image& i) { return mapped(i, [gain](double p) { return gain * p; }); }});
  }
  Family under{"under-exposed", "clipped", &FaceQuality::clipped, {}};
  for (const double less : {40.0, 80.0, 110.0, 130.0, 150.0, 170.0, 200.0}) {
    under.changes.push_back(
        {"- " + text_of(less), [less](const Image& i) { return mapped(i, [less](double p) { return p - less; }); }});
  }
  Family left{"cut on one side", "cut", &FaceQuality::cut, {}};
  Family top{"cut above", "cut", &FaceQuality::cut, {}};
  for (const double share : {0.1, 0.2, 0.25, 0.3, 0.35, 0.4, 0.5}) {
    left.changes.push_back({text_of(share), [share](const Image& i) { return cut(i, share, false); }});
    top.changes.push_back({text_of(share), [share](const Image& i) { return cut(i, share, true); }});
  }
  for (Family* family : {&size, &blur, &dark, &bright, &flat, &clipped, &over, &under, &left, &top}) {
    out.push_back(std::move(*family));
  }
  return out;
}

struct Answer {
  FaceQuality quality;
  bool right = false;
  std::vector<std::string> problems;
};

Result<std::vector<Answer>> answers(const emo::pipeline::FaceRecognizer& recognizer, emo::core::ThreadPool& pool,
                                    const emo::dataset::FaceData& data,
                                    const std::function<Framed(const Image&)>& change) {
  std::vector<Answer> out(data.items.size());
  std::vector<std::optional<Error>> errors(pool.threads());
  pool.run(out.size(), [&](std::size_t i, std::size_t worker) {
    const Framed framed = change(data.items[i].image);
    const emo::pipeline::DetectedBox box{framed.box, 1};
    const auto faces = recognizer.classify(framed.image, std::span(&box, 1));
    if (!faces) {
      errors[worker] = faces.error();
      return;
    }
    const auto& face = faces->front();
    out[i] = {face.quality, face.label == data.items[i].label, {face.reasons.begin(), face.reasons.end()}};
  });
  for (const auto& error : errors) {
    if (error) return *error;
  }
  return out;
}

double accuracy(const std::vector<Answer>& answers) {
  const auto right = std::count_if(answers.begin(), answers.end(), [](const Answer& a) { return a.right; });
  return 100.0 * static_cast<double>(right) / static_cast<double>(answers.size());
}

double quantile(std::vector<float> values, double share) {
  std::sort(values.begin(), values.end());
  return values[static_cast<std::size_t>(share * static_cast<double>(values.size() - 1))];
}

std::vector<float> values_of(const std::vector<Answer>& answers, float FaceQuality::*value) {
  std::vector<float> values;
  values.reserve(answers.size());
  for (const auto& answer : answers) values.push_back(answer.quality.*value);
  return values;
}

std::string row(const std::string& name, const std::vector<Answer>& answers, float FaceQuality::*value) {
  const auto caught =
      std::count_if(answers.begin(), answers.end(), [](const Answer& a) { return !a.problems.empty(); });
  const auto values = values_of(answers, value);
  char text[200];
  std::snprintf(text, sizeof text, "| %s | %.1f | %.4g | %.4g | %.4g | %.1f |\n", name.c_str(), accuracy(answers),
                quantile(values, 0.05), quantile(values, 0.5), quantile(values, 0.95),
                100.0 * static_cast<double>(caught) / static_cast<double>(answers.size()));
  return text;
}

/// Accuracy over the value of one measure: twelve groups of equal size.
std::string by_value(std::vector<Answer> answers, float FaceQuality::*value) {
  std::stable_sort(answers.begin(), answers.end(),
                   [value](const Answer& a, const Answer& b) { return a.quality.*value < b.quality.*value; });
  constexpr std::size_t kGroups = 12;
  std::string out = "| from | to | n | accuracy % |\n|---|---|---|---|\n";
  for (std::size_t g = 0; g < kGroups; ++g) {
    const std::size_t first = answers.size() * g / kGroups, last = answers.size() * (g + 1) / kGroups;
    if (first == last) continue;
    const std::vector<Answer> part(answers.begin() + static_cast<std::ptrdiff_t>(first),
                                   answers.begin() + static_cast<std::ptrdiff_t>(last));
    char text[120];
    std::snprintf(text, sizeof text, "| %.4g | %.4g | %zu | %.1f |\n", static_cast<double>(part.front().quality.*value),
                  static_cast<double>(part.back().quality.*value), part.size(), accuracy(part));
    out += text;
  }
  return out;
}

Result<void> measure(const Arguments& arguments) {
  emo::pipeline::FaceRecognizerOptions options;
  options.detect = false;
  options.heads.ignore_calibration = true;
  EMO_ASSIGN(const auto recognizer, emo::pipeline::FaceRecognizer::open(arguments.model, "", options));
  EMO_ASSIGN(auto data, emo::dataset::read_face_data(arguments.data));
  emo::dataset::keep_split(data, emo::dataset::Split::kDev);
  EMO_TRY(emo::dataset::label_by_majority(data, true));
  std::vector<emo::dataset::FaceItem> kept;
  for (std::size_t i = 0; i < data.items.size(); i += arguments.every) kept.push_back(std::move(data.items[i]));
  data.items = std::move(kept);
  emo::core::ThreadPool pool(arguments.threads);

  EMO_ASSIGN(const auto clean, answers(*recognizer, pool, data, as_it_is));
  std::string out = "n = " + std::to_string(clean.size()) + " faces, model " + recognizer->manifest().name + " " +
                    recognizer->manifest().version + ", accuracy as they are " + text_of(accuracy(clean)) + " %.\n";
  constexpr const char* kHead =
      "| | accuracy % | 5 % quantile | median | 95 % quantile | caught by a gate % |\n|---|---|---|---|---|---|\n";
  for (const auto& family : families()) {
    out += "\n## Made " + std::string(family.name) + ": `" + family.measure + "`\n\n" + kHead +
           row("as they are", clean, family.value);
    std::vector<Answer> pooled = clean;
    for (const auto& change : family.changes) {
      EMO_ASSIGN(const auto changed, answers(*recognizer, pool, data, change.apply));
      out += row(change.name, changed, family.value);
      pooled.insert(pooled.end(), changed.begin(), changed.end());
      std::fprintf(stderr, "%s %s: %.1f\n", family.name, change.name.c_str(), accuracy(changed));
    }
    out += "\nAll of them together, by value:\n\n" + by_value(std::move(pooled), family.value);
  }
  out += "\n## Faces as they are, by `symmetry`\n\n" + by_value(clean, &FaceQuality::symmetry);
  return emo::io::write_file_atomic(arguments.out, out);
}

}  // namespace

int main(int argc, char** argv) {  // NOLINT(bugprone-exception-escape): out of memory ends a tool
  Arguments arguments;
  CLI::App app("Accuracy of a face model beside what pipeline/face_quality measures", "face_gates");
  app.add_option("--data", arguments.data, "Folder of packed FER2013 with FER+ votes")->required();
  app.add_option("--model", arguments.model, "Bundle to score")->required();
  app.add_option("--out", arguments.out, "Markdown file to write")->required();
  app.add_option("--every", arguments.every, "Take each Nth face")->check(CLI::Range(1, 10000))->capture_default_str();
  app.add_option("--threads", arguments.threads)->check(CLI::Range(1, 1024))->capture_default_str();
  CLI11_PARSE(app, argc, argv);
  const auto done = measure(arguments);
  if (done) return 0;
  std::fprintf(stderr, "face_gates: %s\n", done.error().message.c_str());
  return emo::error_info(done.error().code).exit_status;
}
