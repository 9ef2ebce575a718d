// Scores a face bundle on packed FER2013 with FER+ votes: both labellings, with and without copies of training images,
// and under small changes of the pictures, as the product reads faces that are cut out already: turned upright where
// they lean, when a tilt model is named. Writes one JSON file that documents quote. Not a part of the product: a
// measuring tool, built with it.
//
//   face_table --data DIR --model BUNDLE --out FILE.json [--tilt BUNDLE] [--split dev|test] [--threads N] [--note TEXT]
#include <CLI/CLI.hpp>
#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <functional>
#include <map>
#include <numbers>
#include <string>
#include <vector>

#include "core/labels.hpp"
#include "core/parallel.hpp"
#include "dataset/face_dataset.hpp"
#include "eval/evaluation.hpp"
#include "eval/slices.hpp"
#include "io/file.hpp"
#include "io/json.hpp"
#include "io/manifest.hpp"
#include "pipeline/face_recognizer.hpp"
#include "vision/decode.hpp"
#include "vision/encode.hpp"
#include "vision/transform.hpp"

namespace {

using emo::Error;
using emo::ErrorCode;
using emo::Result;
using emo::io::OrderedJson;
using emo::vision::Image;

constexpr std::size_t kAtOnce = 32;
constexpr double kDegree = std::numbers::pi / 180;

struct Arguments {
  std::string data, model, tilt, out, split = "test", note;
  std::size_t threads = 1;
};

// A model and how faces are turned before it reads them; thread-safe.
struct Judge {
  const emo::pipeline::FaceRecognizer& recognizer;
  emo::core::ThreadPool& pool;

  // Probabilities of every head, one after the other, for each image; `flip` averages with the mirror image.
  [[nodiscard]] std::vector<std::vector<float>> probabilities(const std::vector<Image>& images, bool flip) const {
    std::vector<std::vector<float>> out(images.size());
    const std::size_t chunks = (images.size() + kAtOnce - 1) / kAtOnce;
    pool.run(chunks, [&](std::size_t chunk, std::size_t) {
      const std::size_t first = chunk * kAtOnce, last = std::min(images.size(), first + kAtOnce);
      for (const bool mirrored : {false, true}) {
        if (mirrored && !flip) break;
        std::vector<Image> views(images.begin() + static_cast<std::ptrdiff_t>(first),
                                 images.begin() + static_cast<std::ptrdiff_t>(last));
        if (mirrored) std::transform(views.begin(), views.end(), views.begin(), emo::vision::flip_horizontal);
        add(views, flip ? 0.5F : 1.0F, std::span(out).subspan(first, last - first));
      }
    });
    return out;
  }

