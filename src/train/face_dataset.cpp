// From sources to examples: what every class has, which labels a head can learn, the books of both. What is on disk,
// face_sources knows; what a label means, face_targets; who is held out, face_split.
#include "train/face_dataset.hpp"

#include <algorithm>
#include <cstddef>
#include <map>
#include <span>
#include <utility>

#include "core/number_words.hpp"
#include "core/quote.hpp"
#include "io/sha256.hpp"
#include "text/label_spelling.hpp"
#include "text/utf8.hpp"
#include "train/face_input_size.hpp"
#include "train/face_sources.hpp"
#include "train/face_split.hpp"
#include "train/face_targets.hpp"
#include "train/head_carry_over.hpp"
#include "train/held_out.hpp"
#include "train/split_checks.hpp"

namespace emo::train {
namespace {

constexpr ExampleWords kFaceWords{.example = "image",
                                  .judged_ones = "development or test",
                                  .may_be_none = "may be none of any class",
                                  .give_judged = "give its set such a split"};

bool teaches(const FaceSourcePlan& source, const HeadPlan& head) {
  return source.heads.empty() || std::find(source.heads.begin(), source.heads.end(), head.name) != source.heads.end();
}

using dataset::Split;

const char* split_name(Split split) {
  if (split == Split::kDev) return "dev";
  return split == Split::kTest ? "test" : "train";
}

struct Builder {
  const FaceTrainConfig& config;
  FaceDataset& out;
  std::vector<std::size_t> train_entry = {};        // per source, the provenance of its training rows
  std::map<std::string, std::size_t> strange = {};  // images by their label, where no head has such a class
  std::size_t undecided = 0;                        // images whose votes teach no head
  std::vector<FaceExample> copies = {};             // training rows that were dropped as copies of judged ones

  // Adds a source's faces to the splits that they are in; those in none go to train.
  void add(std::size_t index, const RawFaces& set) {
    const auto& source = config.sources[index];
    out.rejected.insert(out.rejected.end(), set.rejected.begin(), set.rejected.end());
    out.passed_over.insert(out.passed_over.end(), set.passed_over.begin(), set.passed_over.end());
    out.told.insert(out.told.end(), set.told.begin(), set.told.end());
    const std::size_t base = out.images.count();
    out.images.pixels.insert(out.images.pixels.end(), set.images.pixels.begin(), set.images.pixels.end());
    std::map<Split, std::pair<io::Sha256, std::int64_t>> used;
    for (std::size_t i = 0; i < set.faces.size(); ++i) {
      const auto& face = set.faces[i];
      FaceExample example;
      example.image = base + i;
      example.source = index;
      example.id = face.id;
      bool useful = false;
      for (const auto& head : config.heads) {
        example.labels.push_back(teaches(source, head) ? face_label(config, head, set, face) : FaceLabel());
        useful = useful || !example.labels.back().target.empty() || example.labels.back().gold >= 0;
      }
      if (!useful) {
        ++out.dropped;
        const bool by_votes = !face.votes.empty() || face.has_original;  // its label is FER2013's own
        if (by_votes) ++undecided;
        if (!by_votes && !face.label.empty()) ++strange[face.label];
        continue;
      }
      auto& [hash, rows] = used[face.split == Split::kNone ? Split::kTrain : face.split];
      hash.update(std::as_bytes(set.images.image(i)));
      hash.update(face.label + "\n");
      hash.update(std::as_bytes(std::span(face.votes)));
      ++rows;
      split_of(face.split).push_back(std::move(example));
    }
    train_entry.emplace_back();
    for (auto& [split, entry] : used) {
      if (split == Split::kTest) continue;  // read for its copies alone; nothing is made from it
      if (split == Split::kTrain) train_entry.back() = out.provenance.size();
      out.provenance.push_back(
          {shown_name(source), source.licence, split_name(split), entry.second, entry.first.finish()});
    }
  }

  std::vector<FaceExample>& split_of(Split split) {
    if (split == Split::kDev) return out.dev;
    return split == Split::kTest ? out.test : out.train;
  }

  void hold_out(bool dev) {
    hold_out_faces(config, dev, out);
    if (dev) tell_held_out(out.dev, io::kHeldOutSplit);
    if (config.test_fraction > 0) tell_held_out(out.test, io::kHeldOutTestSplit);
  }

  // Of `held`, all of which were held out of train.
  void tell_held_out(const std::vector<FaceExample>& held, const char* split) {
    for (std::size_t source = 0; source < config.sources.size(); ++source) {
      const auto count =
          std::count_if(held.begin(), held.end(), [&](const FaceExample& example) { return example.source == source; });
      book_held_out(out.provenance, train_entry[source], split, count);
    }
  }

  void drop_copies() {
    for (auto& copy : drop_copies_of_held_out(out)) {
      --out.provenance[train_entry[copy.source]].rows;
      copies.push_back(std::move(copy));
    }
  }

