// By row, id, picture, in order; whatever contradicts the data is an error, for figures of shifted rows look like
// figures.
// Judging is predictions_evaluation.cpp's.
#include "eval/prediction_join.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "core/quote.hpp"
#include "eval/picture_index.hpp"

namespace emo::eval {
namespace {

Error out_of_step(const std::string& place, const std::string& problem) {
  return {ErrorCode::kInvalidData, place + ": " + problem + ": the predictions are out of step with the data"};
}

class Joiner {
 public:
  Joiner(const PredictionFile& file, const LabelledData& data, bool partly) : file_(file), data_(data) {
    // Predictions in order are of all the rows: which of them were missing, nobody could tell.
    partly_ = partly && std::all_of(file.rows.begin(), file.rows.end(),
                                    [](const PredictedRow& row) { return row.row || row.id; });
    for (std::size_t i = 0; i < data.rows.size(); ++i) {
      by_number_.emplace(data.rows[i].number, i);
      if (!by_id_.emplace(data.rows[i].id, i).second) doubled_.emplace(data.rows[i].id, i);
      in_order_.emplace_back(i);
    }
    if (data.faces == nullptr) return;
    add_left_out(data.faces->left_out);
    index_pictures();
  }

  Result<JoinedPredictions> join() {
    std::vector<Joined> joined(data_.rows.size());
    for (std::size_t i = 0; i < file_.rows.size(); ++i) {
      const PredictedRow& prediction = file_.rows[i];
      EMO_ASSIGN(const Place found, find(prediction, i));
      if (!found) {
        if (!is_of_damaged(prediction)) ++result_.left_out;
        continue;
      }
      const std::size_t at = *found;
      const io::Row& row = data_.rows[at];
      const std::string place = place_of(file_, prediction);
      const std::string there = data_.name + ":" + std::to_string(row.number);
      if (joined[at].prediction != nullptr) {
        return out_of_step(place,
                           "predicts " + there + " again, after line " + std::to_string(joined[at].prediction->line));
      }
      if (prediction.row && prediction.id && *prediction.id != row.id) {
        return out_of_step(
            place, "has id " + core::quoted(*prediction.id) + ", but " + there + " has " + core::quoted(row.id));
      }
      const bool named = prediction.row || prediction.id || by_picture_;
      const Likeness likeness = likeness_of(prediction, at, named);
      if (likeness == Likeness::kOther) {
        return out_of_step(place, "predicts the " + std::string(data_.faces != nullptr ? "picture " : "text ") +
                                      core::quoted(prediction.input, 40) + ", but " + there + " has " +
                                      core::quoted(row.text, 40));
      }
      result_.by_order_alone |= !named && likeness == Likeness::kUnknown;
      joined[at] = {&prediction, &row};
    }
    if (partly_ && result_.left_out == file_.rows.size()) {
      return Error{ErrorCode::kInvalidData, file_.path + ": predicts no row of " + data_.name};
    }
    EMO_ASSIGN(result_.rows, complete(std::move(joined)));
    return std::move(result_);
  }

 private:
  using Place = std::optional<std::size_t>;                        // of a row; none: the row is left out of the data
  enum class Likeness : std::uint8_t { kSame, kOther, kUnknown };  // of an input and that of a row

  /// Predictions whose only names are pictures are joined by them: all that `emo face` wrote, of others those that name
  /// a picture of the data, where none may be one of several.
  void index_pictures() {
    const auto unnamed = [](const PredictedRow& row) { return !row.row && !row.id && !row.input.empty(); };
    const bool all_unnamed = std::all_of(file_.rows.begin(), file_.rows.end(), unnamed);
    if (!file_.by_picture && (file_.input_name != "image" || !all_unnamed)) return;
    for (std::size_t i = 0; i < data_.rows.size(); ++i) pictures_.add(data_.rows[i].text, i);
    bool any = false, unsure = false;
    for (const PredictedRow& row : file_.rows) {
      const auto found = pictures_.find(row.input).size();
      any |= found > 0;
      unsure |= found > 1;
    }
    by_picture_ = file_.by_picture || (any && !unsure);
  }