 private:
  // A batch that fails leaves empty rows, which evaluate() refuses.
  void add(const std::vector<Image>& views, float weight, std::span<std::vector<float>> out) const {
    const auto scores = recognizer.score_pictures(views);
    if (!scores) return;
    for (std::size_t i = 0; i < views.size(); ++i) {
      std::vector<float> row;
      for (const auto& head : (*scores)[i]) row.insert(row.end(), head.probabilities.begin(), head.probabilities.end());
      out[i].resize(row.size(), 0.0F);
      std::transform(row.begin(), row.end(), out[i].begin(), out[i].begin(),
                     [weight](float added, float sum) { return sum + weight * added; });
    }
  }
};

// Where a head's probabilities are in a row.
struct HeadPlace {
  std::size_t first = 0;
  std::vector<std::string> labels;
};

Result<HeadPlace> place_of(const emo::io::Manifest& manifest, const std::string& name) {
  HeadPlace place;
  for (const auto& head : manifest.heads) {
    place.labels = head.labels;
    if (head.name == name) return place;
    place.first += head.labels.size();
  }
  return Error{ErrorCode::kNotFound, "the bundle has no head '" + name + "'"};
}

std::optional<std::uint32_t> index_of(const std::vector<std::string>& labels, const std::string& label) {
  for (std::size_t k = 0; k < labels.size(); ++k) {
    const auto basic = emo::core::basic_of(label);
    if (labels[k] == label || (basic && emo::core::basic_of(labels[k]) == basic)) return static_cast<std::uint32_t>(k);
  }
  return std::nullopt;
}

Result<emo::eval::Evaluation> judged(const HeadPlace& place, const emo::dataset::FaceData& data,
                                     const std::vector<std::vector<float>>& probabilities, bool with_copies) {
  std::vector<emo::eval::ScoredItem> items;
  for (std::size_t i = 0; i < data.items.size(); ++i) {
    const auto& item = data.items[i];
    if (!with_copies && item.train_distance && *item.train_distance < emo::eval::kCopyDistance) continue;
    const auto gold = index_of(place.labels, item.label);
    if (!gold) continue;
    emo::eval::ScoredItem scored;
    scored.id = item.id;
    scored.row = item.row;
    scored.gold = {*gold};
    const auto first =
        probabilities[i].begin() + static_cast<std::ptrdiff_t>(std::min(place.first, probabilities[i].size()));
    scored.probabilities.assign(
        first, std::min(first + static_cast<std::ptrdiff_t>(place.labels.size()), probabilities[i].end()));
    items.push_back(std::move(scored));
  }
  return emo::eval::evaluate(place.labels, std::move(items), {});
}

OrderedJson figures(const emo::eval::Evaluation& e) {
  OrderedJson out;
  out["n"] = e.n;
  out["accuracy"] = e.accuracy;
  out["balanced_accuracy"] = e.balanced_accuracy;
  out["macro_f1"] = e.macro_f1;
  out["ece"] = e.ece;
  out["nll"] = e.nll;
  if (e.ci95_accuracy) out["ci95_accuracy"] = {e.ci95_accuracy->low, e.ci95_accuracy->high};
  for (const auto& c : e.per_class) out["recall"][c.label] = c.recall;
  out["confusion"] = {{"labels", e.labels}, {"matrix", e.confusion}};
  return out;
}

Image brighter(Image image, double factor, double offset) {
  for (auto& p : image.pixels) {
    p = static_cast<std::uint8_t>(std::lround(std::clamp(static_cast<double>(p) * factor + offset, 0.0, 255.0)));
  }
  return image;
}

Image framed(const Image& image, double share, double dx, double dy) {
  const auto side = static_cast<float>(image.width);
  const auto width = static_cast<float>(share) * side;
  const emo::vision::RectF rect{0.5F * (side - width) + static_cast<float>(dx) * side,
                                0.5F * (side - width) + static_cast<float>(dy) * side, width, width};
  return emo::vision::crop_resize(image, rect, image.width, image.height);
}

Image turned(const Image& image, double degrees) {
  const double middle = 0.5 * image.width;
  return emo::vision::warp_affine(image, emo::vision::Affine::rotation(degrees * kDegree, middle, middle), image.width,
                                  image.height);
}

Image recompressed(const Image& image, int quality) {
  const auto file = emo::vision::encode_jpeg(image, quality);
  if (!file) return image;
  const auto back = emo::vision::decode_image(std::as_bytes(std::span(file->data(), file->size())));
  return back ? *back : image;
}

struct Change {
  const char* name;
  std::function<Image(const Image&)> apply;
};

std::vector<Change> changes() {
  return {{"clean", [](const Image& i) { return i; }},
          {"crop 10 % tighter", [](const Image& i) { return framed(i, 1 / 1.1, 0, 0); }},
          {"crop 10 % wider (border repeated)", [](const Image& i) { return framed(i, 1.1, 0, 0); }},
          {"shift x +5 %", [](const Image& i) { return framed(i, 1, 0.05, 0); }},
          {"shift x -5 %", [](const Image& i) { return framed(i, 1, -0.05, 0); }},
          {"shift y +5 %", [](const Image& i) { return framed(i, 1, 0, 0.05); }},
          {"shift y -5 %", [](const Image& i) { return framed(i, 1, 0, -0.05); }},
          {"rotation +10", [](const Image& i) { return turned(i, 10); }},
          {"rotation -10", [](const Image& i) { return turned(i, -10); }},
          {"half resolution and back",
           [](const Image& i) {
             return emo::vision::resize(emo::vision::resize(i, i.width / 2, i.height / 2), i.width, i.height);
           }},
          {"JPEG quality 40", [](const Image& i) { return recompressed(i, 40); }},
          {"brightness x 0.7", [](const Image& i) { return brighter(i, 0.7, 0); }},
          {"brightness x 1.3, clipped", [](const Image& i) { return brighter(i, 1.3, 0); }},
          {"brightness + 77, clipped", [](const Image& i) { return brighter(i, 1, 77); }},
          {"brightness - 77, clipped", [](const Image& i) { return brighter(i, 1, -77); }},
          {"as RGB", [](const Image& i) { return emo::vision::to_rgb(i); }}};
}

Result<OrderedJson> both_ways(const HeadPlace& place, const emo::dataset::FaceData& data,
                              const std::vector<std::vector<float>>& probabilities) {
  EMO_ASSIGN(const auto all, judged(place, data, probabilities, true));
  EMO_ASSIGN(const auto apart, judged(place, data, probabilities, false));
  return OrderedJson{{"all", figures(all)}, {"without_copies_in_training", figures(apart)}};
}

std::vector<Image> images_of(const emo::dataset::FaceData& data) {
  std::vector<Image> out;
  for (const auto& item : data.items) out.push_back(item.image);
  return out;
}

Result<void> measure(const Arguments& arguments) {
  emo::pipeline::FaceRecognizerOptions options;
  options.detect = false;
  options.tilt_bundle = arguments.tilt;
  EMO_ASSIGN(const auto recognizer, emo::pipeline::FaceRecognizer::open(arguments.model, "", options));
  const emo::io::Manifest& manifest = recognizer->manifest();
  EMO_ASSIGN(auto original, emo::dataset::read_face_data(arguments.data));
  const auto split = emo::dataset::split_of(arguments.split);
  if (!split) return Error{ErrorCode::kUsage, "--split must be dev or test"};
  emo::dataset::keep_split(original, *split);
  emo::dataset::FaceData votes = original, eight = original;
  EMO_TRY(emo::dataset::label_by_majority(votes, true));
  EMO_TRY(emo::dataset::label_by_majority(eight, false));
  EMO_ASSIGN(const auto expression, place_of(manifest, "expression"));
  emo::core::ThreadPool pool(arguments.threads);
  const Judge judge{*recognizer, pool};

  OrderedJson out;
  out["model"] = manifest.name + " " + manifest.version;
  out["quantization"] = manifest.quantization == emo::io::Quantization::kInt8 ? "int8" : "f32";
  if (const auto* tilt = recognizer->tilt_manifest()) {
    out["turned_upright"] = {{"tilt_model", tilt->name + " " + tilt->version}, {"min_tilt", options.min_tilt}};
  }
  out["split"] = arguments.split;
  out["rule"] = "FER+ majority: counts of 1 become 0, more than half of the rest, 7 classes; copies: train_mae < 14";
  if (!arguments.note.empty()) out["note"] = arguments.note;
  const auto images = images_of(votes), all_images = images_of(original);
  for (const bool flip : {false, true}) {
    OrderedJson part;
    const auto probabilities = judge.probabilities(images, flip), all = judge.probabilities(all_images, flip);
    EMO_ASSIGN(part["ferplus_majority_7"], both_ways(expression, votes, probabilities));
    EMO_ASSIGN(const auto seven, judged(expression, votes, probabilities, true));
    part["ferplus_majority_8_contempt_always_wrong"] = {
        {"n", eight.items.size()},
        {"accuracy", seven.accuracy * static_cast<double>(seven.n) / static_cast<double>(eight.items.size())}};
    EMO_ASSIGN(part["fer2013_label_by_expression_head"], both_ways(expression, original, all));
    if (const auto place = place_of(manifest, "fer2013")) {
      EMO_ASSIGN(part["fer2013_label_by_fer2013_head"], both_ways(*place, original, all));
    }
    out[flip ? "flip_averaged" : "single"] = part;
  }
  for (const auto& change : changes()) {
    std::vector<Image> changed;
    changed.reserve(images.size());
    for (const auto& image : images) changed.push_back(change.apply(image));
    EMO_ASSIGN(const auto e, judged(expression, votes, judge.probabilities(changed, false), true));
    out["robustness_single"][change.name] = {{"accuracy", e.accuracy}, {"balanced_accuracy", e.balanced_accuracy}};
    std::fprintf(stderr, "%-36s accuracy %.4f balanced %.4f\n", change.name, e.accuracy, e.balanced_accuracy);
  }
  return emo::io::write_file_atomic(arguments.out, emo::io::dump_json(out, 2) + "\n");
}

}  // namespace

int main(int argc, char** argv) {  // NOLINT(bugprone-exception-escape): out of memory ends a tool
  Arguments arguments;
  CLI::App app("Scores a face bundle on packed FER2013, whole and under small changes of the pictures", "face_table");
  app.add_option("--data", arguments.data, "Folder of packed FER2013 with FER+ votes")->required();
  app.add_option("--model", arguments.model, "Bundle to score")->required();
  app.add_option("--out", arguments.out, "JSON file to write")->required();
  app.add_option("--tilt", arguments.tilt, "Bundle that tells how far a face leans: faces are turned upright");
  app.add_option("--split", arguments.split)->check(CLI::IsMember({"dev", "test"}))->capture_default_str();
  app.add_option("--threads", arguments.threads)->check(CLI::Range(1, 1024))->capture_default_str();
  app.add_option("--note", arguments.note, "Text to keep in the file");
  CLI11_PARSE(app, argc, argv);
  const auto done = measure(arguments);
  if (done) return 0;
  std::fprintf(stderr, "face_table: %s\n", done.error().message.c_str());
  return emo::error_info(done.error().code).exit_status;
}