  // Where the images of a class are of which none is left to learn.
  [[nodiscard]] std::string elsewhere(std::size_t head, std::size_t label) const {
    const auto of_it = [&](const std::vector<FaceExample>& examples) {
      return std::count_if(examples.begin(), examples.end(), [&](const FaceExample& example) {
        const auto& target = example.labels[head].target;
        return !target.empty() && target[label] > 0;
      });
    };
    const auto judged = of_it(out.dev) + of_it(out.test), copied = of_it(copies);
    std::string text;
    if (judged > 0) {
      text += std::to_string(judged) + " for development or test (copies of an image go the same way)";
    }
    if (copied > 0) {
      text += (judged > 0 ? ", " : "") + std::to_string(copied) +
              " left out because the same image is there for development or test";
    }
    return text.empty() ? text : "; of it, " + text + ": give it other images, or leave the class out";
  }

  // Every class of a head must be there to learn.
  [[nodiscard]] Result<void> check_classes() const {
    for (std::size_t h = 0; h < config.heads.size(); ++h) {
      std::vector<double> mass(config.heads[h].labels.size(), 0.0);
      for (const auto& example : out.train) {
        const auto& target = example.labels[h].target;
        for (std::size_t k = 0; k < target.size(); ++k) mass[k] += static_cast<double>(target[k]);
      }
      for (std::size_t k = 0; k < mass.size(); ++k) {
        if (mass[k] > 0) continue;
        return Error{ErrorCode::kInvalidData, "head '" + config.heads[h].name + "': no training image of class '" +
                                                  config.heads[h].labels[k] + "'" + elsewhere(h, k)};
      }
    }
    return {};
  }
};

// What the faces that may be trained on say of every class of a head, and how many of the others are of it.
struct ClassMass {
  std::vector<double> train;
  std::vector<std::size_t> others;
};

ClassMass mass_of(const FaceTrainConfig& config, const HeadPlan& head, const std::vector<RawFaces>& sets) {
  ClassMass mass{std::vector<double>(head.labels.size(), 0.0), std::vector<std::size_t>(head.labels.size(), 0)};
  for (std::size_t i = 0; i < sets.size(); ++i) {
    if (!teaches(config.sources[i], head)) continue;
    for (const RawFace& face : sets[i].faces) {
      const FaceLabel label = face_label(config, head, sets[i], face);
      if (face.split == Split::kDev || face.split == Split::kTest) {
        if (label.gold >= 0) ++mass.others[static_cast<std::size_t>(label.gold)];
        continue;
      }
      for (std::size_t k = 0; k < label.target.size(); ++k) mass.train[k] += static_cast<double>(label.target[k]);
    }
  }
  return mass;
}

// Takes the classes that cannot be learnt off a head whose labels are the data's own.
void leave_out_classes(const FaceTrainConfig& config, const std::vector<RawFaces>& sets, HeadPlan& head,
                       std::vector<std::string>& told) {
  const ClassMass mass = mass_of(config, head, sets);
  std::vector<std::string> kept;
  for (std::size_t k = 0; k < head.labels.size(); ++k) {
    if (mass.train[k] > 0) {
      kept.push_back(head.labels[k]);
      continue;
    }
    told.push_back("head '" + head.name + "': class " + core::quoted(head.labels[k]) +
                   " has no training image that can be read" +
                   (mass.others[k] == 0 ? std::string()
                                        : "; of it, " + std::to_string(mass.others[k]) + " for development or test"));
  }
  head.labels = std::move(kept);
}

// The classes of a set, each by the spelling that most of its faces have.
std::vector<std::string> classes_of(const RawFaces& set, const std::string& head, std::vector<std::string>& told) {
  std::map<std::string, std::uint64_t> counts;
  for (const auto& label : set.classes) counts[label] = 0;
  for (const auto& face : set.faces) {
    if (!face.label.empty()) ++counts[face.label];
  }
  const auto usual = text::usual_spellings(counts);
  const std::string others = text::other_spellings(usual);
  if (!others.empty()) {
    told.push_back("head '" + head + "': one class where case or blanks alone differ: " + others);
  }
  std::vector<std::string> classes;
  for (const auto& label : set.classes) {
    const auto& name = usual.at(label);
    if (std::find(classes.begin(), classes.end(), name) == classes.end()) classes.push_back(name);
  }
  return classes;
}

// Adds those of a set that those of the sets before it do not mean.
void add_classes(const std::vector<std::string>& of_set, std::vector<std::string>& labels) {
  const std::vector<std::string> before = labels;
  std::copy_if(of_set.begin(), of_set.end(), std::back_inserter(labels),
               [&](const std::string& label) { return !class_of(before, label); });
}

// Why there may be no more of the data, behind a semicolon; empty where nothing is known.
std::string what_is_missing(const std::vector<RawFaces>& sets) {
  std::size_t count = 0;
  std::string first, passed_over;
  for (const RawFaces& set : sets) {
    if (count == 0 && !set.rejected.empty()) first = set.rejected.front().message;
    if (passed_over.empty() && !set.passed_over.empty()) passed_over = "; passed over: " + set.passed_over.front();
    count += set.rejected.size();
  }
  if (count == 0) return passed_over;
  return "; " + std::to_string(count) + " of the data cannot be used, the first: " + first + passed_over;
}

Result<void> complete_heads(FaceTrainConfig& config, const std::vector<RawFaces>& sets, FaceDataset& data) {
  if (config.heads.empty()) {
    config.heads.emplace_back();
    config.heads.front().name = "expression";
  }
  for (auto& head : config.heads) {
    if (head.labels.empty()) head.labels = taxonomy_labels(head.taxonomy);
    const bool from_data = head.labels.empty();
    for (std::size_t i = 0; i < sets.size() && from_data; ++i) {
      if (!teaches(config.sources[i], head)) continue;
      add_classes(sets[i].vote_labels.empty() ? classes_of(sets[i], head.name, data.told) : expression_labels(),
                  head.labels);
    }
    if (from_data && text::are_numbers(head.labels)) {
      data.told.push_back("head '" + head.name +
                          "': its classes are numbers; --classes gives them names, by which a start knows them");
    }
    if (from_data) leave_out_classes(config, sets, head, data.classes_left_out);
    if (head.labels.size() < 2) {
      return Error{ErrorCode::kInvalidData,
                   "head '" + head.name + "' needs at least two classes with a training image, the data has " +
                       (head.labels.empty() ? std::string("none") : "one: '" + head.labels.front() + "'") +
                       what_is_missing(sets)};
    }
  }
  return {};
}

// Other bytes would be replaced where names are written, and two names could become one.
Result<void> check_label_names(const dataset::FaceData& list, const FaceSourcePlan& source) {
  for (const auto& label : list.classes) {
    const bool valid = text::validate_utf8(label).has_value();
    const std::string key = text::label_key(label);  // a tab around it is a blank as any
    if (valid && !key.empty() && core::is_harmless(key)) continue;
    return Error{ErrorCode::kInvalidData,
                 source.path + ": the class " + core::quoted(label) +
                     (!valid        ? " is not valid UTF-8: give it a name that is (convmv renames folders)"
                      : key.empty() ? " is blanks alone: give it a name"
                                    : " holds control characters: give it a name without them")};
  }
  return {};
}

}  // namespace

vision::Image image_of(const FaceImages& images, std::size_t index) {
  vision::Image image(static_cast<int>(images.width), static_cast<int>(images.height),
                      static_cast<int>(images.channels));
  const auto pixels = images.image(index);
  image.pixels.assign(pixels.begin(), pixels.end());
  return image;
}

Result<FaceDataset> load_face_dataset(FaceTrainConfig& config) {
  std::vector<dataset::FaceData> lists;
  std::vector<std::int64_t> sides;
  for (const auto& source : config.sources) {
    EMO_ASSIGN(auto list, list_faces(source));
    EMO_TRY(check_label_names(list, source));
    if (config.grow_input_to > 0) sides.push_back(usual_side(list));
    lists.push_back(std::move(list));
  }
  if (!sides.empty()) grow_input(*std::min_element(sides.begin(), sides.end()), config);
  FaceDataset data;
  const FaceSize size{config.architecture.height, config.architecture.width, config.architecture.channels};
  data.images.height = size.height;
  data.images.width = size.width;
  data.images.channels = size.channels;
  std::vector<RawFaces> sets;
  for (std::size_t i = 0; i < lists.size(); ++i) {
    EMO_ASSIGN(auto set, read_faces(config.sources[i], std::move(lists[i]), size));
    sets.push_back(std::move(set));
  }
  EMO_TRY(complete_heads(config, sets, data));
  Builder builder{config, data};
  for (std::size_t i = 0; i < sets.size(); ++i) {
    builder.add(i, sets[i]);
    sets[i] = RawFaces();
  }
  if (config.test_fraction > 0 && !data.test.empty()) {
    return Error{ErrorCode::kUsage, "test_fraction is for data without a test split, and this has one of " +
                                        std::to_string(data.test.size()) + " images: leave it out"};
  }
  if (!data.dev.empty() && config.dev_fraction != FaceTrainConfig().dev_fraction) {
    data.told.push_back("dev_fraction is not used: the data has " + core::counted(data.dev.size(), "image", "images") +
                        " for development");
  }
  const bool given = !data.dev.empty() || !data.test.empty();
  const std::size_t labelled = data.train.size();
  builder.drop_copies();  // of the given splits: none may be held out for another one either
  const std::size_t splittable = data.train.size();
  if (data.dev.empty() || config.test_fraction > 0) builder.hold_out(data.dev.empty());
  builder.drop_copies();
  for (const auto& [label, images] : builder.strange) {
    data.told.push_back(core::counted(images, "image", "images") + " of " + core::quoted(label) +
                        " left out: no head has such a class");
  }
  if (builder.undecided > 0) {
    data.told.push_back(core::counted(builder.undecided, "image", "images") +
                        " left out: by their votes no face, or of no class of a head");
  }
  if (!builder.copies.empty()) {
    data.told.push_back(core::counted(builder.copies.size(), "training image", "training images") +
                        " left out: the same picture stands among those for development or test");
  }
  if (given) count_near_copies(data);
  EMO_TRY(check_splits(config, {labelled, splittable}, kFaceWords, data));
  EMO_TRY(builder.check_classes());
  return data;
}

}  // namespace emo::train