  /// A row without a text may be another file's prediction (rows_of()), which need not repeat it. Pictures are of no
  /// account where the row is `named`: they may be cut out of those of the data. In order a name alone shows nothing:
  /// "1.png" is often one of several.
  [[nodiscard]] Likeness likeness_of(const PredictedRow& prediction, std::size_t at, bool named) const {
    const std::string& text = data_.rows[at].text;
    if (prediction.input.empty() || text.empty()) return Likeness::kUnknown;
    if (data_.faces == nullptr) {
      if (file_.input_name != "text") return Likeness::kUnknown;
      return prediction.input == text ? Likeness::kSame : Likeness::kOther;
    }
    if (named || file_.input_name != "image" || data_.faces->items[at].file.empty()) return Likeness::kUnknown;
    return have_same_stem(prediction.input, text) ? Likeness::kUnknown : Likeness::kOther;
  }

  void add_left_out(std::span<const dataset::FaceItem> faces) {
    std::vector<std::pair<std::uint64_t, Place>> all;
    for (const dataset::FaceItem& face : faces) {
      left_out_rows_.emplace(face.row, face.id);
      left_out_ids_.insert(face.id);
      left_out_pictures_.add(face.file.empty() ? face.id : face.file, 0);
      all.emplace_back(face.row, std::nullopt);
    }
    // Predictions in order are of the rows that are left, unless their number says that they are of all.
    if (faces.empty() || file_.rows.size() != faces.size() + data_.rows.size()) return;
    for (std::size_t i = 0; i < data_.rows.size(); ++i) all.emplace_back(data_.rows[i].number, i);
    std::stable_sort(all.begin(), all.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    in_order_.clear();
    for (const auto& [number, place] : all) in_order_.push_back(place);
  }

  /// Whoever predicts rows of a file has an error where one could not be read; its id may be made up then.
  [[nodiscard]] bool is_of_damaged(const PredictedRow& prediction) const { return data_.damaged && prediction.error; }

  [[nodiscard]] bool is_left_out(const PredictedRow& prediction) const {
    if (partly_ || is_of_damaged(prediction)) return true;
    if (!prediction.row) return left_out_ids_.contains(*prediction.id);
    const auto found = left_out_rows_.find(*prediction.row);
    return found != left_out_rows_.end() && (!prediction.id || *prediction.id == found->second);
  }

  Result<Place> find(const PredictedRow& prediction, std::size_t index) const {
    const std::string place = place_of(file_, prediction);
    if (prediction.row) {
      const auto it = by_number_.find(*prediction.row);
      if (it != by_number_.end()) return Place(it->second);
      if (is_left_out(prediction)) return Place();
      return out_of_step(place, "predicts row " + std::to_string(*prediction.row) + ", and no row of " + data_.name +
                                    " starts at that line");
    }
    if (prediction.id) {
      if (doubled_.count(*prediction.id) > 0) {
        return Error{ErrorCode::kInvalidData, place + ": id " + core::quoted(*prediction.id) + " occurs twice in " +
                                                  data_.name + ": join by \"row\", the line number, instead"};
      }
      const auto it = by_id_.find(*prediction.id);
      if (it != by_id_.end()) return Place(it->second);
      if (is_left_out(prediction)) return Place();
      return out_of_step(place, "predicts id " + core::quoted(*prediction.id) + ", which " + data_.name +
                                    " lacks (--id-column names the column of its ids; without one they are "
                                    "numbers from 0)");
    }
    if (by_picture_) {
      const auto found = pictures_.find(prediction.input);
      if (found.size() == 1) return Place(found.front());
      if (is_of_damaged(prediction) || !left_out_pictures_.find(prediction.input).empty()) return Place();
      const std::string named = "predicts the picture " + core::quoted(prediction.input) + ", which ";
      if (found.empty()) {
        return out_of_step(place, named + "is not among those of " + data_.name + " that are judged");
      }
      return Error{ErrorCode::kInvalidData, place + ": " + named + "may be " + core::quoted(data_.rows[found[0]].text) +
                                                " or " + core::quoted(data_.rows[found[1]].text) +
                                                " of the data: name it by as much of its path as tells them apart"};
    }
    if (index < in_order_.size()) return in_order_[index];
    return out_of_step(
        place, "is one prediction more than " + data_.name + " has rows (" + std::to_string(data_.rows.size()) + ")");
  }

  /// Rows without a label need no prediction (an evaluation leaves them out); others do.
  Result<std::vector<Joined>> complete(std::vector<Joined> joined) const {
    std::size_t missing = 0;
    std::size_t first = 0;
    std::vector<Joined> kept;
    for (std::size_t i = 0; i < joined.size(); ++i) {
      if (joined[i].prediction != nullptr) {
        kept.push_back(joined[i]);
      } else if (!data_.rows[i].labels.empty()) {
        if (missing++ == 0) first = i;
      }
    }
    if (missing == 0 || partly_) return kept;
    return out_of_step(file_.path, std::to_string(missing) + " of " + std::to_string(data_.rows.size()) + " rows of " +
                                       data_.name + " have no prediction, the first at line " +
                                       std::to_string(data_.rows[first].number) + " (id " +
                                       core::quoted(data_.rows[first].id) + ")");
  }

  const PredictionFile& file_;
  const LabelledData& data_;
  bool partly_ = false;
  std::map<std::uint64_t, std::size_t> by_number_;
  std::map<std::string, std::size_t> by_id_, doubled_;
  std::vector<Place> in_order_;
  PictureIndex pictures_;
  bool by_picture_ = false;
  std::map<std::uint64_t, std::string> left_out_rows_;  // row -> id
  std::set<std::string> left_out_ids_;
  PictureIndex left_out_pictures_;
  JoinedPredictions result_;
};

/// kInvalidData where a line stands for the row of another, which names no row and counts as its own line.
Result<void> check_numbers(const PredictionFile& file) {
  std::map<std::uint64_t, std::uint64_t> by_number;  // -> the line
  for (const PredictedRow& prediction : file.rows) {
    const std::uint64_t number = Joined{&prediction, nullptr}.number();
    const auto [first, is_new] = by_number.emplace(number, prediction.line);
    if (is_new) continue;
    return out_of_step(place_of(file, prediction), "counts as row " + std::to_string(number) + ", and line " +
                                                       std::to_string(first->second) +
                                                       " does too: give 'row' in every line or in none");
  }
  return {};
}

/// kInvalidData where a row is predicted again: figures would count it twice, and a comparison pair it with another.
Result<void> check_rows_once(const PredictionFile& file) {
  std::map<std::string, std::uint64_t> by_row, by_id;  // -> the line that predicts it
  for (const PredictedRow& prediction : file.rows) {
    if (!prediction.row && !prediction.id) continue;
    const std::string name = prediction.row ? std::to_string(*prediction.row) : *prediction.id;
    const auto [first, is_new] = (prediction.row ? by_row : by_id).emplace(name, prediction.line);
    if (is_new) continue;
    return out_of_step(place_of(file, prediction), "predicts " +
                                                       (prediction.row ? "row " + name : "id " + core::quoted(name)) +
                                                       " again, after line " + std::to_string(first->second));
  }
  return check_numbers(file);
}

}  // namespace

std::string place_of(const PredictionFile& file, const PredictedRow& row) {
  return file.path + ":" + std::to_string(row.line);
}

Result<JoinedPredictions> join(const PredictionFile& file, const std::optional<LabelledData>& data, bool partly) {
  if (data) return Joiner(file, *data, partly).join();
  if (!file.has_gold()) {
    return Error{ErrorCode::kInvalidData, file.path +
                                              ": no row has 'gold' labels; give them (in a member or column of that "
                                              "name), or the labelled data with --data"};
  }
  EMO_TRY(check_rows_once(file));
  JoinedPredictions joined;
  for (const PredictedRow& row : file.rows) joined.rows.push_back({&row, nullptr});
  return joined;
}

}  // namespace emo::eval
